import type { Declaration, NotCreated } from '../../model/declaration.ts';
import type { Span } from '../../model/source.ts';
import {
  always,
  never,
  unknown as unresolved,
  type Dict,
  type Unknown,
  type Value,
} from '../../model/value.ts';
import { field } from '../../syntax/field.ts';
import { readJson } from '../../syntax/json.ts';
import { parseAddress, blockOf, type Address } from './address.ts';
import { moduleAt, type ResourceConfig } from './configuration.ts';
import { cursorAt, type Cursor } from './cursor.ts';
import { entrySpan, jsonCursor, type TreeFile } from './json-cursor.ts';
import { fieldOf, textAt, type Fields } from './json.ts';
import { changeOf, isDeleted, isGone, typeOf, type Instance } from './plan-index.ts';
import { tagsOf, toldByArn, type Deployed } from './providers.ts';
import { readBack } from './read-back.ts';
import type { Plan } from './read-plan.ts';
import type { Known } from './references.ts';
import type { PlanSource } from './source.ts';
import { unknownIn } from './unknown-in.ts';
import { unresolvedIn } from './unresolved.ts';
import { isNothing, valuesOf } from './values.ts';

/** What the declarations of a plan are made from. */
export interface Making {
  readonly plan: Plan;
  readonly source: PlanSource | undefined;
  /** Where a provider deploys to, by its key. */
  readonly deployed: (key: string) => Deployed;
  readonly known: Known | undefined;
  /** Stands before the addresses in the keys of declarations. */
  readonly prefix: string;
}

/** A declaration, what the plan deletes, or nothing for data sources. */
export type Declared =
  | { readonly kind: 'declared'; readonly declaration: Declaration }
  | { readonly kind: 'gone'; readonly notCreated: NotCreated; readonly was?: Declaration }
  | { readonly kind: 'none' };

/** Makes the declaration of one resource instance of a plan, as it will be when the plan is applied. */
export function declare(making: Making, instance: Instance): Declared {
  if (instance.isData) return { kind: 'none' };
  const resource = changeOf(making.plan, instance);
  const type = typeOf(resource);
  const key = making.prefix + instance.address;
  const at = planSpan(making, instance);
  const change = fieldOf(resource, 'change');
  if (isGone(change))
    return {
      kind: 'gone',
      notCreated: { key, type, name: instance.address, reason: whyGone(change), at },
      ...(isDeleted(change) && { was: deleted({ key, type, name: instance.address, at }, change) }),
    };
  const address = parseAddress(instance.address);
  const config = address && configOf(making, address);
  const cursor = cursorOf(making, instance, { address, at });
  const properties = propertiesOf(making, { instance, type, config, change }, cursor);
  const isNew = instance.from === 'change' && isNothing(fieldOf(change, 'before'));
  return {
    kind: 'declared',
    declaration: {
      format: 'terraform',
      key,
      type,
      name: instance.address,
      properties,
      exists: always,
      at: cursor.header,
      ...(!isNew && { readBack: readBack(properties, config?.expressions, cursor) }),
      ...deploymentOf(making, resource, { config, at }),
    },
  };
}

const whyGone = (change: unknown): string =>
  isDeleted(change) ? 'the plan deletes it' : 'the plan forgets it, and leaves it in AWS';

function deleted(head: Pick<Declaration, 'key' | 'type' | 'name' | 'at'>, change: unknown): Declaration {
  const [after, sensitive] = [fieldOf(change, 'before'), fieldOf(change, 'before_sensitive')];
  const planned = { after, unknown: {}, sensitive, expressions: undefined };
  const properties = valuesOf(planned, cursorAt(head.at), () => undefined);
  return { format: 'terraform', ...head, properties, exists: never };
}

interface Subject {
  readonly instance: Instance;
  readonly type: string;
  readonly config: ResourceConfig | undefined;
  readonly change: unknown;
}

