import type { ListTerm, DictTerm, Term } from './term.ts';
import { holeIn } from './unknown.ts';

/**
 * True when two terms are certainly the same, false when they certainly differ, undefined when that is not known. A list
 * is no tuple and a map no object, even with the same elements.
 */
export function same(left: Term, right: Term): boolean | undefined {
  if (left.kind === 'known' && right.kind === 'known') return left.value === right.value;
  if (left.kind === 'list' && right.kind === 'list') return sameList(left, right);
  if (left.kind === 'dict' && right.kind === 'dict') return sameDict(left, right);
  if (isPlainForm(left) && isPlainForm(right)) return false;
  return sameOpen(left, right);
}

const isPlainForm = ({ kind }: Term): boolean => kind === 'known' || kind === 'list' || kind === 'dict';

function sameOpen(left: Term, right: Term): boolean | undefined {
  if (left.kind === 'reference' && right.kind === 'reference') {
    return left.target === right.target && left.attribute === right.attribute ? true : undefined;
  }
  // What a resource gives, and a text with something written in it, is neither null nor empty.
  return isSet(left) && isEmpty(right) ? false : isSet(right) && isEmpty(left) ? false : undefined;
}

const isEmpty = (term: Term): boolean => term.kind === 'known' && (term.value === null || term.value === '');

/** Certainly neither null nor the empty text. */
export function isSet(term: Term): boolean {
  if (term.kind === 'reference') return true;
  if (term.kind === 'unknown') return term.set === true;
  if (term.kind === 'text')
    return term.parts.some(part => (typeof part === 'string' ? part !== '' : isSet(part)));
  return false;
}

function sameList(left: ListTerm, right: ListTerm): boolean | undefined {
  if (left.form !== right.form) return false;
  if (left.rest || right.rest) return undefined;
  if (left.form === 'set' && (holeIn(left) || holeIn(right))) return undefined;
  if (left.items.length !== right.items.length) return false;
  return every(left.items.map((item, index) => sameAt(item, right.items[index])));
}

function sameDict(left: DictTerm, right: DictTerm): boolean | undefined {
  if (left.form !== right.form) return false;
  if (left.rest || right.rest) return undefined;
  if (left.entries.size !== right.entries.size) return false;
  return every([...left.entries].map(([key, item]) => sameAt(item, right.entries.get(key))));
}

const sameAt = (left: Term, right: Term | undefined): boolean | undefined =>
  right === undefined ? false : same(left, right);

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** Whether nothing tells the two apart, not even what is unknown in them; what they came from does not count. */
export const identical = (left: Term, right: Term): boolean =>
  left === right ? left.kind !== 'unknown' && left.kind !== 'lazy' : same(left, right) === true;
