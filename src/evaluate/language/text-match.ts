import type { Text, Unknown } from '../../model/value.ts';
import { remembered } from './text-answers.ts';
import {
  arnWildcards,
  asterisk,
  colon,
  edgesDiffer,
  hole,
  item,
  literal,
  maybeColon,
  one,
  plain,
  questionMark,
  segment,
  slash,
  star,
  wildcards,
  within,
} from './text-pattern.ts';
import type { Chars, Pattern } from './text-pattern.ts';
import { withWords } from './with-words.ts';

/*
 * Strings, wildcards and holes are compared as two small automata that walk side by side. A question about texts has
 * three answers: yes whatever the holes hold, no whatever they hold, or not decided.
 */

/** Above this product of lengths a question counts as not decided, so that no input can stall a run. */
const work = 4_000_000;

/** `text.startsWith(prefix)`; nothing when the holes decide. */
export function textStartsWith(text: Chars, prefix: Chars): boolean | undefined {
  if (typeof text === 'string' && typeof prefix === 'string') return text.startsWith(prefix);
  const head = knownEdge(text, 0);
  if (typeof prefix === 'string' && head !== undefined && head.length >= prefix.length)
    return head.startsWith(prefix);
  return withWords(textStartsWith, text, prefix) ?? relate(literal(text), [...literal(prefix), star]);
}

/** `text.endsWith(suffix)`; nothing when the holes decide. */
export function textEndsWith(text: Chars, suffix: Chars): boolean | undefined {
  if (typeof text === 'string' && typeof suffix === 'string') return text.endsWith(suffix);
  const tail = knownEdge(text, -1);
  if (typeof suffix === 'string' && tail !== undefined && tail.length >= suffix.length)
    return tail.endsWith(suffix);
  return withWords(textEndsWith, text, suffix) ?? relate(literal(text), [star, ...literal(suffix)]);
}

/** `text.contains(part)`; nothing when the holes decide. */
export function textContains(text: Chars, part: Chars): boolean | undefined {
  if (typeof text === 'string' && typeof part === 'string') return text.includes(part);
  if (
    typeof part === 'string' &&
    typeof text !== 'string' &&
    text.parts.some(known => typeof known === 'string' && known.includes(part))
  )
    return true;
  return withWords(textContains, text, part) ?? relate(literal(text), [star, ...literal(part), star]);
}

/** What a text certainly begins (0) or ends (-1) with: mostly enough to decide, and far cheaper than the automata. */
function knownEdge(text: Chars, edge: 0 | -1): string | undefined {
  const part = typeof text === 'string' ? text : text.parts.at(edge);
  return typeof part === 'string' ? part : undefined;
}

/** `left == right`; nothing when the holes decide. */
export function textEquals(left: Chars, right: Chars): boolean | undefined {
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  return withWords(textEquals, left, right) ?? relate(literal(left), literal(right));
}

/** IAM's `*` and `?` over a text; nothing when the holes decide. */
export function globMatches(pattern: Chars, text: Chars): boolean | undefined {
  if (typeof pattern === 'string' && typeof text === 'string') return matchPlain(pattern, text);
  return (
    withWords(globMatches, pattern, text) ??
    remembered('matches', [pattern, text], () => relate(wildcards(pattern), literal(text)))
  );
}

/**
 * True when a pattern of a policy matches an ARN of those that `arns` stands for; nothing when the holes decide. A `*` of a
 * policy goes beyond colons; one in `arns` stands for what is between two colons, or at the end for any resource of which
 * the name may end in a version (`:0`), as that of a model.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function globMeetsArns(pattern: Chars, arns: Chars): boolean | undefined {
  if (pattern === '*') return true;
  if (typeof pattern === 'string' && typeof arns === 'string' && !/[*?]/.test(arns))
    return matchPlain(pattern, arns);
  return remembered('meets', [pattern, arns], () => relate(wildcards(pattern), arnWildcards(arns)));
}

/** True when a pattern of a policy matches every ARN that `inner` stands for; nothing when the holes decide. */
export function globCovers(outer: Chars, inner: Chars): boolean | undefined {
  if (typeof outer === 'string' && typeof inner === 'string' && !/[*?]/.test(inner))
    return matchPlain(outer, inner);
  return remembered('covers', [outer, inner], () => covers(outer, inner));
}

