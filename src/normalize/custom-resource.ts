import type { Declaration } from '../model/declaration.ts';
import type { Opening } from '../model/resource.ts';
import { unknown } from '../model/value.ts';
import type { Dict, Value } from '../model/value.ts';
import { type ApiCall, apiCall } from './api-calls.ts';
import { propertiesOfCall } from './api-properties.ts';
import { mapChoice } from './choices.ts';
import type { Context } from './context.ts';
import { dictOf } from './dict-of.ts';
import { hiddenTypes, typesOfCall } from './hidden-types.ts';
import { readJson } from './json-text.ts';

/** What a custom resource stands for. */
export interface CustomResource {
  /** The resource that its API call makes, in the words of the model. */
  readonly made?: { readonly type: string; readonly properties: Value };
  /** What it may make besides, and nobody can see. */
  readonly opening?: Opening;
}

export const isCustomResource = (type: string): boolean =>
  type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';

/**
 * Reads a custom resource. The CDK's `AwsCustomResource` says which API it calls; any other runs code that is not in
 * view. Undefined when it makes nothing that a rule could ask for.
 */
export function fromCustomResource(declaration: Declaration, context: Context): CustomResource | undefined {
  const { entries } = dictOf(declaration.properties);
  const [create, update] = [entries.get('Create'), entries.get('Update')];
  if (!isCall(create) && !isCall(update)) {
    return knownHandlers.test(declaration.type)
      ? undefined
      : hidden(declaration, hiddenTypes(declaration, context));
  }
  return outcome(effectOf(create, declaration, context), effectOf(update, declaration, context), declaration);
}

/** The CDK's own handlers, which are known to touch only what is declared beside them. */
const knownHandlers =
  /^Custom::(?:S3AutoDeleteObjects|S3BucketNotifications|CDKBucketDeployment|LogRetention|VpcRestrictDefaultSG|CrossRegionExport(?:Reader|Writer)|ECRAutoDeleteImages|AWSCDK|DynamoDBReplica|CrossAccountZoneDelegation|DeleteExistingRecordSet)/;

/** A call is a JSON text, in old assemblies an object. */
function isCall(value: Value | undefined): boolean {
  if (value?.kind === 'known')
    return typeof value.value === 'string' && value.value.trimStart().startsWith('{');
  return value !== undefined && ['text', 'dict', 'conditional', 'one-of'].includes(value.kind);
}

/** What one call does: makes a resource, or something of these types, which may be none. */
type Effect =
  | { readonly kind: 'made'; readonly call: ApiCall; readonly properties: Dict }
  | { readonly kind: 'hidden'; readonly types: readonly string[] };

function effectOf(value: Value | undefined, declaration: Declaration, context: Context): Effect {
  if (value === undefined) return { kind: 'hidden', types: [] };
  const written = dictOf(parsed(value, declaration.name));
  const [service, action] = ['service', 'action'].map(name => textOf(written.entries.get(name)));
  if (service === undefined || action === undefined) {
    return { kind: 'hidden', types: hiddenTypes(declaration, context) };
  }
  const call = apiCall(service, action);
  if (!call) return { kind: 'hidden', types: typesOfCall(service, action, context) };
  const parameters = written.entries.get('parameters') ?? {
    kind: 'dict',
    entries: new Map(),
    ...placed(written),
  };
  return { kind: 'made', call, properties: propertiesOfCall(call, parameters, context) };
}

function parsed(value: Value, name: string): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of') {
    return mapChoice(value, part => parsed(part, name));
  }
  if (value.kind !== 'known' && value.kind !== 'text') return value;
  // A text that is no JSON is no call, and what it does instead stays open.
  return readJson(value, 'policy', { name, report: () => undefined });
}

function outcome(create: Effect, update: Effect, declaration: Declaration): CustomResource | undefined {
  if (create.kind === 'hidden') {
    // What only an update makes is not there after the first deployment.
    const later = update.kind === 'made' ? [update.call.type] : update.types;
    return hidden(declaration, [...new Set([...create.types, ...later])]);
  }
  const { type } = create.call;
  if (update.kind === 'hidden') {
    return { made: { type, properties: create.properties }, ...hidden(declaration, update.types) };
  }
  if (update.call.type !== type) {
    return { made: { type, properties: create.properties }, ...hidden(declaration, [update.call.type]) };
  }
  return { made: { type, properties: either(create, update, declaration) } };
}

/** The state after the first deployment or after a later one, whose call may differ. */
function either(
  create: Extract<Effect, { kind: 'made' }>,
  update: Extract<Effect, { kind: 'made' }>,
  { key, name, at, properties }: Declaration,
): Value {
  const { entries } = dictOf(properties);
  if (isSame(entries.get('Create'), entries.get('Update'))) return create.properties;
  const kept = update.call.partial ? create.properties.entries : [];
  const updated: Dict = { ...update.properties, entries: new Map([...kept, ...update.properties.entries]) };
  const what = `the custom resource ${name} makes another call when it is updated`;
  const condition = { kind: 'open', choice: `${key}#updated`, because: { what, at } } as const;
  return {
    kind: 'conditional',
    condition,
    // oxlint-disable-next-line unicorn/no-thenable -- the model calls it so, and no value is ever awaited
    then: updated,
    otherwise: create.properties,
    ...placed(create.properties),
  };
}

/** Whether two texts are written alike, wherever they stand. */
const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
  plainText(one) === plainText(other);

const plainText = (value: Value | undefined): string | undefined =>
  JSON.stringify(value, (name, part: unknown) => {
    if (name === 'at') return undefined;
    return part instanceof Map ? [...part] : part;
  });

function hidden(
  { name, at }: Declaration,
  types: readonly string[],
): { readonly opening: Opening } | undefined {
  if (types.length === 0) return undefined;
  const what = `the custom resource ${name} runs code that is not in view`;
  return { opening: { types, because: unknown('out-of-view', [{ what, at }], at) } };
}

/** The one text that a value is in every case. */
function textOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'known':
      return typeof value.value === 'string' ? value.value : undefined;
    case 'conditional':
      return shared([value.then, value.otherwise]);
    case 'one-of':
      return shared(value.options);
    default:
      return undefined;
  }
}

function shared(values: readonly Value[]): string | undefined {
  const texts = new Set(values.map(textOf));
  return texts.size === 1 ? [...texts][0] : undefined;
}

const placed = ({ at }: Value): Pick<Value, 'at'> => (at ? { at } : {});
