const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u{3000}-\u{303e}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}]/u;
const combining = /\p{M}/u;

/** What our own colours are written as; nothing from outside can hold one. */
const colours = new RegExp(`${String.fromCodePoint(0x1b)}\\[[0-9;]*m`, 'g');

/** Columns that a printable text takes on a terminal, whatever its colours. */
export function widthOf(painted: string): number {
  const text = painted.replaceAll(colours, '');
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (wide.test(character)) width += 2;
    else if (!combining.test(character)) width += 1;
  }
  return width;
}

/** Lines of at most `width` columns, broken at spaces; a longer word stays whole. At least one line. */
export function wrap(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The part of a long line around a column (1-based), with `mark` where it was cut. */
export function excerpt(
  line: string,
  column: number,
  { width, mark }: { width: number; mark: string },
): string {
  if (line.length <= width) return line;
  const room = Math.max(1, width - 2 * mark.length);
  const start = Math.max(0, Math.min(column - 1 - Math.floor(room / 4), line.length - room));
  const end = Math.min(line.length, start + room);
  return (start > 0 ? mark : '') + line.slice(start, end) + (end < line.length ? mark : '');
}