function covers(outer: Chars, inner: Chars): boolean | undefined {
  const covering = wildcards(outer);
  const covered = wildcards(inner);
  if (edgesDiffer(covering, covered)) return false;
  if (walk(covering, covered, joinCovering) === true) return true;
  const decided = [...covering, ...covered].every(code => code !== hole && !isToken(code));
  return decided || walk(covering, covered, joinPossiblyCovering) === false ? false : undefined;
}

/** The ASCII lower case of a text; its holes are no longer what they were, but keep their shape. */
export function lowerChars(text: Chars): Chars {
  return mapChars(text, part =>
    isAscii(part) ? part.toLowerCase() : part.replace(/[A-Z]+/g, letters => letters.toLowerCase()),
  );
}

const isAscii = (part: string): boolean => !/[^ -~]/.test(part);

/** The ASCII upper case of a text. */
export function upperChars(text: Chars): Chars {
  return mapChars(text, part => part.replace(/[a-z]+/g, letters => letters.toUpperCase()));
}

function mapChars(text: Chars, change: (part: string) => string): Chars {
  if (typeof text === 'string') return change(text);
  const parts = text.parts.flatMap((part): Text['parts'] => {
    if (typeof part === 'string') return [change(part)];
    if (part.kind === 'unknown') return [changedHole(part)];
    if (part.kind === 'reference' && part.text) return partsOf(mapChars(part.text, change));
    const link = { what: 'the letter case of a part of the text', ...(part.at && { at: part.at }) };
    return [{ kind: 'unknown', cause: 'unresolved-value', chain: [link], set: true }];
  });
  return { kind: 'text', parts };
}

/** What is made of an unknown is another one. */
const changedHole = ({ cause, chain, set, shape, at }: Unknown): Unknown => ({
  kind: 'unknown',
  cause,
  chain,
  ...(set && { set }),
  ...(shape && { shape }),
  ...(at && { at }),
});

const partsOf = (text: Chars): Text['parts'] => (typeof text === 'string' ? [text] : text.parts);

function relate(left: Pattern, right: Pattern): boolean | undefined {
  if (edgesDiffer(left, right)) return false;
  const certain = walk(left, right, joinCertain);
  if (certain !== false) return certain;
  return walk(left, right, joinPossible) === false ? false : undefined;
}

const stepLeft = 1;
const stepRight = 2;
const stepBoth = 4;

/** The steps two codes allow: bits of which side moves on. */
type Join = (left: number, right: number) => number;

/** Whether the walk can reach both ends; nothing when it would be too long. */
function walk(left: Pattern, right: Pattern, join: Join): boolean | undefined {
  if (left.length * right.length > work) return undefined;
  let row = new Uint8Array(right.length + 2);
  let next = new Uint8Array(right.length + 2);
  row[0] = 1;
  for (const code of left) {
    if (!advance({ row, next }, { code, right, join })) return false;
    [row, next] = [next, row.fill(0)];
  }
  advance({ row, next }, { code: Number.NaN, right, join });
  return row[right.length] === 1;
}

/**
 * Marks in `row` what is reachable on the right while the left stays at `code`, and in `next` what is reachable after
 * `code`. False when nothing is.
 */
function advance(
  { row, next }: { readonly row: Uint8Array<ArrayBuffer>; readonly next: Uint8Array<ArrayBuffer> },
  { code, right, join }: { readonly code: number; readonly right: Pattern; readonly join: Join },
): boolean {
  let goesOn = false;
  for (let j = 0; j <= right.length; j += 1) {
    if (row[j] !== 1) continue;
    const steps = join(code, right[j] ?? Number.NaN);
    if (steps & stepRight) row[j + 1] = 1;
    if (steps & stepLeft) next[j] = 1;
    if (steps & stepBoth) next[j + 1] = 1;
    goesOn ||= (steps & (stepLeft | stepBoth)) !== 0;
  }
  return goesOn;
}

