import type { SourceFile } from '../../model/source.ts';

type ReadResult =
  | { readonly ok: true; readonly file: SourceFile }
  /** `missing`: there is no such file; else it exists and cannot be read. */
  | { readonly ok: false; readonly missing: boolean; readonly reason: string };

/** Reads a text file by its path relative to the root of the run, with `/`. Never throws. */
export type ReadText = (path: string) => Promise<ReadResult>;
