import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { contains } from '../scan/inputs/root.ts';

/** The assemblies that hold some templates; one that lies in another is read with it. */
export function assembliesOf(templates: readonly string[]): readonly string[] {
  const folders = [...new Set(templates.map(template => outermost(dirname(template))))];
  return folders.filter(folder => !folders.some(other => other !== folder && contains(other, folder)));
}

/** An assembly of a stage lies in the one of its app, which knows more of it. */
const outermost = (folder: string): string =>
  existsSync(join(dirname(folder), 'manifest.json')) ? outermost(dirname(folder)) : folder;
