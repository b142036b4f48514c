import type { Declaration, Stack } from '../../model/declaration.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Template } from '../cloudformation/template.ts';
import type { InlineWaiver } from '../inline-waivers/inline-waiver.ts';
import { waiversInTemplate } from '../inline-waivers/template.ts';
import { readAssets } from './assets.ts';
import { type AssemblyInput, fail, type Files, pathOf, readAside, readPart } from './files.ts';
import { readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import type { ReadText } from './reader.ts';
import { type AssemblyStack, keyOf, readStack } from './stack.ts';

/** A synthesised CDK app: the templates of its stacks, with all that the manifest knows of them. */
export interface Assembly {
  /** Path of its folder, relative to the root of the run. */
  readonly folder: string;
  readonly templates: readonly Template[];
  /** Files of nested stacks by path, for whoever reads the templates. */
  readonly nested: ReadonlyMap<string, SourceFile>;
  /** The path of the template that a nested stack is made from, which its `TemplateURL` cannot say. */
  readonly nestedTemplate: (template: string, logicalId: string) => string | undefined;
  /** What the parsed stack of one of the templates is in the app: constructs, places in its source, tags. */
  readonly trace: (stack: Stack) => Stack;
  /** Waivers that stand in the templates, also in those of nested stacks. */
  readonly waivers: readonly InlineWaiver[];
  readonly inputs: readonly AssemblyInput[];
  readonly problems: readonly Problem[];
}

/** Reads the assembly in a folder (relative to the root of the run), with the assemblies of its stages. Nothing is thrown. */
export async function readAssembly(folder: string, read: ReadText): Promise<Assembly> {
  const files: Files = { folder, read, parts: new Map(), inputs: new Map(), problems: [] };
  const manifest = folder === '.' ? 'manifest.json' : `${folder}/manifest.json`;
  const stacks = (await readManifestAt(files, manifest, [])).toSorted(byPath);
  const nested = new Map(stacks.flatMap(stack => [...stack.nested]));
  const trees = [...stacks.map(({ template }) => template), ...nested.values()];
  const made = new Map(stacks.flatMap(stack => [...stack.made]));
  return {
    folder,
    templates: stacks.map(({ template }) => template),
    nested: new Map([...nested.values()].map(({ file }) => [file.path, file])),
    nestedTemplate: (template, logicalId) => nested.get(keyOf(template, logicalId))?.file.path,
    trace: stack => ({
      ...stack,
      ...tagsOf(stacks, stack),
      declarations: stack.declarations
        .filter(({ type }) => type !== 'AWS::CDK::Metadata')
        .map(declaration => traced(declaration, made.get(keyOf(declaration.at.file.path, declaration.name)))),
    }),
    waivers: [...new Map(trees.map(tree => [tree.file.path, tree])).values()].flatMap(waiversInTemplate),
    inputs: [...files.inputs.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    problems: files.problems.toSorted((a, b) => ((a.path ?? '') < (b.path ?? '') ? -1 : 1)),
  };
}

function tagsOf(stacks: readonly AssemblyStack[], { at }: Stack): Pick<Stack, 'tags'> {
  const tags = stacks.find(({ template }) => template.file.path === at.file.path)?.tags;
  return tags ? { tags } : {};
}

/** Points at the construct in the source of the app; the place in the template stays as what was generated. */
function traced(
  declaration: Declaration,
  made: { construct: string; at?: Declaration['at'] } | undefined,
): Declaration {
  if (!made) return declaration;
  const { construct, at } = made;
  return { ...declaration, construct, ...(at && { at, generated: declaration.at }) };
}

/** `around`: the manifests of the assemblies that this one is a stage of. */
async function readManifestAt(
  files: Files,
  path: string,
  around: readonly string[],
): Promise<readonly AssemblyStack[]> {
  const tree = await readPart(files, path, 'cdk-assembly');
  if (!tree) return [];
  const manifest = readManifest(tree.file, tree.root);
  if (manifest.missing.length > 0) files.problems.push(unfinished(path, manifest.missing));
  files.problems.push(...unassessed(path, manifest));
  const assets = await Promise.all(manifest.assetManifests.map(name => readAside(files, path, name)));
  const place = { manifest: path, assets: readAssets(assets.flatMap(one => one?.root ?? [])) };
  const stacks = manifest.stacks.map(stack => readStack(files, place, stack));
  const stages = manifest.stages.map(folder => readStage(files, folder, [...around, path]));
  const [own, inner] = [await Promise.all(stacks), await Promise.all(stages)];
  return [...own.flatMap(stack => stack ?? []), ...inner.flat()];
}

async function readStage(
  files: Files,
  folder: string,
  around: readonly string[],
): Promise<readonly AssemblyStack[]> {
  const outer = around.at(-1) ?? '';
  const path = pathOf(files, outer, `${folder}/manifest.json`);
  if (path === undefined) {
    return (
      fail(files, {
        path: outer,
        format: 'cdk-assembly',
        reason: `names a stage outside of itself: ${folder}`,
      }) ?? []
    );
  }
  // An assembly that is a stage of itself has nothing that is not read already.
  return around.includes(path) ? [] : readManifestAt(files, path, around);
}

/** What the assembly holds and nobody reads: stacks of a later kind, or nothing that is a stack at all. */
function unassessed(path: string, { others, stacks, stages }: Manifest): readonly Problem[] {
  const effect = 'the templates of the app were not assessed';
  const problem = (message: string): Problem => ({ cause: 'parse-error', message, path, effect });
  if (others.length > 0)
    return others.map(id => problem(`the artifact ${id} is of a kind that is not known`));
  return stacks.length + stages.length > 0 ? [] : [problem('the manifest names no stack')];
}

/** With lookups missing, the CDK fills in dummy values, and says so only in the manifest. */
function unfinished(path: string, missing: readonly string[]): Problem {
  return {
    cause: 'unresolved-value',
    message: `the app was synthesised without ${missing.length} lookups: ${[...new Set(missing)].toSorted().join(', ')}`,
    path,
    effect: 'the templates hold dummy values in their place',
    hint: 'run `cdk synth` with credentials, and commit cdk.context.json',
  };
}

const byPath = (a: AssemblyStack, b: AssemblyStack): number =>
  a.template.file.path < b.template.file.path ? -1 : 1;
