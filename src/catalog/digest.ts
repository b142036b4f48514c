import { createHash } from 'node:crypto';

import type { SourceFile } from '../model/source.ts';

/** One hash over a set of files: their names and their bytes, in the order of the names. Line ends do not count. */
export function digestOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${text.replaceAll('\r\n', '\n')}\0`);
  }
  return `sha256:${hash.digest('hex')}`;
}