/** A hole is certain to match only under a star of the other side. An end is NaN and matches nothing. */
function joinCertain(left: number, right: number): number {
  if (left === star) return Number.isNaN(right) ? stepLeft : stepLeft | stepRight;
  if (right === star) return Number.isNaN(left) ? stepRight : stepLeft | stepRight;
  if (isOptional(left)) return joinOptional(left, right, { stay: stepRight, skip: stepLeft });
  if (isOptional(right)) return joinOptional(right, left, { stay: stepLeft, skip: stepRight });
  if (left <= hole || right <= hole) return 0;
  return same(left, right) ? stepBoth : 0;
}

const isOptional = (code: number): boolean => code === within || code === item || code === maybeColon;

function joinOptional(code: number, other: number, steps: { stay: number; skip: number }): number {
  if (code === maybeColon) return steps.skip | (other === colon || other === one ? stepBoth : 0);
  const outside = Number.isNaN(other) || other === colon || other === hole || other === plain;
  return steps.skip | (outside || (code === within && other === slash) ? 0 : steps.stay);
}

/** A hole may hold anything, a token no wildcard, a segment neither `:` nor `/`. Allows too much rather than too little. */
function joinPossible(left: number, right: number): number {
  if (isFree(left) || isFree(right)) return joinFree(left, right);
  if (isToken(left)) return joinToken(left, right, stepRight);
  if (isToken(right)) return joinToken(right, left, stepLeft);
  if (isOptional(left)) return joinOptional(left, right, { stay: stepRight, skip: stepLeft });
  if (isOptional(right)) return joinOptional(right, left, { stay: stepLeft, skip: stepRight });
  return same(left, right) ? stepBoth : 0;
}

const isFree = (code: number): boolean => code === star || code === hole;

function joinFree(left: number, right: number): number {
  if (Number.isNaN(right)) return isFree(left) ? stepLeft : 0;
  if (Number.isNaN(left)) return isFree(right) ? stepRight : 0;
  return stepLeft | stepRight;
}

const isToken = (code: number): boolean => code === segment || code === plain;

function joinToken(token: number, other: number, stayOnToken: number): number {
  if (Number.isNaN(other) || other === asterisk || other === questionMark) return 0;
  if (token === segment && (other === colon || other === slash)) return 0;
  return isToken(other) || isOptional(other) ? stepLeft | stepRight | stepBoth : stayOnToken | stepBoth;
}

/** The outer side covers with `*` all that the inner side may be; a `?` covers one character, not a `*`. */
function joinCovering(outer: number, inner: number): number {
  if (outer === star) return Number.isNaN(inner) ? stepLeft : stepLeft | stepRight;
  if (inner === star || outer <= hole || inner <= hole) return 0;
  if (inner === one) return outer === one ? stepBoth : 0;
  return same(outer, inner) ? stepBoth : 0;
}

/** Of what the inner side may be there is something that nothing but a `*` covers, or a hole that may hold one. */
function joinPossiblyCovering(outer: number, inner: number): number {
  if (inner !== star && (inner !== one || outer === one)) return joinPossible(outer, inner);
  if (Number.isNaN(outer) || !isFree(outer)) return 0;
  return stepLeft | stepRight;
}

function same(left: number, right: number): boolean {
  if (Number.isNaN(left) || Number.isNaN(right)) return false;
  return left === right || left === one || right === one;
}

/** Greedy matching with one point of return: `*` is tried shortest first and never revisited once a later `*` matches. */
function matchPlain(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let retry: { readonly pattern: number; text: number } | undefined;
  while (t < text.length) {
    const wanted = pattern.charAt(p);
    if (wanted === '*') {
      p += 1;
      retry = { pattern: p, text: t };
    } else if (wanted === '?' || (wanted !== '' && wanted === text.charAt(t))) {
      p += 1;
      t += 1;
    } else if (retry) {
      retry.text += 1;
      t = retry.text;
      p = retry.pattern;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}
