import type { Placement } from '../../model/case.ts';
import type { Declaration, Stack } from '../../model/declaration.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import { parseAddress } from './address.ts';
import { evaluateSource } from './evaluate-source.ts';
import { blocksIn, findSource, type BlockAddress, type FoundSource } from './find-source.ts';
import { indexOf, type PlanIndex } from './plan-index.ts';
import { brokenPlan, readPlan, type Plan } from './read-plan.ts';
import type { SourceFiles } from './source-module.ts';
import { stackOf } from './stack.ts';
import { staleProblems } from './stale.ts';

/** What a plan may be read with. Paths are relative to the root of the run, with `/`. */
export interface PlanContext {
  readonly files?: SourceFiles;
  /** Folders that the user names as sources of plans. */
  readonly given?: readonly string[];
  /** All folders with Terraform files in view. */
  readonly folders?: readonly string[];
  /** What this run says of the account and Region of a plan, by its path. */
  readonly placement?: (path: string) => Placement;
}

/** What became of one plan. */
export interface ParsedPlan {
  readonly path: string;
  /** The root module that the plan was made from, when it is in view. */
  readonly source?: string;
  /** The source files that were looked at. */
  readonly files: readonly string[];
  /** Resources that the plan deletes. */
  readonly gone: number;
  /** Resources that the plan forgets: they stay in AWS. */
  readonly forgotten: number;
}

export interface PlansParsed {
  readonly stacks: readonly Stack[];
  readonly problems: readonly Problem[];
  readonly plans: readonly ParsedPlan[];
}

/** The stacks of plans, as `terraform show -json` prints them. Bad input is a problem of the result; nothing is thrown. */
export function parsePlans(files: readonly SourceFile[], context: PlanContext = {}): PlansParsed {
  const problems: Problem[] = [];
  const opened = files.flatMap(file => openFile(file, context, problems));
  const parsed = opened.flatMap(one => {
    const shared = opened.some(other => other !== one && other.root === one.root);
    const key = shared || one.isBesideOthers ? one.plan.file.path : one.root;
    const placement = context.placement?.(one.plan.file.path) ?? {};
    const written = writtenIn(one, context, placement);
    const stack = attempted(one.plan, problems, () => stackOf({ ...one, written, key, placement }));
    return stack ? [{ stack, plan: outcomeOf(one, stack) }] : [];
  });
  return { stacks: parsed.map(({ stack }) => stack), problems, plans: parsed.map(({ plan }) => plan) };
}

function writtenIn(
  { plan, found }: Opened,
  { files }: PlanContext,
  placement: Placement,
): ReadonlyMap<string, Declaration> {
  return found && files ? evaluateSource(plan, found.source, { files, placement }) : new Map();
}

const outcomeOf = ({ plan, found }: Opened, stack: Stack): ParsedPlan => ({
  path: plan.file.path,
  ...(found && { source: found.source.folder }),
  files: found?.source.files() ?? [],
  gone: stack.removed?.length ?? 0,
  forgotten: (stack.notCreated?.length ?? 0) - (stack.removed?.length ?? 0),
});

/** A plan with its resources listed and its source found. */
interface Opened {
  readonly plan: Plan;
  readonly index: PlanIndex;
  readonly found: FoundSource | undefined;
  /** The folder that its resources belong to. */
  readonly root: string;
  /** Whether Terraform files of something else lie in that folder. */
  readonly isBesideOthers: boolean;
}

function openFile(file: SourceFile, context: PlanContext, problems: Problem[]): readonly Opened[] {
  const document = readPlan(file);
  if (!document.ok) {
    problems.push(document.problem);
    return [];
  }
  const { plan } = document;
  const index = attempted(plan, problems, () => indexOf(plan));
  return index ? [openPlan(plan, index, context, problems)] : [];
}

function openPlan(plan: Plan, index: PlanIndex, context: PlanContext, problems: Problem[]): Opened {
  const { path } = plan.file;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  const found = context.files && sourceOf(plan, index, { context, folder, files: context.files });
  if (found) problems.push(...staleProblems(path, found));
  const isBesideOthers = !found && (context.folders ?? []).includes(folder);
  return { plan, index, found, root: found?.source.folder ?? folder, isBesideOthers };
}

function attempted<T>({ file }: Plan, problems: Problem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    problems.push(brokenPlan(file, error));
    return undefined;
  }
}

function sourceOf(
  { configuration }: Plan,
  index: PlanIndex,
  { context, folder, files }: { context: PlanContext; folder: string; files: SourceFiles },
): FoundSource | undefined {
  const blocks = configuration ? blocksIn(configuration) : blocksOf(index);
  const { given = [], folders = [] } = context;
  const around = [folder, ...outer(folder)];
  const others = folders.filter(one => !around.includes(one) && !given.includes(one));
  return findSource(blocks, configuration !== undefined, { given, around, others }, files);
}

/** `a/b/c` lies in `a/b`, in `a` and in the root. */
function outer(folder: string): readonly string[] {
  if (folder === '.') return [];
  const parent = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '.';
  return [parent, ...outer(parent)];
}

function blocksOf({ instances }: PlanIndex): ReadonlyMap<string, BlockAddress> {
  const blocks = instances.flatMap(({ address, isData, from }) => {
    const parsed = isData || from === 'prior' ? undefined : parseAddress(address);
    if (!parsed) return [];
    const prefix = parsed.modules.map(({ name }) => `module.${name}.`).join('');
    return [[`${prefix}${parsed.type}.${parsed.name}`, parsed] as const];
  });
  return new Map(blocks);
}
