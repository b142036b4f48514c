import { SyntaxFailure } from '../failure.ts';

/** A piece of a template as text: without its escapes, of which a heredoc has only `$${` and `%%{`. */
export function unescaped(source: string, quoted: boolean, start: number): string {
  const text = source.includes('{') ? source.replaceAll(templateEscape, '$1{') : source;
  return quoted && text.includes('\\') ? withoutBackslashes(text, start) : text;
}

const templateEscape = /([$%])\1\{/g;

function withoutBackslashes(source: string, start: number): string {
  return source.replaceAll(escape, (found: string, at: number) => {
    const text = simple.get(found) ?? characterOf(found);
    if (text !== undefined) return text;
    throw new SyntaxFailure(`A string has no escape ${found}`, start + at, start + at + found.length);
  });
}

const escape = /\\(?:u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8}|[^])?/gu;

const simple: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
  ['\\"', '"'],
  ['\\\\', '\\'],
]);

/** `\uXXXX` or `\UXXXXXXXX`, when there is such a character. */
function characterOf(found: string): string | undefined {
  if (!unicode.test(found)) return undefined;
  const code = Number.parseInt(found.slice(2), 16);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0x10ffff || isSurrogate ? undefined : String.fromCodePoint(code);
}

const unicode = /^\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8})$/;
