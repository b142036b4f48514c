export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const doubleQuote = 34;
export const hash = 35;
export const singleQuote = 39;
export const comma = 44;
export const dash = 45;
export const dot = 46;
export const colon = 58;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const openBrace = 123;
export const closeBrace = 125;

export const isBlank = (code: number): boolean => code === space || code === tab;

/** The end of a line or of the text: past it `charCodeAt` gives NaN. */
export const isBreak = (code: number): boolean =>
  code === lineFeed || code === carriageReturn || code !== code;

export const isBlankOrBreak = (code: number): boolean => isBlank(code) || isBreak(code);

/** What a value begins with. */
export const opens = { plain: 0, quote: 1, tag: 2, block: 3, flow: 4, dash: 5, other: 6 } as const;

const table = new Uint8Array(128);
const openings: readonly (readonly [string, number])[] = [
  [`"'`, opens.quote],
  ['!', opens.tag],
  ['|>', opens.block],
  ['[{', opens.flow],
  ['-', opens.dash],
  ['\t\n\r #%&*,:?@]`}\uFEFF', opens.other],
];
for (const [characters, kind] of openings)
  for (const character of characters)
    if (character.charCodeAt(0) < 128) table[character.charCodeAt(0)] = kind;

export function openingAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= table.length) return opens.plain;
  const kind = table[code] ?? opens.other;
  if (kind !== opens.dash) return kind;
  return isBlankOrBreak(text.charCodeAt(at + 1)) ? opens.dash : opens.plain;
}
