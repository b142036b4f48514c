import type { Problem } from '../model/problem.ts';
import { regionOf } from '../model/source.ts';
import type { Origin } from '../model/source.ts';
import { unknown } from '../model/value.ts';
import type { Known, Text, Unknown, Value } from '../model/value.ts';
import { hasRepeatedKey } from './repeated-key.ts';

/** Whose text is read, and where to say that it cannot be. */
export interface Reader {
  /** The resource, as a person calls it. */
  readonly name: string;
  readonly report: (problem: Problem) => void;
}

/**
 * What a JSON text says, as values. Of a text with holes, the holes stand where they stood: inside strings as parts
 * of texts, alone as themselves. Every part points at the whole text.
 *
 * A text that cannot be JSON stays a string under `json`, which also holds plain strings; a policy document that
 * cannot be read is unknown.
 */
export function readJson(value: Known | Text, kind: 'json' | 'policy', reader: Reader): Value {
  const holes: Value[] = [];
  const written = value.kind === 'known' ? String(value.value) : markHoles(value, holes);
  if (written === undefined || (kind === 'json' && !/^\s*[[{]/.test(written))) return value;
  try {
    const data: unknown = JSON.parse(written);
    return hasRepeatedKey(written) ? ambiguous(value, reader) : valueOf(data, { whole: value, holes }, 0);
  } catch {
    return unreadable(value, reader);
  }
}

/** Private-use characters around the number of a hole: in a string, and in the place of a whole value. */
const inside = '\uE000';
const alone = '\uE001';
const marks = /[\uE000\uE001]/;
const insideMark = /\uE000(\d+)\uE000/;
const aloneMark = /^\uE001(\d+)\uE001$/;

/** Deeper than AWS takes any document. */
const maximumDepth = 100;

/** The text with a mark for each hole; undefined when the text has marks of its own. */
function markHoles(text: Text, holes: Value[]): string | undefined {
  let written = '';
  let quoted = false;
  for (const part of partsOf(text)) {
    if (typeof part === 'string') {
      if (marks.test(part)) return undefined;
      quoted = endsQuoted(part, quoted);
      written += part;
    } else {
      const mark = quoted ? inside : alone;
      const marked = `${mark}${holes.push(part) - 1}${mark}`;
      written += quoted ? marked : JSON.stringify(marked);
    }
  }
  return written;
}

/** The parts of a text, with those of the texts in it: a joined list brings quotes and commas of its own. */
function partsOf({ parts }: Text): readonly (string | Value)[] {
  return parts.flatMap(part => (typeof part !== 'string' && part.kind === 'text' ? partsOf(part) : [part]));
}

/** Whether the end of a piece of JSON is inside a string, when its start is or is not. */
function endsQuoted(piece: string, quoted: boolean): boolean {
  const quotes = piece.match(/\\[^]|"/g)?.filter(mark => mark === '"').length ?? 0;
  return quotes % 2 === 0 ? quoted : !quoted;
}

interface Place {
  readonly whole: Known | Text;
  readonly holes: readonly Value[];
}

function valueOf(data: unknown, place: Place, depth: number): Value {
  if (depth > maximumDepth) return notKnown(`JSON of more than ${maximumDepth} levels`, place);
  if (typeof data === 'string') return place.holes.length > 0 ? restore(data, place) : scalar(data, place);
  if (typeof data === 'number' || typeof data === 'boolean') return scalar(data, place);
  if (typeof data !== 'object' || data === null) return scalar(null, place);
  return Array.isArray(data) ? listOf(data, place, depth) : dictOf(data, place, depth);
}

function dictOf(data: object, place: Place, depth: number): Value {
  const entries = new Map<string, Value>();
  let rest: Unknown | undefined;
  for (const [key, value] of Object.entries(data)) {
    if (place.holes.length > 0 && marks.test(key))
      rest = notKnown('a key of which parts are not known', place);
    else entries.set(key, valueOf(value, place, depth + 1));
  }
  return { kind: 'dict', entries, ...(rest ? { rest } : {}), ...originOf(place) };
}

/** A hole between commas may be any number of items. */
function listOf(data: readonly unknown[], place: Place, depth: number): Value {
  const items = place.holes.length > 0 ? data.filter(item => !isHole(item)) : data;
  return {
    kind: 'list',
    items: items.map(item => valueOf(item, place, depth + 1)),
    ...(items.length < data.length ? { rest: notKnown('items that are not known', place) } : {}),
    ...originOf(place),
  };
}

const isHole = (item: unknown): boolean => typeof item === 'string' && aloneMark.test(item);

function restore(text: string, place: Place): Value {
  const hole = place.holes[Number(aloneMark.exec(text)?.[1])];
  if (hole) return hole;
  // Splitting by a pattern with a group gives texts and hole numbers in turn.
  const parts = text
    .split(insideMark)
    .map((part, index) => (index % 2 === 0 ? part : (place.holes[Number(part)] ?? '')))
    .filter(part => part !== '');
  const [first = ''] = parts;
  if (parts.length > 1) return { kind: 'text', parts, ...originOf(place) };
  if (typeof first === 'string') return scalar(first, place);
  return first.kind === 'reference' ? first : { kind: 'text', parts: [first], ...originOf(place) };
}

function scalar(value: Known['value'], place: Place): Known {
  return place.whole.kind === 'known'
    ? { ...place.whole, value }
    : { kind: 'known', value, ...originOf(place) };
}

const originOf = ({ whole: { at } }: Place): { readonly at?: Origin } => (at ? { at } : {});

const notKnown = (what: string, place: Place): Unknown =>
  unknown('unresolved-value', [{ what, ...originOf(place) }], place.whole.at);

/**
 * With holes, they may be the reason, and so may what the service fills in itself (`${Count}` in a state machine);
 * without, the text is wrong and the user must know.
 */
function unreadable(value: Known | Text, { name, report }: Reader): Unknown {
  const { at } = value;
  const place = at ? { at } : {};
  if (value.kind === 'text' || String(value.value).includes('${')) {
    const what = 'a JSON text of which parts are not known';
    return { ...unknown('unresolved-value', [{ what, ...place }], at), set: true };
  }
  const message = `A property of ${name} must hold a JSON text, and it does not.`;
  report(wrong(message, 'Correct the JSON text.', at));
  return { ...unknown('parse-error', [{ what: 'a text that is not JSON', ...place }], at), set: true };
}

/** Which one of two values of a key counts, readers of JSON do not agree on. */
function ambiguous({ at }: Known | Text, { name, report }: Reader): Unknown {
  report(wrong(`A JSON text of ${name} has an object with a key twice.`, 'Keep one of them.', at));
  const link = { what: 'a JSON text with a key twice', ...(at ? { at } : {}) };
  return { ...unknown('parse-error', [link], at), set: true };
}

function wrong(message: string, hint: string, at: Origin | undefined): Problem {
  const place = at?.kind === 'span' ? { path: at.file.path, region: regionOf(at) } : {};
  return { cause: 'parse-error', message, ...place, effect: 'What it says is not assessed.', hint };
}
