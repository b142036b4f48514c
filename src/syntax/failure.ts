import { regionOf } from '../model/source.ts';
import type { SourceFile } from '../model/source.ts';
import type { Document, SyntaxProblem } from './node.ts';

/** Ends the reading of one text; caught where the text came in. Offsets are UTF-16, `end` exclusive. */
export class SyntaxFailure extends Error {
  override readonly name = 'SyntaxFailure';
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end = start) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

/** A problem that covers the text from `start` to `end`. */
export const problemAt = (file: SourceFile, message: string, start: number, end = start): SyntaxProblem => ({
  message,
  region: regionOf({ kind: 'span', file, start, end }),
});

/** How deep maps and lists may nest. Real templates stay below 60. */
export const maxDepth = 500;

export const tooDeep = (start: number): SyntaxFailure =>
  new SyntaxFailure(`Nested deeper than ${maxDepth} levels`, start);

export const refuse = (file: SourceFile, message: string, start = 0, end = start): Document => ({
  ok: false,
  file,
  problems: [problemAt(file, message, start, end)],
});

/** The outcome of `read`, which throws a `SyntaxFailure` when there is none. */
export function attempt(file: SourceFile, read: () => Document): Document {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return refuse(file, error.message, error.start, error.end);
  }
}
