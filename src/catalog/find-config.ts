import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { UsageError } from '../model/problem.ts';
import { displayPath } from './display-path.ts';

export const configName = 'plumbline.yaml';

/** Where to look. All absolute; `root` is around all paths: the git root, or what else bounds the run. */
export interface Search {
  readonly paths: readonly string[];
  readonly root: string;
  readonly cwd: string;
}

/** The configuration of a run: the nearest plumbline.yaml on the way from each scanned path up to the root. */
export function findConfig({ paths, root, cwd }: Search): string | undefined {
  const found = new Set(paths.map(path => nearest(folderOf(path), root, cwd)));
  const [first, second] = found;
  if (found.size <= 1) return first;
  const shown = [...found].map(path => (path === undefined ? 'none' : displayPath(path, cwd)));
  throw new UsageError('the paths to scan have different configurations', {
    details: shown.map((name, index) => `${index === 0 ? 'found' : 'and  '} ${name}`),
    hint: `say which one with --config ${displayPath(first ?? second ?? '', cwd)}, or scan one path at a time`,
  });
}

function nearest(folder: string, root: string, cwd: string): string | undefined {
  const path = join(folder, configName);
  if (existsSync(path)) return path;
  refuseOtherSpelling(folder, cwd);
  return folder === root || dirname(folder) === folder ? undefined : nearest(dirname(folder), root, cwd);
}

/** A configuration that is not read because of its name would be the worst kind of silence. */
function refuseOtherSpelling(folder: string, cwd: string): void {
  const other = ['plumbline.yml', '.plumbline.yaml', '.plumbline.yml', 'plumbline.json'].find(name =>
    isThere(join(folder, name)),
  );
  if (other === undefined) return;
  throw new UsageError(`${displayPath(join(folder, other), cwd)} would not be read`, {
    hint: `the configuration is named ${configName}; rename it, or name it with --config`,
  });
}

/** `-f json=plumbline.json` is what every example writes; a result is no configuration. */
function isThere(path: string): boolean {
  if (!existsSync(path)) return false;
  if (!path.endsWith('.json')) return true;
  const head = Buffer.alloc(200);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  return !head.toString('latin1').includes('"schemaVersion"');
}

const folderOf = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : dirname(path);
