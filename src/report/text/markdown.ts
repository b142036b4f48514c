import { printable, sentence } from './printable.ts';

/** What GitHub makes a mention, a reference or a link of. */
const mentions = /@|#(?=\d)|:(?=\/\/)|www(?=\.)/gi;

/** Prose from outside on one line of Markdown: `code` stays code, everything else is shown as it is written. */
export function markdownProse(text: string): string {
  const parts = sentence(text).split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? markdownCode(part) : literal(part))).join('');
}

/** A name or a line of code from outside, as inline code that may stand in a table. */
export function markdownCode(text: string): string {
  const clean = printable(text);
  if (clean.trim() === '') return clean === '' ? '' : '` `';
  // GitHub reads a bar as the end of a table cell even in code, and HTML as HTML nowhere else.
  return /[`|]/.test(clean)
    ? `<code>${clean.replaceAll(/[^\p{L}\p{N} ./-]/gu, entity)}</code>`
    : `\`${clean}\``;
}

/** Lines of code from outside as a block, fenced with more backticks than they hold. */
export function markdownBlock(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...text.trimEnd().split('\n').map(codeLine), fence].join('\n');
}

/** An address as a link. */
export function markdownLink(text: string, address: string): string {
  return `[${literal(sentence(text))}](<${encodeURI(address.toWellFormed()).replaceAll(/[<>]/g, encodeURIComponent)}>)`;
}

const codeLine = (line: string): string => printable(line.replaceAll('\t', '  '));

/** Nobody is mentioned, nothing is linked, no math is set: a space without width parts what GitHub would join. */
function literal(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>|~&]/g, String.raw`\$&`)
    .replaceAll(mentions, '$&&#8203;')
    .replaceAll('$', '&#36;')
    .replace(/^([-+=#])|^(\d+)(?=[.)])/, match => (/\d/.test(match) ? `${match}&#8203;` : `\\${match}`));
}

/** Prose from outside inside an HTML element, where Markdown does not reach. */
export function markdownHtml(text: string): string {
  const parted = sentence(text).replaceAll(mentions, '$&\u{200b}');
  return parted.replaceAll(/[^\p{L}\p{N} .,/()-]/gu, entity);
}

const entity = (character: string): string => `&#${character.codePointAt(0) ?? 0};`;
