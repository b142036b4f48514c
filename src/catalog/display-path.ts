import { relative } from 'node:path';

/** A path as the person who started the run in `cwd` would write it, with `/` on every system. */
export const displayPath = (path: string, cwd: string): string =>
  relative(cwd, path).replaceAll('\\', '/') || '.';
