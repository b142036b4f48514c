import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import { ruleNamed } from '../catalog/find-rule.ts';
import type { WaiverFile } from '../catalog/waivers.ts';
import { isDay } from '../model/day.ts';
import { UsageError } from '../model/problem.ts';
import type { Tree } from '../scan/git/tree.ts';
import { compileGlobs, ignoredOf } from '../scan/inputs/ignore.ts';
import { contains } from '../scan/inputs/root.ts';
import type { BaseTree, Gatekeeping, ScanRequest } from '../scan/request.ts';
import { textOf } from './answers.ts';
import { baselineOf, mistakeIn, waiverFiles } from './deciding-files.ts';
import { groundIn } from './ground.ts';
import type { Answers, Io } from './io.ts';
import { deploymentOf } from './scan-request.ts';
import { configOn, type Setup } from './setup.ts';
import { proposedChanges } from './trust.ts';

export interface Gated {
  readonly request: ScanRequest;
  readonly files: readonly WaiverFile[];
}

/** A run with everything that lets something through: waivers, a baseline, another commit. */
export async function gated(setup: Setup, asked: ScanRequest, options: Answers, io: Io): Promise<Gated> {
  const { config, ground, decisions, rules } = setup;
  const request = { ...asked, paths: await allPaths(setup, asked) };
  const files = await waiverFiles(config, decisions, setup);
  const placed = files.flatMap(({ waivers }) => waivers);
  const baseline = await baselineOf(config, decisions, ground);
  const proposed = await proposedChanges(setup, { waivers: placed, options, io });
  const base = await baseOf(setup, request, options, io);
  const mandatory = new Set(request.rules.filter(one => one.mandatory).map(({ rule }) => rule.id));
  const gatekeeping: Gatekeeping = {
    asOf: dayOf(options),
    waivers: placed.map(({ waiver }) => waiver),
    inlineWaivers: options['inline'] !== false && (config.inlineWaivers ?? true),
    ruleIdOf: name => ruleNamed(rules, name)?.id,
    known: baseline
      ? [{ name: baseline.source.path, findings: baseline.findings, except: mandatory, notes: [] }]
      : [],
    ...(base && { base }),
    ...(proposed && { trust: { ...proposed, tree: await trustedTree(setup, request, base) } }),
  };
  return { request: { ...request, gatekeeping }, files };
}

/** What git keeps it does not ignore, whatever .gitignore says: a new line there hides no file that will be merged. */
async function allPaths({ root, ground }: Setup, request: ScanRequest): Promise<readonly string[]> {
  if (!existsSync(resolve(root, '.git'))) return request.paths;
  const { keptInGit } = await import('../scan/git/changes.ts');
  const { admits } = compileGlobs(request.inputs);
  // Where nothing is trusted, git is asked for what it ignores: that takes no time.
  const kept = await keptInGit(root, ground.trusted ? 'all' : 'ignored');
  const hidden = ignoredOf(root, kept)
    .filter(admits)
    .map(path => resolve(root, path))
    .filter(path => existsSync(path) && request.paths.some(one => contains(one, path)));
  return [...new Set([...request.paths, ...hidden])];
}

function dayOf(options: Answers): string {
  const given = textOf(options, 'asOf');
  if (given === undefined) return new Date().toISOString().slice(0, 10);
  if (isDay(given)) return given;
  throw new UsageError(`--as-of cannot be ${given === '' ? 'empty' : given}`, {
    hint: 'a day in UTC: --as-of 2027-03-31',
  });
}

