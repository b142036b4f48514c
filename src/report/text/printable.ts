/** Controls (ANSI escapes among them), invisible and bidirectional marks, lone surrogates, line and paragraph separators. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Inside the strings of indented JSON there is no raw line break. */
const hiddenButBreaks = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const beyondAscii = /[^ -~]/gu;

/**
 * What CI runners take for a command when it stands in a log: `::` at the start of a line (GitHub), `##[`, `##vso[` and
 * `##teamcity[` anywhere (GitHub, Azure, TeamCity). Lines break at spaces only, so a start is a start or follows one.
 */
const command = /(?<=^|\s):(?=:|$)|#(?=#(?:vso|teamcity)?\[)/gi;
/** Nearly all text has none of these, and is left alone at once. */
const suspect = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?:^|\s):|:$|##/u;
const suspectInAscii = /[^ -~]|(?:^|\s):|:$|##/;
const commandInside = /#(?=#(?:vso|teamcity)?\[)/gi;

/** One line of text from outside, harmless on a terminal and in a CI log; what is not shown is written as `\u{…}`. */
export function printable(text: string, ascii = false): string {
  if (!(ascii ? suspectInAscii : suspect).test(text)) return text;
  return text.replaceAll(ascii ? beyondAscii : hidden, escaped).replaceAll(command, escaped);
}

const spaces = /\s{2,}|[^\S ]/g;
const unevenSpace = /\s{2}|[^\S ]|^\s|\s$/;

/** Prose from outside as one printable line: line breaks and indentation become spaces. */
export function sentence(text: string, ascii = false): string {
  return printable(unevenSpace.test(text) ? text.replaceAll(spaces, ' ').trim() : text, ascii);
}

/** JSON that is harmless on a terminal and in a CI log: what is not shown is escaped, and it parses to the same value. */
export function printableJson(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, undefined, indent);
  return text
    .replaceAll(indent > 0 ? hiddenButBreaks : hidden, jsonEscaped)
    .replaceAll(commandInside, jsonEscaped);
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function jsonEscaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
