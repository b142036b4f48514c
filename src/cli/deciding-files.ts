import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { loadBaseline, type Baseline } from '../catalog/baseline.ts';
import type { Config } from '../catalog/load-config.ts';
import type { PolicyFile } from '../catalog/policy-file.ts';
import { ruleFilesIn } from '../catalog/rule-folders.ts';
import { loadWaivers, waiversBeside, type WaiverFile, type WaiverFileName } from '../catalog/waivers.ts';
import { UsageError } from '../model/problem.ts';
import type { TrustChange } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import { shownPath } from '../scan/inputs/root.ts';
import { textOf, textsOf } from './answers.ts';
import type { Ground } from './ground.ts';
import type { Answers } from './io.ts';
import { ownFolders } from './setup.ts';

/** The files of waivers of a run; those on the command line instead of those in the configuration. */
export function waiverFiles(
  config: Config,
  options: Answers,
  { ground, rules }: { readonly ground: Ground; readonly rules: readonly Rule[] },
): Promise<readonly WaiverFile[]> {
  return loadWaivers(waiverNames(config, options, ground), { rules, cwd: ground.cwd });
}

export function waiverNames(config: Config, options: Answers, ground: Ground): readonly WaiverFileName[] {
  const given = textsOf(options, 'waivers');
  if (given.length > 0) {
    return given.map(name => ({ path: resolve(ground.cwd, name), where: '--waivers' }));
  }
  if (options['config'] === false) return [];
  if (config.waivers) {
    return config.waivers.map(({ name, where }) => ({ path: resolve(config.folder, name), where }));
  }
  return waiversBeside(config.source ? config.folder : ground.root);
}

/** The baseline of a run; `--no-baseline` looks at everything. */
export async function baselineOf(
  config: Config,
  options: Answers,
  ground: Ground,
): Promise<Baseline | undefined> {
  const place = baselinePlace(config, options, ground);
  return place && loadBaseline(place, ground.cwd);
}

function baselinePlace(
  { baseline, folder }: Config,
  options: Answers,
  ground: Ground,
): { readonly path: string; readonly where: string } | undefined {
  if (options['baseline'] === false) return undefined;
  const given = textOf(options, 'baseline');
  if (given !== undefined) return { path: resolve(ground.cwd, given), where: '--baseline' };
  return baseline && { path: resolve(folder, baseline.name), where: baseline.where };
}

/** A file that decides about a run. `path` is relative to the root. */
export interface DecidingFile {
  readonly what: TrustChange['what'];
  readonly path: string;
  readonly text: string;
}

/** Every file that decides, but those of waivers, of which each waiver is told by itself. */
export function decidingFiles(
  {
    config,
    policies,
    baseline,
  }: {
    readonly config: Config;
    readonly policies: readonly PolicyFile[];
    readonly baseline: Baseline | undefined;
  },
  options: Answers,
  ground: Ground,
): readonly DecidingFile[] {
  const fileAt = (what: DecidingFile['what'], path: string): DecidingFile => ({
    what,
    path: shownPath(ground.root, path),
    text: readFileSync(path, 'utf8'),
  });
  return [
    ...(config.source ? [fileAt('configuration', resolve(ground.cwd, config.source.path))] : []),
    ...policies.filter(({ shipped }) => !shipped).map(({ path }) => fileAt('policy', path)),
    ...ownFolders(config, options, ground.cwd).flatMap(folder =>
      ruleFilesIn(folder).map(({ id }) => fileAt('rule', join(folder.path, id, 'rule.yaml'))),
    ),
    ...(baseline ? [fileAt('baseline', baseline.path)] : []),
  ];
}

/** Which files came, went and changed. */
export function fileChanges(
  before: readonly DecidingFile[],
  after: readonly DecidingFile[],
): readonly TrustChange[] {
  const [old, now] = [byPath(before), byPath(after)];
  return [...new Map([...old, ...now]).values()].flatMap(({ what, path }): TrustChange[] => {
    const [was, is] = [old.get(path)?.text, now.get(path)?.text];
    if (was === is) return [];
    return [{ what, path, change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed' }];
  });
}

const byPath = (files: readonly DecidingFile[]): ReadonlyMap<string, DecidingFile> =>
  new Map(files.map(file => [file.path, file]));

/** What a mistake of the user says, on one line; anything else is a bug and stays one. */
export function mistakeIn(error: unknown): string {
  if (!(error instanceof UsageError)) throw error;
  return [error.message, ...error.details].join(': ');
}
