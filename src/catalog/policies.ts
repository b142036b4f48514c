import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { UsageError } from '../model/problem.ts';
import { closest } from './closest.ts';
import { rejected } from './diagnostic.ts';
import { displayPath } from './display-path.ts';
import { packageFolder } from './package-folder.ts';
import { policyOf, type PolicyFile } from './policy-file.ts';
import { readChecked } from './read-checked.ts';

/** A policy that somebody named: an id of ours, or a path relative to `folder`. */
export interface PolicyName {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Who named it: `plumbline.yaml:3:5`, `--policy`. */
  readonly where: string;
}

const shippedFolder = join(packageFolder, 'policies');

/** The ids of the policies that come with the package. */
export function shippedPolicies(): readonly string[] {
  return readdirSync(shippedFolder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => basename(name, '.yaml'))
    .toSorted();
}

/** The named policies with everything that they extend, in the order in which they count: what extends comes after what is extended. */
export async function loadPolicies(
  names: readonly PolicyName[],
  cwd: string,
): Promise<readonly PolicyFile[]> {
  const loaded = await Promise.all(names.map(name => load(name, [], cwd)));
  return [...new Map(loaded.flat().map(file => [file.path, file])).values()];
}

/** A policy behind everything that it extends. */
async function load(
  name: PolicyName,
  extending: readonly string[],
  cwd: string,
): Promise<readonly PolicyFile[]> {
  const place = locate(name, cwd);
  const { path, display } = place;
  if (extending.includes(path)) throw cycle([...extending, path], name);
  const file = await read(place, name);
  const parents = file.policy.extends.map(parent => ({
    name: parent,
    folder: dirname(path),
    where: display,
  }));
  const inherited = await Promise.all(parents.map(parent => load(parent, [...extending, path], cwd)));
  return [...inherited.flat(), file];
}

interface PolicyPlace {
  readonly path: string;
  /** What messages call it. */
  readonly display: string;
  readonly shipped: boolean;
}

function locate({ name, folder, where }: PolicyName, cwd: string): PolicyPlace {
  const path = resolve(folder, name);
  if (/[\\/]|\.ya?ml$/.test(name)) {
    if (existsSync(path)) return { path, display: displayPath(path, cwd), shipped: false };
    throw new UsageError(`policy file ${name} does not exist`, { details: [`named by ${where}`] });
  }
  if (shippedPolicies().includes(name)) {
    const file = `${name}.yaml`;
    return { path: join(shippedFolder, file), display: `plumbline/policies/${file}`, shipped: true };
  }
  const near = closest(name, shippedPolicies());
  throw new UsageError(`policy ${name} does not exist`, {
    details: [`named by ${where}`],
    hint:
      near === undefined
        ? `known policies: ${shippedPolicies().join(', ')}; your own are named by path, ./policies/own.yaml`
        : `did you mean ${near}?`,
  });
}

async function read({ path, display, shipped }: PolicyPlace, { where }: PolicyName): Promise<PolicyFile> {
  const checked = await readChecked({ path: display, text: readFileSync(path, 'utf8') }, 'policy', shipped);
  if (!checked.ok) throw rejected(`policy ${display} does not load`, checked.diagnostics);
  const file = policyOf(checked.block, path, shipped);
  const expected = idOf(path);
  if (file.policy.id === expected) return file;
  throw new UsageError(`the id of policy ${display} is "${file.policy.id}"`, {
    details: [`named by ${where}`],
    hint: `write \`id: ${expected}\` or rename the file`,
  });
}

const idOf = (path: string): string => basename(path).replace(/\.ya?ml$/, '');

function cycle(paths: readonly string[], { where }: PolicyName): UsageError {
  const ids = paths.map(idOf);
  return new UsageError('policies extend each other in a circle', {
    details: [ids.slice(ids.indexOf(ids.at(-1) ?? '')).join(' → '), `closed by ${where}`],
    hint: 'take one `extends` out',
  });
}
