/** Units that one hash looks at. */
const window = 100;
const factor = 37;
const half = 2 ** 32;

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
/** Stands behind the last unit of the file; it is a line of its own when the file ends in a line break. */
const endOfFile = 0xffff;

/** An unsigned 64-bit number, as two halves. */
interface Word {
  readonly high: number;
  readonly low: number;
}

/** A list of them. */
interface Words {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** 37 to the power of `window`, modulo 2^64: what a prefix weighs once a whole window stands behind it. */
const shift = power(factor, window);

/**
 * GitHub's `primaryLocationLineHash` of each line (1-based) of a text; nothing for a line it does not have.
 *
 * From the first unit of a line that is no space and no tab, take 100 such units, every line break as one line feed,
 * zeros behind the end: the hash is the sum of unit × 37^(99 − i) modulo 2^64 in hexadecimal, a colon, and how often
 * it has come up so far in the file. A window runs on into the next lines, so a line counts together with its context.
 * Told apart from GitHub's own value, an alert would close and reopen; github/codeql-action computes the same.
 */
export function lineHashes(text: string): (line: number) => string | undefined {
  const hashes = hashLines(condense(text));
  const counts = countEqual(hashes);
  return line => {
    const count = counts[line - 1];
    return count === undefined ? undefined : `${hexadecimal(at(hashes, line - 1))}:${count}`;
  };
}

/** The units that count, with the end of the file and a window of zeros behind them, and where each line starts among them. */
function condense(text: string): { readonly units: Uint16Array; readonly starts: readonly number[] } {
  const units = new Uint16Array(text.length + 1 + window);
  const starts: number[] = [];
  let count = 0;
  let atLineStart = true;
  let afterReturn = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const skipped = unit === space || unit === tab || (unit === lineFeed && afterReturn);
    afterReturn = unit === carriageReturn;
    if (skipped) continue;
    if (atLineStart) starts.push(count);
    atLineStart = unit === lineFeed || afterReturn;
    units[count] = afterReturn ? lineFeed : unit;
    count += 1;
  }
  if (atLineStart) starts.push(count);
  units[count] = endOfFile;
  return { units, starts };
}

/**
 * One pass: `high` and `low` are the polynomial of everything so far, so that the window behind the start of a line is
 * the prefix at its end minus the prefix at its start, shifted by a window.
 */
function hashLines({ units, starts }: ReturnType<typeof condense>): Words {
  const hashes = words(starts.length);
  const prefixes = words(starts.length);
  let high = 0;
  let low = 0;
  let opened = 0;
  let closed = 0;
  for (let index = 0; closed < starts.length; index += 1) {
    if (index === (starts[closed] ?? 0) + window) {
      put(hashes, closed, subtract({ high, low }, multiply(at(prefixes, closed), shift)));
      closed += 1;
    }
    if (index === starts[opened]) {
      put(prefixes, opened, { high, low });
      opened += 1;
    }
    const sum = low * factor + (units[index] ?? 0);
    low = sum >>> 0;
    high = (high * factor + (sum - low) / half) >>> 0;
  }
  return hashes;
}

/** The how-manieth of its value each hash is. Hashes of one low half form a chain; it is almost always of one value. */
function countEqual({ high, low }: Words): Uint32Array {
  const counts = new Uint32Array(low.length);
  const previous = new Int32Array(low.length);
  const latest = new Map<number, number>();
  for (let index = 0; index < low.length; index += 1) {
    const head = latest.get(low[index] ?? 0) ?? -1;
    let equal = head;
    while (equal !== -1 && high[equal] !== high[index]) equal = previous[equal] ?? -1;
    counts[index] = (counts[equal] ?? 0) + 1;
    previous[index] = head;
    latest.set(low[index] ?? 0, index);
  }
  return counts;
}

function hexadecimal({ high, low }: Word): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}

const words = (length: number): Words => ({ high: new Uint32Array(length), low: new Uint32Array(length) });

const at = ({ high, low }: Words, index: number): Word => ({ high: high[index] ?? 0, low: low[index] ?? 0 });

function put(list: Words, index: number, { high, low }: Word): void {
  list.high[index] = high;
  list.low[index] = low;
}

function subtract(left: Word, right: Word): Word {
  const low = left.low - right.low;
  return { high: (left.high - right.high - (low < 0 ? 1 : 0)) >>> 0, low: low >>> 0 };
}

function multiply(left: Word, right: Word): Word {
  const { high, low } = multiplyHalves(left.low, right.low);
  return { high: (high + Math.imul(left.low, right.high) + Math.imul(left.high, right.low)) >>> 0, low };
}

/** The whole product of two 32-bit numbers; in quarters, because a double holds 53 bits. */
function multiplyHalves(left: number, right: number): Word {
  const quarter = 2 ** 16;
  const small = left * (right % quarter);
  const large = left * Math.floor(right / quarter);
  const low = (small % half) + (large % quarter) * quarter;
  const high = Math.floor(small / half) + Math.floor(large / quarter) + Math.floor(low / half);
  return { high: high >>> 0, low: low >>> 0 };
}

function power(base: number, exponent: number): Word {
  let result: Word = { high: 0, low: 1 };
  for (let step = 0; step < exponent; step += 1) result = multiply(result, { high: 0, low: base });
  return result;
}
