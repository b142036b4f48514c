import type { Text } from '../../model/value.ts';

/** A string, or a text with holes. */
export type Chars = string | Text;

/** UTF-16 units, and the codes below for what stands for several characters. */
export type Pattern = readonly number[];

export const star = -1;
export const one = -2;
export const hole = -3;
export const segment = -4;
/** At least one character, and no wildcard. */
export const plain = -6;
/** Any characters but `:` and `/`; none too. */
export const within = -5;
/** Any characters but `:`; none too. */
export const item = -7;
/** A `:` or nothing. */
export const maybeColon = -8;

export const colon = 58;
export const slash = 47;
export const asterisk = 42;
export const questionMark = 63;

export const literal = (text: Chars): Pattern => codes(text, unit => unit);

export const wildcards = (text: Chars): Pattern => codes(text, wildcard);

function wildcard(unit: number): number {
  if (unit === asterisk) return star;
  return unit === questionMark ? one : unit;
}

/** Before the resource, a wildcard is between two colons. */
export function arnWildcards(text: Chars): Pattern {
  let colons = 0;
  return wildcards(text).flatMap(code => {
    if (code === colon) colons += 1;
    if (code !== star || text === '*') return code;
    return colons < 5 ? within : [item, maybeColon, item];
  });
}

function codes(text: Chars, codeOf: (unit: number) => number): Pattern {
  const made: number[] = [];
  appendCodes(made, text, codeOf);
  return made;
}

function appendCodes(made: number[], text: Chars, codeOf: (unit: number) => number): void {
  if (typeof text === 'string') {
    for (let index = 0; index < text.length; index += 1) made.push(codeOf(text.charCodeAt(index)));
    return;
  }
  for (const part of text.parts) {
    if (typeof part === 'string') appendCodes(made, part, codeOf);
    else if (part.kind === 'reference' && part.text) appendCodes(made, part.text, codeOf);
    else if (part.kind !== 'unknown' || !part.shape) made.push(hole);
    else made.push(part.shape === 'segment' ? segment : plain);
  }
}

/** What both begin or end with, up to the first code that is no character: mostly enough to say that they differ. */
export function edgesDiffer(left: Pattern, right: Pattern): boolean {
  let index = 0;
  while (isSameCharacter(left[index], right[index])) index += 1;
  if (areCharacters(left[index], right[index])) return true;
  index = -1;
  while (isSameCharacter(left.at(index), right.at(index))) index -= 1;
  return areCharacters(left.at(index), right.at(index));
}

const areCharacters = (left = hole, right = hole): boolean => left >= 0 && right >= 0;

const isSameCharacter = (left = hole, right = hole): boolean => left >= 0 && left === right;
