import { field, stringOf } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';

/** The file of an asset in the assembly, by its id, which is part of the URL that it gets. */
export type Assets = ReadonlyMap<string, string>;

/** Reads the `*.assets.json` of an assembly: `{ files: { id: { source: { path } } } }`. */
export function readAssets(manifests: readonly Node[]): Assets {
  const files = manifests.flatMap(manifest => field(manifest, 'files') ?? []);
  const entries = files.flatMap(node => (node.kind === 'map' ? node.entries : []));
  return new Map(
    entries.flatMap(({ key, value }) => {
      const path = stringOf(field(value, 'source', 'path'));
      return path === undefined ? [] : [[key, path] as const];
    }),
  );
}

/** A nested stack that a template declares, with the file of the assembly that it is made from. */
export interface NestedStack {
  readonly logicalId: string;
  readonly template: string;
}

/** The metadata of the resource says it when the CDK CLI synthesised; else the asset id in the URL does. */
export function nestedStacks(template: Node, assets: Assets): readonly NestedStack[] {
  const resources = field(template, 'Resources');
  if (resources?.kind !== 'map') return [];
  return resources.entries.flatMap(({ key: logicalId, value }) => {
    if (stringOf(field(value, 'Type')) !== 'AWS::CloudFormation::Stack') return [];
    const named = stringOf(field(value, 'Metadata', 'aws:asset:path'));
    const file = named ?? assetIn(field(value, 'Properties', 'TemplateURL'), assets);
    return file === undefined ? [] : [{ logicalId, template: file }];
  });
}

function assetIn(url: Node | undefined, assets: Assets): string | undefined {
  for (const text of textsOf(url)) {
    for (const id of text.match(/[0-9a-f]{32,}/gi) ?? []) {
      const file = assets.get(id);
      if (file !== undefined) return file;
    }
  }
  return undefined;
}

/** Every string below a node: the parts of an `Fn::Join` or `Fn::Sub`. */
function textsOf(node: Node | undefined): readonly string[] {
  if (node?.kind === 'list') return node.items.flatMap(textsOf);
  if (node?.kind === 'map') return node.entries.flatMap(({ value }) => textsOf(value));
  const text = stringOf(node);
  return text === undefined ? [] : [text];
}
