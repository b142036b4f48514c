export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const quote = 34;
export const dollar = 36;
export const percent = 37;
export const star = 42;
export const minus = 45;
export const slash = 47;
export const less = 60;
export const backslash = 92;
export const openBrace = 123;
export const closeBrace = 125;
export const tilde = 126;

export const isBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;

/** White space as HashiCorp's parser sees it: Go's `unicode.IsSpace`. */
const spaces = String.raw`[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]`;
const leadingSpace = new RegExp(`^${spaces}+`, 'u');
const someSpace = new RegExp(spaces, 'u');

export const withoutLeadingSpace = (text: string): string => text.replace(leadingSpace, '');

/** By hand: an expression that is anchored at the end takes quadratic time. */
export function withoutTrailingSpace(text: string): string {
  let end = text.length;
  while (end > 0 && someSpace.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const nameStart = /[\p{ID_Start}_]/u;
const nameContinue = /[\p{ID_Continue}-]/u;

const asciiStarts = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(nameStart.test(String.fromCharCode(code))),
);
const asciiContinues = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(nameContinue.test(String.fromCharCode(code))),
);

/** The number of code units of the character at `at` when a name may start with it, else 0. */
export function nameStartWidth(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (asciiStarts[code] ?? 0) : wideWidth(text, at, nameStart);
}

/** Where the name that goes on at `at` ends. */
export function nameEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    const width = code < 128 ? (asciiContinues[code] ?? 0) : wideWidth(text, at, nameContinue);
    if (width === 0) return at;
    at += width;
  }
}

function wideWidth(text: string, at: number, wanted: RegExp): number {
  const code = text.codePointAt(at);
  if (code === undefined || !wanted.test(String.fromCodePoint(code))) return 0;
  return code > 0xffff ? 2 : 1;
}
