import type { Span } from '../../model/source.ts';
import type { Dict } from '../../model/value.ts';
import type { Template } from '../cloudformation/template.ts';
import { type Assets, nestedStacks } from './assets.ts';
import { pathsByTemplate, readConstructs } from './constructs.ts';
import { fail, type Files, pathOf, readAside, readPart, type Tree } from './files.ts';
import type { StackArtifact } from './manifest.ts';
import { findSources } from './sources.ts';

/** Where an element of a template comes from. */
interface Made {
  /** `Support/Agent/Resource`. */
  readonly construct: string;
  /** The construct in the source of the app, when the assembly says it and the file is in the repository. */
  readonly at?: Span;
}

/** One stack of an assembly. Maps have `path of a template#logical id` as their keys. */
export interface AssemblyStack {
  readonly template: Template;
  readonly tags: Dict | undefined;
  /** The templates of nested stacks. */
  readonly nested: ReadonlyMap<string, Tree>;
  readonly made: ReadonlyMap<string, Made>;
}

export const keyOf = (template: string, logicalId: string): string => `${template}#${logicalId}`;

/** What the manifest that names a stack says of all its stacks. */
export interface Place {
  readonly manifest: string;
  readonly assets: Assets;
}

export async function readStack(
  files: Files,
  place: Place,
  stack: StackArtifact,
): Promise<AssemblyStack | undefined> {
  const path = pathOf(files, place.manifest, stack.template ?? '');
  if (path === undefined) {
    const reason = `names no template of its own for the stack ${stack.id}: ${stack.template ?? 'none'}`;
    return fail(files, { path: place.manifest, format: 'cdk-assembly', reason });
  }
  const template = await readPart(files, path, 'cloudformation');
  if (!template) return undefined;
  const nested = await readNested(files, place, template, []);
  const { account, region, stackName, parameters, tags } = stack;
  const placement = { ...(account && { account }), ...(region && { region }) };
  return {
    template: { file: template.file, root: template.root, stackName, placement, parameters },
    tags,
    nested,
    made: await readMade(files, place, { stack, path }, nested),
  };
}

/** The nested stacks of a template and theirs. `around`: the templates that it is nested in. */
async function readNested(
  files: Files,
  place: Place,
  { file, root }: Tree,
  around: readonly string[],
): Promise<ReadonlyMap<string, Tree>> {
  const nested = new Map<string, Tree>();
  const read = nestedStacks(root, place.assets).map(async ({ logicalId, template }) => {
    const path = pathOf(files, place.manifest, template);
    // A template out of reach, or nested in itself, stays out of view, and whoever reads the templates says so.
    if (path === undefined || path === file.path || around.includes(path)) return;
    const tree = await readPart(files, path, 'cloudformation');
    if (!tree) return;
    nested.set(keyOf(file.path, logicalId), tree);
    for (const [key, inner] of await readNested(files, place, tree, [...around, file.path]))
      nested.set(key, inner);
  });
  await Promise.all(read);
  return nested;
}

async function readMade(
  files: Files,
  { manifest }: Place,
  { stack: { metadata, metadataFile }, path }: { stack: StackArtifact; path: string },
  nested: ReadonlyMap<string, Tree>,
): Promise<ReadonlyMap<string, Made>> {
  const recorded =
    metadataFile === undefined ? metadata : (await readAside(files, manifest, metadataFile))?.root;
  const constructs = readConstructs(recorded, name => pathOf(files, manifest, name));
  const paths = pathsByTemplate(
    constructs,
    path,
    (template, id) => nested.get(keyOf(template, id))?.file.path,
  );
  const sources = await findSources(constructs, files.folder, files.read);
  const made = new Map<string, Made>();
  for (const [template, ids] of paths) {
    for (const [logicalId, construct] of ids) {
      const at = sources(construct);
      made.set(keyOf(template, logicalId), { construct: construct.slice(1), ...(at && { at }) });
    }
  }
  return made;
}
