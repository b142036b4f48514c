import { resolve } from 'node:path';

import { displayPath } from '../catalog/display-path.ts';
import { readWaivers, waiversName, type WaiverFile } from '../catalog/waivers.ts';
import { UsageError } from '../model/problem.ts';
import type { Waiver } from '../model/waiver.ts';
import { textsOf } from './answers.ts';
import type { Answers } from './io.ts';
import { writeWhole } from './output.ts';
import type { Setup } from './setup.ts';
import type { Survey } from './survey.ts';
import { waiverItem, withWaiver } from './waiver-text.ts';

/** Adds a waiver to the first file of waivers of the run, which is made when it is not there. Answers its path. */
export async function writeWaiver(
  { setup, files }: Survey,
  waiver: Waiver,
  { options, cwd }: { readonly options: Answers; readonly cwd: string },
): Promise<string> {
  const path = pathFor(setup, options, cwd);
  const file = files.find(one => one.path === path);
  const placed = file?.waivers ?? [];
  const shown = displayPath(path, cwd);
  const text = withWaiver(file?.source.text, placed, waiver);
  if (
    text === undefined ||
    !(await holds(text, { path, shown, count: placed.length + 1, rules: setup.rules }))
  ) {
    throw new UsageError(`${shown} is written in a way that cannot be edited here; it was not touched`, {
      details: ['add to its list:', ...waiverItem(waiver).trimEnd().split('\n')],
    });
  }
  writeWhole(path, text, cwd);
  return path;
}

function pathFor({ config, root }: Setup, options: Answers, cwd: string): string {
  const [given] = textsOf(options, 'waivers');
  if (given !== undefined) return resolve(cwd, given);
  const [named] = config.waivers ?? [];
  return resolve(config.source ? config.folder : root, named?.name ?? waiversName);
}

/** What is written must load, with one waiver more than before. */
async function holds(
  text: string,
  {
    path,
    shown,
    count,
    rules,
  }: Pick<WaiverFile, 'path'> & { shown: string; count: number; rules: Setup['rules'] },
): Promise<boolean> {
  const read = await readWaivers({ path, source: { path: shown, text } }, rules);
  return read.waivers.length === count;
}
