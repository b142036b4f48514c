import type { Origin } from '../../../model/source.ts';
import type { Known, Link } from '../../../model/value.ts';
import { numberText } from './number.ts';
import { spread } from './spread.ts';
import { EvaluationError, type Term } from './term.ts';
import { lost } from './unknown.ts';

/** Longer texts are not built. */
const maximumLength = 2_000_000;
const maximumParts = 10_000;

/** The order of texts in Terraform: that of their UTF-8 bytes. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const one = left.charCodeAt(at);
    const other = right.charCodeAt(at);
    if (one !== other)
      return isSurrogate(one) === isSurrogate(other) ? one - other : isSurrogate(one) ? 1 : -1;
  }
  return left.length - right.length;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** The text that a scalar becomes where a text is needed. */
export const scalarText = (value: string | number | boolean): string =>
  typeof value === 'number' ? numberText(value) : String(value);

/** One text out of pieces of which some may not be known. */
export function concat(parts: readonly (string | Term)[], at: Origin): Term {
  const terms = parts.filter(part => typeof part !== 'string');
  return spread(terms, at, plain => {
    let next = 0;
    return join(
      parts.map(part => (typeof part === 'string' ? part : (plain[next++] ?? part))),
      at,
    );
  });
}

interface Draft {
  readonly at: Origin;
  readonly parts: (string | Term)[];
  readonly via: Link[];
  sensitive: boolean;
  length: number;
}

function join(parts: readonly (string | Term)[], at: Origin): Term {
  const draft: Draft = { at, parts: [], via: [], sensitive: false, length: 0 };
  for (const part of parts) add(draft, part);
  if (draft.length > maximumLength)
    return lost(`a text of more than ${maximumLength} characters`, at, { set: true });
  if (draft.parts.length > maximumParts) return lost(`a text of more than ${maximumParts} parts`, at);
  return finished(draft);
}

function add(draft: Draft, part: string | Term): void {
  if (draft.length > maximumLength || draft.parts.length > maximumParts) return;
  if (typeof part === 'string') addLiteral(draft, part);
  else if (part.kind === 'text') for (const piece of part.parts) add(draft, piece);
  else if (part.kind === 'known') addKnown(draft, part);
  else if (part.kind === 'list' || part.kind === 'dict') throw noText(part.kind, draft.at);
  else if (part.kind === 'lazy') draft.parts.push(part.whole());
  else draft.parts.push(part);
}

const noText = (kind: 'list' | 'dict', at: Origin): EvaluationError =>
  new EvaluationError(`a ${kind === 'list' ? 'list' : 'map'} stands where a text is needed`, at);

function addKnown(draft: Draft, { value, via = [], sensitive }: Known): void {
  if (value === null) throw new EvaluationError('null stands where a text is needed', draft.at);
  for (const link of via) if (!draft.via.includes(link)) draft.via.push(link);
  if (sensitive) draft.sensitive = true;
  addLiteral(draft, scalarText(value));
}

function addLiteral(draft: Draft, text: string): void {
  if (text === '') return;
  draft.length += text.length;
  const last = draft.parts.at(-1);
  if (typeof last === 'string') draft.parts[draft.parts.length - 1] = last + text;
  else draft.parts.push(text);
}

function finished({ at, parts, via, sensitive }: Draft): Term {
  const [first = ''] = parts;
  if (parts.length > 1) return { kind: 'text', parts: sensitive ? parts.map(hidden) : parts, at };
  if (typeof first !== 'string') return first.kind === 'known' ? first : { ...first, at };
  return {
    kind: 'known',
    value: first,
    at,
    ...(via.length > 0 && { via }),
    ...(sensitive && { sensitive }),
  };
}

/** The literal pieces around a secret stay together with it, so that none is printed. */
const hidden = (part: string | Term): Term =>
  typeof part === 'string' ? { kind: 'known', value: part, sensitive: true } : part;
