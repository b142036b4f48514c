import { UsageError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import { type Assembly, readAssembly } from '../../parse/cdk/assembly.ts';
import type { Lone } from '../../parse/cloudformation/template.ts';
import type { Tree } from '../../parse/detect/detect.ts';
import { waiversInHcl } from '../../parse/inline-waivers/hcl.ts';
import type { InlineWaiver } from '../../parse/inline-waivers/inline-waiver.ts';
import { waiversInTemplate } from '../../parse/inline-waivers/template.ts';
import type { ScanRequest } from '../request.ts';
import { assess } from './assess.ts';
import { compileGlobs } from './ignore.ts';
import { mapBounded } from './read.ts';
import { textReader } from './reader.ts';
import { shownPath } from './root.ts';
import { missingSubmodules } from './submodules.ts';
import { type FoundInput, type LeftOut, walk } from './walk.ts';

export type InputQuery = Pick<ScanRequest, 'root' | 'paths' | 'inputs'>;

/** Everything that was found under the paths of a run, each list sorted by path. */
export interface FoundInputs {
  /** The files that were recognised, or asked for by name. */
  readonly inputs: readonly FoundInput[];
  readonly templates: readonly (Tree | Lone)[];
  readonly policies: readonly { readonly document: Tree; readonly type: string }[];
  readonly assemblies: readonly Assembly[];
  /** Plans of Terraform. */
  readonly plans: readonly SourceFile[];
  /** Files of Terraform, and of values for its variables. */
  readonly terraform: readonly SourceFile[];
  /** Waivers that stand in the templates. */
  readonly waivers: readonly InlineWaiver[];
  readonly problems: readonly Problem[];
  readonly leftOut: LeftOut;
}

/** Enough to keep the disk busy; more only holds more texts in memory. */
const parallelReads = 16;

/**
 * Walks the paths, reads what may be infrastructure, and decides by content what each file is. `parse` takes a template
 * at once, so that its tree is not kept; nothing when it has to wait for others.
 */
export async function findInputs(
  { root, paths, inputs: globs }: InputQuery,
  parse?: (tree: Tree) => Lone | undefined,
): Promise<FoundInputs> {
  const compiled = compileGlobs(globs);
  const walked = await walk(root, paths, compiled);
  const missing = missingSubmodules(root, paths, compiled);
  const candidates = walked.candidates.toSorted((a, b) => order(a.shown, b.shown));
  const found = candidates.map(candidate => {
    const { template, ...assessment } = assess(candidate);
    // Before the tree is gone.
    const waivers = template ? waiversInTemplate(template) : [];
    return { ...assessment, waivers, template: template && (parse?.(template) ?? template) };
  });
  const folders = new Set([...walked.assemblies, ...found.flatMap(({ assembly }) => assembly ?? [])]);
  const assemblies = await readAssemblies(root, [...folders]);
  const parts = new Set(assemblies.flatMap(assembly => assembly.inputs.map(({ path }) => path)));
  const inputs = [...walked.inputs, ...missing.inputs, ...found.flatMap(({ input }) => input ?? [])];
  const problems = [...walked.problems, ...missing.problems, ...found.flatMap(one => one.problems ?? [])];
  return {
    inputs: unique([...assemblies.flatMap(assembly => assembly.inputs), ...inputs])
      .filter(input => !isSynthesised(input, assemblies))
      .toSorted((a, b) => order(a.path, b.path)),
    // A template of an assembly that is named as well is read as a part of the assembly, which knows more of it.
    templates: found.flatMap(({ template }) => (template && !parts.has(template.file.path) ? template : [])),
    policies: found.flatMap(({ policy }) => policy ?? []),
    assemblies,
    plans: found.flatMap(({ plan }) => plan ?? []),
    terraform: found.flatMap(({ terraform }) => terraform ?? []),
    waivers: [
      ...found.flatMap(({ template, waivers }) => (template && parts.has(template.file.path) ? [] : waivers)),
      ...assemblies.flatMap(assembly => assembly.waivers),
      ...found.flatMap(({ terraform }) => (terraform ? waiversInHcl(terraform) : [])),
    ],
    problems: [...problems, ...assemblies.flatMap(assembly => assembly.problems)].toSorted((a, b) =>
      order(a.path ?? '', b.path ?? ''),
    ),
    leftOut: {
      ...walked.leftOut,
      others: walked.leftOut.others + found.filter(one => !one.input && !one.assembly).length,
    },
  };
}

function readAssemblies(root: string, folders: readonly string[]): Promise<readonly Assembly[]> {
  const read = textReader(root);
  return mapBounded(folders.map(folder => shownPath(root, folder)).toSorted(order), parallelReads, folder =>
    readAssembly(folder, read),
  );
}

/** The settings of a CDK app say nothing more when what it synthesised is there. */
function isSynthesised({ path, format }: FoundInput, assemblies: readonly Assembly[]): boolean {
  const folder = path.slice(0, -'cdk.json'.length);
  return format === 'cdk-app' && assemblies.some(assembly => assembly.folder.startsWith(folder));
}

function unique(inputs: readonly FoundInput[]): readonly FoundInput[] {
  const byPath = new Map<string, FoundInput>();
  for (const input of inputs) if (!byPath.has(input.path)) byPath.set(input.path, input);
  return [...byPath.values()];
}

/** The error of a run that found nothing to assess (exit 2): what was looked for, where, and what was seen instead. */
export function nothingFound({ root, paths }: InputQuery, found: FoundInputs): UsageError {
  const under = paths.map(path => shownPath(root, path)).join(', ');
  const seen = tally(found.inputs.map(({ reason, format }) => reason ?? format ?? 'not recognised'));
  const left = [
    ...seen.map(([reason, count]) => `${counted(count)} skipped: ${reason}`),
    ...(found.leftOut.others > 0 ? [`${counted(found.leftOut.others)} of other kinds`] : []),
    ...(found.leftOut.ignored > 0 ? [`${found.leftOut.ignored} left out by .gitignore`] : []),
    ...(found.leftOut.excluded > 0
      ? [`${found.leftOut.excluded} left out by inputs in the configuration`]
      : []),
  ];
  return new UsageError('no infrastructure files found', {
    details: [`looked for ${lookedFor}, under ${under}`, ...left],
    hint: 'is the path right? Files that are named are read even when git ignores them',
  });
}

const lookedFor = [
  'CloudFormation and SAM templates (YAML or JSON)',
  'CDK assemblies (cdk.out)',
  'Terraform and OpenTofu (.tf, .tofu, .tf.json) and their plans (terraform show -json)',
  'organisation policies',
].join(', ');

const counted = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

function tally(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([a, some], [b, more]) => more - some || order(a, b));
}

/** By code unit, the same on every machine. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