function propertiesOf(making: Making, { instance, type, config, change }: Subject, cursor: Cursor): Dict {
  const { modules = [] } = parseAddress(instance.address) ?? {};
  const after = fieldOf(change, 'after');
  const expressions = config?.expressions;
  const unknown =
    instance.from === 'planned' ? unknownIn(after, expressions) : fieldOf(change, 'after_unknown');
  const place = { modules, repeats: config?.repeats };
  const keyOf = (address: string): string => making.prefix + address;
  const open = unresolvedIn({ type, place, known: config && making.known, keyOf });
  const sensitive = fieldOf(change, 'after_sensitive');
  const dict = valuesOf({ after, unknown, sensitive, expressions }, cursor, open);
  const entries = new Map([...dict.entries].filter(([name]) => name !== 'tags_all'));
  const isLost = unknown === true || (after === undefined && unknown === undefined);
  return { ...dict, entries, ...(isLost && { rest: nothingKnown(instance.address, cursor.header) }) };
}

const nothingKnown = (address: string, at: Span): Unknown =>
  unresolved('unresolved-value', [{ what: `the plan says nothing of what ${address} will be`, at }], at);

function configOf({ plan }: Making, address: Address): ResourceConfig | undefined {
  return plan.configuration && moduleAt(plan.configuration, address.modules)?.resources.get(blockOf(address));
}

const planSpan = ({ plan: { file } }: Making, { piece }: Instance): Span => ({
  kind: 'span',
  file,
  start: piece.start,
  end: piece.end,
});

/** The block in the source, else the values in the plan, which then are read once more for their places. */
function cursorOf(
  { plan, source }: Making,
  { piece, from }: Instance,
  { address, at }: { address: Address | undefined; at: Span },
): Cursor {
  const found = address && source?.cursorOf(address);
  if (found) return found;
  const text = plan.file.text.slice(piece.start, piece.end);
  const document = readJson({ path: plan.file.path, text });
  if (!document.ok) return cursorAt(at);
  const tree: TreeFile = { file: plan.file, offset: piece.start, isSource: false };
  const { root } = document;
  const change = field(root, 'change');
  const bodies =
    from === 'change'
      ? [change && field(change, 'after'), change && field(change, 'after_unknown')]
      : [field(root, 'values')];
  const entry = root.kind === 'map' ? root.entries.find(({ key }) => key === 'address') : undefined;
  return jsonCursor(
    tree,
    entry ? entrySpan(tree, entry) : at,
    bodies.filter(body => body !== undefined),
  );
}

/** Where a resource is deployed: what it says itself, then what its provider says. */
function deploymentOf(
  making: Making,
  resource: Fields,
  { config, at }: { config: ResourceConfig | undefined; at: Span },
): Partial<Deployed> {
  const change = fieldOf(resource, 'change');
  const after = fieldOf(change, 'after');
  const key = providerKey(config?.provider, resource);
  const deployed = making.deployed(key);
  const own = toldByArn(textAt(after, 'arn'));
  const written = ownRegion(typeOf(resource), after);
  const tags = tagsOf(after, fieldOf(change, 'after_unknown'), at) ?? deployed.tags;
  const region = written ?? own.region;
  const value = (text: string): Value => ({ kind: 'known', value: text, at });
  return {
    ...deployed,
    ...(own.account !== undefined && { account: value(own.account) }),
    ...(own.partition !== undefined && { partition: value(own.partition) }),
    ...(region !== undefined && { region: value(region) }),
    ...(tags && { tags }),
  };
}

/** Since version 6 of the provider each resource has the Region that it is in. */
function ownRegion(type: string, after: unknown): string | undefined {
  const region = textAt(after, 'region');
  return type.startsWith('aws_') && type !== 'aws_config_aggregate_authorization' && region !== ''
    ? region
    : undefined;
}

/** The key of the provider of a resource; without configuration, the name of its provider. */
export function providerKey(key: string | undefined, resource: Fields): string {
  return key ?? textAt(resource, 'provider_name')?.split('/').at(-1) ?? '';
}
