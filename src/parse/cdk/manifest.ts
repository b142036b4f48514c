import type { SourceFile } from '../../model/source.ts';
import type { Dict } from '../../model/value.ts';
import { known } from '../../model/value.ts';
import { entryOf, field, scalarText, stringOf } from '../../syntax/field.ts';
import type { MapNode, Node } from '../../syntax/node.ts';
import { spanOf, spanOfEntry } from '../../syntax/span.ts';
import type { GivenParameter } from '../cloudformation/template.ts';

/** What one manifest.json of a cloud assembly says. Files are named relative to its folder. */
export interface Manifest {
  readonly stacks: readonly StackArtifact[];
  /** Folders of the assemblies of stages. */
  readonly stages: readonly string[];
  readonly assetManifests: readonly string[];
  /** Artifacts with a template that are no stacks of a kind that is known. */
  readonly others: readonly string[];
  /** Lookups that were not done, so that the templates hold placeholders instead of what exists. */
  readonly missing: readonly string[];
}

export interface StackArtifact {
  readonly id: string;
  readonly template: string | undefined;
  readonly stackName: string;
  /** Left out where the app does not say; the deployment then does. */
  readonly account?: string;
  readonly region?: string;
  readonly parameters: ReadonlyMap<string, GivenParameter>;
  /** Tags that the deployment puts on everything that takes tags. */
  readonly tags: Dict | undefined;
  /** Construct path → what the app recorded of it: inline up to schema 50, in a file of its own since 53. */
  readonly metadata: Node | undefined;
  readonly metadataFile: string | undefined;
}

/** Reads a manifest of any schema version: what is not there is left out, what is not known is ignored. */
export function readManifest(file: SourceFile, root: Node): Manifest {
  const artifacts = entriesOf(field(root, 'artifacts'));
  const ofType = (type: string): typeof artifacts =>
    artifacts.filter(({ value }) => stringOf(field(value, 'type')) === type);
  return {
    stacks: ofType('aws:cloudformation:stack').map(({ key, value }) => stackOf(file, key, value)),
    stages: ofType('cdk:cloud-assembly').flatMap(
      ({ value }) => stringOf(field(value, 'properties', 'directoryName')) ?? [],
    ),
    assetManifests: ofType('cdk:asset-manifest').flatMap(
      ({ value }) => stringOf(field(value, 'properties', 'file')) ?? [],
    ),
    others: artifacts.filter(({ value }) => isOther(value)).map(({ key }) => key),
    missing: missingOf(field(root, 'missing')),
  };
}

const isOther = (artifact: Node): boolean =>
  artifact.kind !== 'map' ||
  (field(artifact, 'properties', 'templateFile') !== undefined &&
    stringOf(field(artifact, 'type')) !== 'aws:cloudformation:stack');

function stackOf(file: SourceFile, id: string, artifact: Node): StackArtifact {
  return {
    id,
    template: stringOf(field(artifact, 'properties', 'templateFile')),
    stackName: stringOf(field(artifact, 'properties', 'stackName')) ?? id,
    ...environmentOf(stringOf(field(artifact, 'environment'))),
    parameters: parametersOf(file, field(artifact, 'properties', 'parameters')),
    tags: tagsOf(file, field(artifact, 'properties', 'tags')),
    metadata: field(artifact, 'metadata'),
    metadataFile: stringOf(field(artifact, 'additionalMetadataFile')),
  };
}

/** `aws://111122223333/eu-central-1`; an app without environment says `unknown-account`, `unknown-region`. */
function environmentOf(environment: string | undefined): { account?: string; region?: string } {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(environment ?? '') ?? [];
  return {
    ...(account && /^\d{12}$/.test(account) && { account }),
    ...(region && region !== 'unknown-region' && { region }),
  };
}

function parametersOf(file: SourceFile, parameters: Node | undefined): ReadonlyMap<string, GivenParameter> {
  const given = new Map<string, GivenParameter>();
  if (parameters?.kind !== 'map') return given;
  for (const entry of parameters.entries) {
    const value = scalarText(entry.value);
    const via = {
      what: `parameter ${entry.key} in the manifest of the CDK app`,
      at: spanOfEntry(file, entry),
    };
    if (value !== undefined) given.set(entry.key, { value, via });
  }
  return given;
}

function tagsOf(file: SourceFile, tags: Node | undefined): Dict | undefined {
  if (tags?.kind !== 'map' || tags.entries.length === 0) return undefined;
  const entries = tags.entries.map(
    entry => [entry.key, known(scalarText(entry.value) ?? '', spanOfEntry(file, entry))] as const,
  );
  return { kind: 'dict', entries: new Map(entries), at: spanOf(file, tags) };
}

/** Each as `vpc-provider for aws://…`: what was to be looked up. */
function missingOf(missing: Node | undefined): readonly string[] {
  if (missing?.kind !== 'list') return [];
  return missing.items.map(
    item => stringOf(field(item, 'provider')) ?? stringOf(field(item, 'key')) ?? 'context',
  );
}

const entriesOf = (node: Node | undefined): MapNode['entries'] =>
  node?.kind === 'map' ? node.entries.filter(entry => entryOf(node, entry.key) === entry) : [];
