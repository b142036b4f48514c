import type { Origin } from '../../../model/source.ts';
import { numberText } from '../terms/number.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, isNull, tuple, type Term } from '../terms/term.ts';
import { concat, scalarText } from '../terms/text.ts';
import { holeIn, lostIn } from '../terms/unknown.ts';
import type { FunctionTable } from './call-site.ts';
import { jsonOf } from './json.ts';
import { checkCount, number, plainOf, text, truth } from './plain.ts';

/** https://developer.hashicorp.com/terraform/language/functions/format, with holes where an argument is not known. */
export const formats: FunctionTable = {
  format: (args, site) => {
    checkCount(args.length, 1, Infinity, site);
    return spread(args, site.at, ([pattern, ...values]) => formatted(pattern, values, site.at));
  },
  formatlist: (args, site) => {
    checkCount(args.length, 1, Infinity, site);
    return spread(args, site.at, ([pattern, ...values]) => formattedList(pattern, values, site.at));
  },
};

const verb = /%(?:%|(?:\[(\d+)\])?([-+ 0#]*)(?:\[(\d+)\])?(\d+)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z]))/g;

function formatted(pattern: Term | undefined, values: readonly Term[], at: Origin): Term {
  if (pattern?.kind !== 'known') return pattern ? lostIn('format(…)', pattern, at, true) : noPattern(at);
  const written = text(plainOf(pattern));
  const pieces: (string | Term)[] = [];
  let end = 0;
  let next = 0;
  for (const match of written.matchAll(verb)) {
    pieces.push(written.slice(end, match.index));
    end = match.index + match[0].length;
    const asked = match[1] ?? match[3] ?? match[6];
    if (match[0] === '%%') pieces.push('%');
    else {
      if (asked !== undefined) next = Number(asked) - 1;
      pieces.push(piece(match, values[next], at));
      next += 1;
    }
  }
  pieces.push(written.slice(end));
  if (pieces.some(part => typeof part === 'string' && part.includes('%') && part !== '%'))
    throw new EvaluationError('the format is not one of format()', at);
  return concat([{ ...pattern, value: '' }, ...pieces], at);
}

function noPattern(at: Origin): never {
  throw new EvaluationError('format() needs a format', at);
}

/** More would take all memory. */
function checkSize(width: number, precision: number, at: Origin): void {
  if (width > 10_000 || precision > 100)
    throw new EvaluationError('a width or precision of format() is too large', at);
}

/** The text of one verb with its value. */
function piece(match: RegExpExecArray, value: Term | undefined, at: Origin): Term {
  if (!value) throw new EvaluationError('format() gets fewer values than its format names', at);
  const [, , flags = '', , width, precision, , kind = 'v'] = match;
  checkSize(Number(width ?? 0), Number(precision ?? 0), at);
  if (holeIn(value)) return unknownPiece(value, width, kind, at);
  const body = bodyOf(kind, value, precision, flags);
  const padded = pad(body, Number(width ?? 0), flags, kind);
  return value.kind === 'known' ? { ...value, value: padded } : { kind: 'known', value: padded, at };
}

/** A hole in a text, when it would be written as it is. */
function unknownPiece(value: Term, width: string | undefined, kind: string, at: Origin): Term {
  const plain = (kind === 's' || kind === 'v') && width === undefined;
  if (!plain) return lostIn(`%${kind} of format()`, value, at);
  if (value.kind === 'list' || value.kind === 'dict') return jsonOf(value, at);
  return value;
}

function bodyOf(kind: string, value: Term, precision: string | undefined, flags: string): string {
  switch (kind) {
    case 's':
      return cut(texted(value), precision);
    case 'v':
      return value.kind === 'known' && typeof value.value === 'string' ? value.value : texted(value);
    case 'q':
      return JSON.stringify(text(plainOf(value)));
    case 't':
      return String(truth(plainOf(value)));
    default:
      return numeric(kind, number(plainOf(value)), precision, flags);
  }
}

function texted(value: Term): string {
  if (isNull(value)) return 'null';
  if (value.kind === 'known' && value.value !== null) return scalarText(value.value);
  const json = jsonOf(value, { kind: 'span', file: { path: '', text: '' }, start: 0, end: 0 });
  return json.kind === 'known' ? String(json.value) : '';
}

const cut = (value: string, precision: string | undefined): string =>
  precision === undefined ? value : Array.from(value).slice(0, Number(precision)).join('');

function numeric(kind: string, value: number, precision: string | undefined, flags: string): string {
  const sign = value >= 0 && flags.includes('+') ? '+' : value >= 0 && flags.includes(' ') ? ' ' : '';
  return sign + digits(kind, value, precision === undefined ? undefined : Number(precision));
}

function digits(kind: string, value: number, precision: number | undefined): string {
  const write = writers[kind];
  return write ? write(value, precision) : inBase(kind, Math.trunc(value));
}

type Writer = (value: number, precision: number | undefined) => string;

const general: Writer = (value, precision) =>
  precision === undefined ? numberText(value) : String(Number(value.toPrecision(precision)));

const writers: Readonly<Record<string, Writer>> = {
  d: value => numberText(Math.trunc(value)),
  f: (value, precision = 6) => value.toFixed(precision),
  F: (value, precision = 6) => value.toFixed(precision),
  e: (value, precision = 6) => exponent(value.toExponential(precision)),
  E: (value, precision = 6) => exponent(value.toExponential(precision)).toUpperCase(),
  g: general,
  G: general,
};

function inBase(kind: string, value: number): string {
  const bases: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };
  const base = bases[kind];
  if (base === undefined) throw new EvaluationError(`format() has no verb %${kind}`);
  return kind === 'X' ? value.toString(base).toUpperCase() : value.toString(base);
}

/** `1e+5` has two digits behind the sign in Go. */
const exponent = (value: string): string => value.replace(/e([+-])(\d)$/, 'e$10$2');

function pad(body: string, width: number, flags: string, kind: string): string {
  if (flags.includes('-')) return body.padEnd(width);
  if (!flags.includes('0') || kind === 's' || kind === 'q' || kind === 'v') return body.padStart(width);
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(body) ?? [];
  return sign + rest.padStart(width - sign.length, '0');
}

/** Once for each element of the lists; what is no list is the same every time. */
function formattedList(pattern: Term | undefined, values: readonly Term[], at: Origin): Term {
  const open = values.find(value => value.kind === 'unknown' || (value.kind === 'list' && value.rest));
  if (open) return lostIn('formatlist(…)', open, at);
  const lists = values.filter(value => value.kind === 'list');
  const lengths = new Set(lists.map(({ items }) => items.length));
  if (lengths.size > 1) throw new EvaluationError('formatlist() gets lists of different lengths', at);
  const [length = 1] = lengths;
  const rows = Array.from({ length }, (_, index) =>
    values.map(value => (value.kind === 'list' ? (value.items[index] ?? value) : value)),
  );
  return {
    ...tuple(
      rows.map(row => formatted(pattern, row, at)),
      at,
    ),
    form: 'list',
  };
}
