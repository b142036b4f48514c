import type { Snippet } from '../../model/rule.ts';
import type { Span } from '../../model/source.ts';

/** Something wrong with an expression; offsets are into its text, `end` exclusive. */
export interface Diagnostic {
  /** `syntax`, `unknown-field`, `maybe-absent`, …: stable, for tests and documentation. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What to write instead. */
  readonly hint?: string;
}

/** The region of the rule file that a range of an expression was written in. */
export function spanInFile(range: { readonly start: number; readonly end: number }, snippet: Snippet): Span {
  const start = fileOffset(range.start, snippet);
  const end = range.end > range.start ? fileOffset(range.end - 1, snippet) + 1 : start;
  return { kind: 'span', file: snippet.at.file, start, end };
}

function fileOffset(offset: number, { lines, at }: Snippet): number {
  const line = lines.findLast(entry => entry.text <= offset);
  return line ? line.file + (offset - line.text) : at.start + offset;
}