/** `--diff-from`: the commit at which the work began, looked at as the run itself. */
async function baseOf(
  setup: Setup,
  request: ScanRequest,
  options: Answers,
  io: Io,
): Promise<BaseTree | undefined> {
  const ref = textOf(options, 'diffFrom');
  if (ref === undefined) return undefined;
  const { root } = setup;
  const { revisionOf, forkPoint, shownRevision } = await import('../scan/git/revision.ts');
  const named = await revisionOf(root, ref, '--diff-from');
  const { revision, notes } = await forkPoint(root, named);
  const [{ treeOf }, { renamesSince, uncommitted }] = await Promise.all([
    import('../scan/git/tree.ts'),
    import('../scan/git/changes.ts'),
  ]);
  const [tree, renames] = await Promise.all([treeOf(root, revision), renamesSince(root, revision.commit)]);
  const submodules = tree.submodules.filter(path =>
    request.paths.some(one => contains(one, resolve(root, path)) || contains(resolve(root, path), one)),
  );
  const { scan, renames: moved } = treeRequest(request, { folder: tree.folder, renames, root });
  return {
    scan: { ...scan, ...(await deploymentIn(tree, setup, options, io)) },
    renames: moved,
    name: shownRevision(revision),
    paths: tree.paths,
    notes: [
      ...notes,
      ...dirtyNotes(await uncommitted(root)),
      ...submodules.map(
        path => `${path} is a submodule, which is not compared: what is found in it counts as new`,
      ),
    ],
  };
}

const dirtyNotes = (files: number): readonly string[] =>
  files === 0
    ? []
    : [
        `${files} ${files === 1 ? 'file is' : 'files are'} not as committed: the work tree is assessed as it lies there`,
      ];

/**
 * What a commit says of the deployment of its templates. It is an input like any other: a parameter or a Region that
 * changed must not make the past look like now. A commit without a configuration says nothing, and is taken as it is now.
 */
async function deploymentIn(
  tree: Tree,
  setup: Setup,
  options: Answers,
  { cwd }: Io,
): Promise<ReturnType<typeof deploymentOf>> {
  const ground = groundIn(tree, setup.root, cwd);
  const folderOf = (name: string): string => (existsSync(resolve(ground.cwd, name)) ? ground.cwd : cwd);
  const { trusted } = setup.ground;
  const inputAt = (path: string): string => {
    const there = resolve(tree.folder, relative(trusted?.folder ?? tree.folder, path));
    return existsSync(there) ? there : path;
  };
  if (trusted) return deploymentOf(setup, options, { folderOf, inputAt });
  const places = { folderOf, inputAt: (path: string): string => path };
  const config = await configOn(ground, setup, options).catch(mistakeIn);
  return typeof config !== 'string' && config.source
    ? deploymentOf({ config, ground }, options, places)
    : deploymentOf(setup, options, places);
}

/** The trusted commit as far as waivers in the inputs are concerned. */
async function trustedTree(
  { root, ground }: Setup,
  request: ScanRequest,
  base: BaseTree | undefined,
): Promise<BaseTree> {
  const { trusted } = ground;
  if (!trusted) throw new RangeError('no commit is trusted');
  if (base && base.scan.root === trusted.folder) return base;
  const { renamesSince } = await import('../scan/git/changes.ts');
  const renames = await renamesSince(root, trusted.commit);
  return {
    ...treeRequest(request, { folder: trusted.folder, renames, root }),
    name: trusted.ref,
    paths: trusted.paths,
    notes: [],
  };
}

/** The paths of a run where a commit has them: under their former names too, and none where it has none. */
function treeRequest(
  request: ScanRequest,
  {
    folder,
    renames,
    root,
  }: {
    readonly folder: string;
    readonly renames: ReadonlyMap<string, string>;
    readonly root: string;
  },
): Pick<BaseTree, 'scan' | 'renames'> {
  const { gatekeeping: _, terraform, ...plain } = request;
  // What the command line gives for now may have decided nothing then.
  const { refusesIdle: __, ...settings } = terraform ?? { variables: [], sources: [] };
  const same = request.paths.map(path => resolve(folder, relative(root, path)));
  const former = [...renames]
    .filter(([to]) => request.paths.some(path => contains(path, resolve(root, to))))
    .map(([, from]) => resolve(folder, from))
    .filter(from => !same.some(path => contains(path, from)));
  const paths = [...new Set([...same, ...former])].filter(path => existsSync(path));
  return {
    renames,
    scan: { ...plain, terraform: settings, root: folder, paths, allowEmpty: true, lineHashes: false },
  };
}
