import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { UsageError } from '../model/problem.ts';
import type { SourceFile } from '../model/source.ts';
import { configOf, type ConfigFile } from './config-file.ts';
import { rejected } from './diagnostic.ts';
import { displayPath } from './display-path.ts';
import { findConfig, type Search } from './find-config.ts';
import { freeze } from './freeze.ts';
import { readChecked } from './read-checked.ts';

/** The configuration of a run and where it was found. */
export interface Config extends ConfigFile {
  /** The file, called as the user would write it; absent when there is none. */
  readonly source?: SourceFile;
  /** Absolute; paths in the file are relative to it. */
  readonly folder: string;
}

export interface ConfigRequest extends Search {
  /** A path: that file alone (`--config X`); `false`: none at all (`--no-config`); left out: the one that is found. */
  readonly config?: string | false;
}

export async function loadConfig({ config, ...search }: ConfigRequest): Promise<Config> {
  const { cwd } = search;
  if (config === false) return empty(cwd);
  const path = config === undefined ? findConfig(search) : resolve(cwd, config);
  if (path === undefined) return empty(cwd);
  const display = displayPath(path, cwd);
  const source = { path: display, text: contentOf(path, display) };
  const checked = await readChecked(source, 'config', false);
  if (!checked.ok) throw rejected(`${display} does not load`, checked.diagnostics);
  return freeze({ ...configOf(checked.block), source, folder: dirname(path) });
}

const empty = (folder: string): Config => ({
  parameters: [],
  rules: [],
  include: [],
  exclude: [],
  placement: {},
  accounts: [],
  templateValues: [],
  places: {},
  folder,
});

function contentOf(path: string, display: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new UsageError(`the configuration ${display} ${why}`, {
      hint: '`plumbline init` writes one; --no-config runs without',
    });
  }
}
