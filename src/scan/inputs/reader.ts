import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { ReadText } from '../../parse/cdk/reader.ts';
import { decode } from '../../syntax/decode.ts';
import { codeOf, readFault } from './fault.ts';
import { largest } from './read.ts';
import { contains } from './root.ts';

/** Reads the files that inputs name, by path relative to the root. Links that lead out of the root count as missing. */
export function textReader(root: string): ReadText {
  return async path => {
    const file = join(root, path);
    try {
      const [real, { size }] = [await realpath(file), await stat(file)];
      if (!contains(await realpath(root), real))
        return { ok: false, missing: true, reason: 'lies outside of the root' };
      if (size > largest) return { ok: false, missing: false, reason: 'is too large' };
      const decoded = decode(await readFile(file));
      if (!decoded.ok) return { ok: false, missing: false, reason: decoded.problem.message };
      return { ok: true, file: { path, text: decoded.text } };
    } catch (error) {
      const code = codeOf(error);
      return { ok: false, missing: code === 'ENOENT' || code === 'ENOTDIR', reason: readFault(error) };
    }
  };
}

/** The same for a parser that cannot wait; undefined for whatever cannot be read. */
export function textNow(root: string): (path: string) => string | undefined {
  const realRoot = realpathSync(root);
  const isListed = listings();
  return path => {
    const file = join(root, path);
    try {
      // Beside each of a thousand templates a dozen names are looked for, mostly in vain.
      if (!isListed(file) || !contains(realRoot, realpathSync(file)) || statSync(file).size > largest)
        return undefined;
      const decoded = decode(readFileSync(file));
      return decoded.ok ? decoded.text : undefined;
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      return undefined;
    }
  };
}

/** Whether a folder may hold a file of a name, by its listing, which is read once. On some systems the case of letters is all one. */
function listings(): (file: string) => boolean {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return file => {
    const folder = dirname(file);
    if (!known.has(folder)) known.set(folder, namesIn(folder));
    return known.get(folder)?.has(nameOf(basename(file))) ?? true;
  };
}

/** Nothing for a folder that cannot be listed: what is in it may be readable all the same. */
function namesIn(folder: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(folder).map(nameOf));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

const nameOf = (name: string): string => name.normalize('NFC').toLowerCase();
