import type { Reference, Text, Unknown } from '../../../model/value.ts';
import { spend } from '../budget.ts';
import { equals } from '../equal.ts';
import { concatenate, elementsOf, force, keysOf } from '../force.ts';
import type { Element, Failure, Frame, ListOperand, Operand } from '../runtime.ts';
import { dyn, int, listOf, mapOf, text } from '../type.ts';
import type { Type } from '../type.ts';
import { failure, isComposite, opaque, stronger } from '../unknowns.ts';
import type { Builtin } from './builtin.ts';
import { asDict, asList, refuse } from './operands.ts';

const anyList = listOf(dyn);

/** Characters of a string, elements of a list, keys of a map. Unknown elements count; an open list has no size. */
function size([subject]: readonly Operand[], frame: Frame): Operand {
  if (typeof subject === 'string') return Array.from(subject).length;
  const list = asList(subject);
  if (list) return list.rest ?? elementsOf(list, frame).length;
  const dict = asDict(subject);
  if (!dict) return refuse('size', 'a string, a list or a map', subject);
  const { keys, rest } = keysOf(dict, frame);
  return rest ?? keys.length;
}

const sized = [text, anyList, mapOf(dyn)];

function listWith(items: readonly Element[], rest: Unknown | undefined): ListOperand {
  return rest ? { kind: 'list', items, rest } : { kind: 'list', items };
}

/** One level of nesting less. An element that may be a list of any length makes the result open. */
function flatten([subject]: readonly Operand[], frame: Frame): Operand {
  const list = asList(subject);
  if (!list) return refuse('flatten', 'a list', subject);
  const items: Element[] = [];
  let { rest } = list;
  for (const element of elementsOf(list, frame)) {
    const inner = innerOf(element, frame);
    spend(frame, inner.items.length + 1);
    items.push(...elementsOf(inner, frame));
    rest ??= inner.rest;
  }
  return listWith(items, rest);
}

function innerOf(element: Element, frame: Frame): ListOperand {
  const operand = force(element, frame) ?? null;
  const doubt = opaque(operand);
  if (doubt?.kind === 'unknown') return { kind: 'list', items: [], rest: doubt };
  return asList(operand) ?? { kind: 'list', items: [element] };
}

/** Each element once. One that may equal another makes the result open. */
function distinct([subject]: readonly Operand[], frame: Frame): Operand {
  const list = asList(subject);
  if (!list) return refuse('distinct', 'a list', subject);
  const items: Element[] = [];
  const scalars = new Set<Operand>();
  let { rest } = list;
  for (const element of elementsOf(list, frame)) {
    const operand = force(element, frame) ?? null;
    const seen = scalars.has(operand) || among(operand, items, frame);
    if (typeof seen !== 'boolean') rest ??= seen.kind === 'unknown' ? seen : undefined;
    if (seen !== false) continue;
    items.push(element);
    if (!isComposite(operand)) scalars.add(operand);
  }
  return listWith(items, rest);
}

function among(operand: Operand, items: readonly Element[], frame: Frame): boolean | Unknown | Failure {
  let doubt: Unknown | Failure | undefined;
  for (const item of items) {
    spend(frame);
    const other = force(item, frame);
    const equal = other === undefined ? false : equals(operand, other, frame);
    if (equal === true) return true;
    if (equal !== false) doubt = stronger(doubt, equal);
  }
  return doubt ?? false;
}

/** Ascending; of a list with something unknown in it no order is known. */
function sort([subject]: readonly Operand[], frame: Frame): Operand {
  const list = asList(subject);
  if (!list) return refuse('sort', 'a list', subject);
  if (list.rest) return list.rest;
  const operands = elementsOf(list, frame).map(element => force(element, frame) ?? null);
  spend(frame, operands.length);
  const strings = operands.filter(operand => typeof operand === 'string');
  if (strings.length === operands.length) return { kind: 'list', items: strings.toSorted(byCodePoint) };
  const numbers = operands.filter(operand => typeof operand === 'number');
  if (numbers.length === operands.length) return { kind: 'list', items: numbers.toSorted((a, b) => a - b) };
  return refuse('sort', 'strings or numbers', ...operands);
}

function byCodePoint(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left.codePointAt(at) === right.codePointAt(at)) at += 1;
  return (left.codePointAt(at) ?? -1) - (right.codePointAt(at) ?? -1);
}

/** The strings of a list in one; unknown elements become holes of a text. */
function join([subject, separator = '']: readonly Operand[], frame: Frame): Operand {
  const list = asList(subject);
  if (!list || typeof separator !== 'string') return refuse('join', 'a list of strings', subject, separator);
  if (list.rest) return list.rest;
  const parts: Part[] = [];
  for (const element of elementsOf(list, frame)) {
    const part = partOf(force(element, frame));
    if (part === undefined) return failure('join() needs a list of strings');
    if (parts.length > 0) parts.push(separator);
    parts.push(part);
  }
  spend(frame, parts.length);
  return concatenate(...parts);
}

type Part = string | Text | Reference | Unknown;

function partOf(operand: Operand | undefined): Part | undefined {
  if (operand === undefined || typeof operand === 'string') return operand;
  if (!isComposite(operand)) return undefined;
  const { kind } = operand;
  return kind === 'text' || kind === 'reference' || kind === 'unknown' ? operand : undefined;
}

function flattened([of = anyList]: readonly Type[]): Type {
  const element = of.kind === 'list' ? of.of : dyn;
  return element.kind === 'list' ? element : listOf(element);
}

const same = ([of = anyList]: readonly Type[]): Type => of;

/** Functions of lists. */
export const listFunctions: readonly Builtin[] = [
  { name: 'size', style: 'function', takes: [sized], gives: int, run: size },
  { name: 'size', style: 'method', takes: [sized], gives: int, run: size },
  { name: 'flatten', style: 'method', takes: [[anyList]], gives: flattened, run: flatten },
  { name: 'distinct', style: 'method', takes: [[anyList]], gives: same, run: distinct },
  { name: 'sort', style: 'method', takes: [[listOf(text), listOf(int)]], gives: same, run: sort },
  { name: 'join', style: 'method', takes: [[listOf(text)]], gives: text, run: join },
  { name: 'join', style: 'method', takes: [[listOf(text)], [text]], gives: text, run: join },
];
