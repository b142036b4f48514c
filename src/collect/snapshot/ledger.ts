import { causes } from '../../model/cause.ts';
import type { LedgerRow } from '../../model/observation.ts';
import { unitKey } from './record.ts';

/** A row without its times, which nobody asks for once the run is over. */
export type KnownRow = Omit<LedgerRow, 'started' | 'ended'>;

/** Where a unit stands in the file. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The latest row of each account, Region and service, by `unitKey`, in the order of the file. */
export interface Ledger {
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => KnownRow | undefined;
  /** Where its unit is. */
  readonly placeOf: (key: string) => Stretch | undefined;
  readonly keys: () => Iterable<string>;
  /** A number that stands for a key that is there, for who keeps many of them. */
  readonly numberOf: (key: string) => number | undefined;
  readonly keyOf: (number: number) => string;
  readonly values: () => Iterable<KnownRow>;
}

export interface GrowingLedger extends Ledger {
  readonly set: (row: KnownRow, unit: Stretch) => void;
  /** Says something else of a unit that is in it. */
  readonly amend: (row: KnownRow) => void;
}

/** An organisation has a hundred rows an account: they are kept as numbers, in blocks, and each word once. */
export function growingLedger(): GrowingLedger {
  const words = wordList();
  /** Region and service of the rows of an account, by the numbers of which their indexes are found. */
  const rests = wordList();
  const indexes = new Map<string, (number | undefined)[]>();
  const stretches: Float64Array[] = [];
  const numbers: Uint32Array[] = [];
  let length = 0;
  const rowAt = (index: number): KnownRow =>
    rowOf([...(slotsIn(numbers, index, numberCount) ?? [])], words.textOf);
  const indexOf = (key: string): number | undefined => {
    const [account, rest] = splitKey(key);
    return indexes.get(account)?.[rests.idOf(rest)];
  };
  // One that a later row has replaced is in the blocks, and no index leads to it.
  const rows = function* (): Generator<KnownRow> {
    for (let index = 0; index < length; index += 1) {
      const row = rowAt(index);
      if (indexOf(unitKey(row)) === index) yield row;
    }
  };
  return {
    has: key => indexOf(key) !== undefined,
    get: key => {
      const index = indexOf(key);
      return index === undefined ? undefined : rowAt(index);
    },
    placeOf: key => {
      const index = indexOf(key);
      const [start = 0, end = 0] = (index === undefined ? undefined : slotsIn(stretches, index, 2)) ?? [];
      return index === undefined ? undefined : { start, end };
    },
    *keys() {
      for (const row of rows()) yield unitKey(row);
    },
    numberOf: indexOf,
    keyOf: number => unitKey(rowAt(number)),
    values: rows,
    amend: row => {
      const index = indexOf(unitKey(row));
      if (index !== undefined) slotsIn(numbers, index, numberCount)?.set(numbersOf(row, words.idOf));
    },
    set: (row, { start, end }) => {
      const [account, rest] = splitKey(unitKey(row));
      const own = indexes.get(account) ?? [];
      indexes.set(account, own);
      own[rests.idOf(rest)] = length;
      if (length % blockRows === 0) {
        stretches.push(new Float64Array(blockRows * 2));
        numbers.push(new Uint32Array(blockRows * numberCount));
      }
      slotsIn(stretches, length, 2)?.set([start, end]);
      slotsIn(numbers, length, numberCount)?.set(numbersOf(row, words.idOf));
      length += 1;
    },
  };
}

const blockRows = 4096;

/** Those of a row, to be read and written. */
function slotsIn<T extends { readonly subarray: (from: number, to: number) => T }>(
  blocks: readonly T[],
  row: number,
  columns: number,
): T | undefined {
  const from = (row % blockRows) * columns;
  return blocks[Math.floor(row / blockRows)]?.subarray(from, from + columns);
}

/** What `numbersOf` gives. */
const numberCount = 8;

const states = ['ok', 'partial', 'failed'] as const;

const none = 0;

function numbersOf(row: KnownRow, idOf: (word: string) => number): readonly number[] {
  const { account, region, partition, service, status, cause, detail, observations, calls, throttled } = row;
  return [
    idOf(account),
    idOf(`${region}/${service}`),
    idOf(partition),
    states.indexOf(status) + (cause === undefined ? none : causes.indexOf(cause) + 1) * states.length,
    detail === undefined ? none : idOf(detail) + 1,
    observations,
    calls,
    throttled,
  ];
}

function rowOf(numbers: readonly number[], textOf: (id: number) => string): KnownRow {
  const slot = (index: number): number => numbers[index] ?? none;
  const [region = '', service = ''] = textOf(slot(1)).split('/');
  const [state, detail] = [slot(3), slot(4)];
  const cause = causes[Math.floor(state / states.length) - 1];
  return {
    account: textOf(slot(0)),
    region,
    partition: textOf(slot(2)),
    service,
    status: states[state % states.length] ?? 'failed',
    ...(cause && { cause }),
    ...(detail !== none && { detail: textOf(detail - 1) }),
    observations: slot(5),
    calls: slot(6),
    throttled: slot(7),
  };
}

function splitKey(key: string): readonly [account: string, rest: string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** Numbers for words. */
function wordList(): { readonly idOf: (word: string) => number; readonly textOf: (id: number) => string } {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  return {
    idOf: word => {
      let id = ids.get(word);
      if (id === undefined) {
        ids.set(word, (id = texts.length));
        texts.push(word);
      }
      return id;
    },
    textOf: id => texts[id] ?? '',
  };
}
