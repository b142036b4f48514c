import { EvaluationError } from '../terms/term.ts';
import type { FunctionTable } from './call-site.ts';
import { list, number, pure, text, truth, whole, type Plain } from './plain.ts';

/** https://developer.hashicorp.com/terraform/language/functions, the part on strings. */
export const strings: FunctionTable = {
  chomp: pure(([value]) => text(value).replace(/[\r\n]+$/, ''), 1),
  endswith: pure(([value, end]) => text(value).endsWith(text(end)), 2),
  indent: pure(([count, value]) => indent(whole(count), text(value)), 2),
  lower: pure(([value]) => lower(text(value)), 1),
  split: pure(([separator, value]) => split(text(separator), text(value)), 2),
  startswith: pure(([value, start]) => text(value).startsWith(text(start)), 2),
  strcontains: pure(([value, part]) => text(value).includes(text(part)), 2),
  strrev: pure(([value]) => characters(text(value)).toReversed().join(''), 1),
  substr: pure(([value, offset, length]) => substring(text(value), whole(offset), whole(length)), 3),
  title: pure(([value]) => title(text(value)), 1),
  trim: pure(([value, cut]) => trim(text(value), text(cut)), 2),
  trimprefix: pure(([value, prefix]) => trimPrefix(text(value), text(prefix)), 2),
  trimspace: pure(([value]) => text(value).trim(), 1),
  trimsuffix: pure(([value, suffix]) => trimSuffix(text(value), text(suffix)), 2),
  upper: pure(([value]) => upper(text(value)), 1),
  alltrue: pure(([values]) => list(values).every(value => value !== null && truth(value)), 1),
  anytrue: pure(([values]) => list(values).some(value => value !== null && truth(value)), 1),
  parseint: pure(([value, base]) => parseInteger(text(value), whole(base)), 2),
  sum: pure(([values]) => sum(list(values)), 1),
};

const segmenter = new Intl.Segmenter();

/** What a person counts as characters, as Terraform does. */
export const characters = (value: string): readonly string[] =>
  Array.from(segmenter.segment(value), ({ segment }) => segment);

const indent = (count: number, value: string): string =>
  value.replaceAll('\n', `\n${' '.repeat(Math.max(0, count))}`);

/** An empty separator splits between all characters; an empty text is a list of one empty text. */
const split = (separator: string, value: string): readonly string[] =>
  separator === '' ? Array.from(value) : value.split(separator);

function substring(value: string, offset: number, length: number): string {
  const all = characters(value);
  const start = offset < 0 ? all.length + offset : offset;
  if (start < 0) return all.slice(0, length < 0 ? undefined : length).join('');
  return all.slice(start, length < 0 ? undefined : start + length).join('');
}

/** The first letter of each word in upper case: behind what is ASCII and no letter, digit or underscore, and behind space. */
const title = (value: string): string =>
  value.replaceAll(
    /(^|[\0-/:-@[-^`{-\x7F]|\s)(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

/** Letter by letter: one that would become several stays. */
const upper = (value: string): string => eachLetter(value, letter => letter.toUpperCase());
const lower = (value: string): string => eachLetter(value, letter => letter.toLowerCase());

const eachLetter = (value: string, change: (letter: string) => string): string =>
  value.replaceAll(/\p{L}/gu, letter => {
    const changed = change(letter);
    return Array.from(changed).length === 1 ? changed : letter;
  });

function trim(value: string, cut: string): string {
  const all = new Set(cut);
  const letters = Array.from(value);
  const start = letters.findIndex(letter => !all.has(letter));
  if (start === -1) return '';
  return letters.slice(start, letters.findLastIndex(letter => !all.has(letter)) + 1).join('');
}

const trimPrefix = (value: string, prefix: string): string =>
  value.startsWith(prefix) ? value.slice(prefix.length) : value;

const trimSuffix = (value: string, suffix: string): string =>
  value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value;

function parseInteger(value: string, base: number): number {
  if (base < 2 || base > 62) throw new EvaluationError('the base of parseint() is from 2 to 62');
  if (base > 36) throw new EvaluationError('parseint() of a base above 36 is not read');
  const digits = new Set('0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base));
  const body = value.replace(/^[+-]/, '').toLowerCase();
  if (body === '' || Array.from(body).some(digit => !digits.has(digit)))
    throw new EvaluationError(`${JSON.stringify(value)} is no whole number of base ${base}`);
  return Number.parseInt(value, base);
}

function sum(values: readonly Plain[]): number {
  if (values.length === 0) throw new EvaluationError('sum() of an empty list');
  return values.reduce<number>((total, value) => Number((total + number(value)).toPrecision(15)), 0);
}
