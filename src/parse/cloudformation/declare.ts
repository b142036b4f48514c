import type { Declaration, NotCreated } from '../../model/declaration.ts';
import type { Opening } from '../../model/resource.ts';
import type { Condition, Dict, Unknown, Value } from '../../model/value.ts';
import { field } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';
import { deploymentRole } from '../sam/deployment.ts';
import { expand, isServerless } from '../sam/expand.ts';
import { implicitApis } from '../sam/implicit.ts';
import type { Touch } from '../sam/made.ts';
import { touched } from '../sam/touch.ts';
import { lost, move } from './compose.ts';
import { entriesOf } from './entries.ts';
import { existence } from './existence.ts';
import { and, or } from './logic.ts';
import { textOf } from './loops.ts';
import { isNestedStack, nestedName } from './nested.ts';
import type { Instance, Placed, ResourceEntry } from './scope.ts';
import { malformed } from './trouble.ts';

/** What a stack declares, nested stacks included. */
export interface Declared {
  readonly declarations: Declaration[];
  readonly openings: Opening[];
  readonly notCreated: NotCreated[];
  /** What SAM adds to resources that may come later. */
  readonly touches: Touch[];
}

export function declare(instance: Instance, exists: Condition, declared: Declared): void {
  for (const because of instance.openings()) declared.openings.push({ types: 'all', because });
  const declareIf = (resource: ResourceEntry, condition: Condition): void => {
    const present = and([exists, condition]);
    if (present.kind !== 'constant' || present.value) return one(resource, present, declared);
    const { key, type, at } = resource;
    const reason = whyNot(resource);
    declared.notCreated.push({ key: instance.prefix + key, type, name: key, reason, at });
    return undefined;
  };
  for (const resource of instance.resources().values()) declareIf(resource, existence(resource));
  for (const { api, users } of implicitApis(instance)) declareIf(api, or(users.map(existence)));
  if (declared.touches.length > 0) touched(declared.declarations, declared.touches.splice(0));
}

/** What SAM makes beside resources has no condition of its own. */
function whyNot({ attributes }: ResourceEntry): string {
  const placed = attributes.get('Condition');
  const name = placed && textOf(placed.node, placed.scope);
  return name === undefined ? 'nothing that needs it is created' : `the condition ${name} is false`;
}

function one(resource: ResourceEntry, exists: Condition, declared: Declared): void {
  if (resource.type.endsWith('::MODULE')) {
    const what = `the module ${resource.type} brings resources that are not in view`;
    declared.openings.push({
      types: 'all',
      because: lost('out-of-view', [{ what, at: resource.at }], resource.at),
    });
    return;
  }
  if (isServerless(resource)) serverless(resource, exists, declared);
  else declared.declarations.push(declaration(resource, exists));
  if (isNestedStack(resource)) nested(resource, exists, declared);
}

function nested(resource: ResourceEntry, exists: Condition, declared: Declared): void {
  const stack = resource.scope.instance.nested(resource.key);
  if (stack) declare(stack, exists, declared);
  else declared.openings.push({ types: 'all', because: outOfView(resource) });
}

function serverless(resource: ResourceEntry, exists: Condition, declared: Declared): void {
  const { instance } = resource.scope;
  const macro = resource.macro ?? instance.macro();
  const changed = macro && changeable(resource.attributes.get('Properties'), macro, resource);
  const { products, openings, touches } = expand(resource, exists, changed);
  declared.openings.push(...openings);
  declared.touches.push(...touches);
  for (const { id, ...product } of products) {
    const key = instance.prefix + id;
    const shared = id === deploymentRole ? declared.declarations.findIndex(other => other.key === key) : -1;
    const before = declared.declarations[shared];
    const made = { format: 'cloudformation', key, name: id, ...product } as const;
    // One role deploys all functions: it is there when one of them is.
    if (before) declared.declarations[shared] = { ...before, exists: or([before.exists, made.exists]) };
    else declared.declarations.push(made);
  }
}

function declaration(resource: ResourceEntry, exists: Condition): Declaration {
  const { attributes, scope, key, at, type } = resource;
  const metadata = attributes.get('Metadata');
  const construct = metadata && textOf(field(metadata.node, 'aws:cdk:path'), metadata.scope);
  return {
    format: 'cloudformation',
    key: scope.instance.prefix + key,
    type,
    name: key,
    properties: propertiesOf(resource),
    exists,
    at,
    ...(construct !== undefined && { construct }),
  };
}

function propertiesOf(resource: ResourceEntry): Value {
  const { attributes, scope, at } = resource;
  const macro = resource.macro ?? scope.instance.macro();
  const properties = attributes.get('Properties');
  if (macro) return changeable(properties, macro, resource);
  if (!properties || isNull(properties.node)) return { kind: 'dict', entries: new Map(), at };
  const value = scope.instance.value(properties.node, properties.scope, properties.at);
  if (value.kind === 'absent') return { kind: 'dict', entries: new Map(), at };
  if (mayBeMap.has(value.kind)) return value;
  return malformed(scope, properties.at, `the properties of ${resource.key} are not a map`);
}

const mayBeMap = new Set(['dict', 'one-of', 'conditional', 'unknown']);

const isNull = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

/**
 * A macro gets the template as it is written and may give back anything, so nothing that is written proves anything.
 * The places stay, so that a finding points at what it speaks of.
 */
function changeable(properties: Placed | undefined, macro: Unknown, { at }: ResourceEntry): Dict {
  const list = properties?.node.kind === 'map' ? entriesOf(properties.node, properties.scope).list : [];
  const entries = new Map(list.map(entry => [entry.key, move(macro, entry.at)]));
  return { kind: 'dict', entries, rest: macro, at: properties?.at ?? at };
}

function outOfView(resource: ResourceEntry): Unknown {
  const what = `the nested stack ${resource.key} is made from ${nestedName(resource)}, which is not in view`;
  return lost('out-of-view', [{ what, at: resource.at }], resource.at);
}
