import type { Resource } from '../model/resource.ts';
import { unknown } from '../model/value.ts';
import type { Reference, Text, Unknown } from '../model/value.ts';
import { listOf } from './in-view.ts';
import type { Element, ListOperand, World } from './language/runtime.ts';
import { segmentsOf } from './pointers.ts';
import type { Index } from './resource-index.ts';
import type { Settled } from './settle.ts';

export interface LinkQuery {
  readonly from: Resource;
  /** Property names with dots between them. */
  readonly path: string;
  readonly type: string;
  /** How far an alias, a version or another stand-in is still followed. */
  readonly hops?: number;
}

const maxHops = 4;

/** What the values at a path point at in one world; see `Graph.linked`. */
export function linked(index: Index, query: LinkQuery, world: World): ListOperand {
  const parts = index
    .valuesAt(query.from, query.path, world)
    .map(value => resolve(index, value, query, world));
  return joined(parts);
}

function joined(parts: readonly ListOperand[]): ListOperand {
  const items = new Set(parts.flatMap(part => part.items));
  return listOf([...items], parts.find(({ rest }) => rest)?.rest);
}

/** What one settled value points at: resources of the type, an unknown for what is out of view, nothing for another type. */
function resolve(index: Index, value: Settled, query: LinkQuery, world: World): ListOperand {
  switch (value.kind) {
    case 'reference':
      return referred(index, value, query, world);
    case 'known':
      return named(index, String(value.value), query, world);
    case 'text':
      return inText(index, value, query, world);
    case 'unknown':
      // What is not known may be several, even where it is certainly set.
      return listOf(value.set ? [value] : [], value);
    default:
      return one(unknown('unresolved-value', [{ what: 'not an identifier' }], value.at));
  }
}

const one = (item: Element): ListOperand => ({ kind: 'list', items: [item] });
const nothing: ListOperand = { kind: 'list', items: [] };

function referred(index: Index, reference: Reference, query: LinkQuery, world: World): ListOperand {
  const target = index.byKey.get(reference.target);
  if (!target) return one(outOfView(reference.target, reference));
  const { attribute } = reference;
  if (isItself(target, attribute, index)) return follow(index, target, query, world);
  // `!GetAtt Subnet.VpcId` points at what the property of that name points at.
  const hops = (query.hops ?? maxHops) - 1;
  if (hops < 0 || !target.properties.entries.has(segmentsOf(attribute)[0] ?? '')) {
    return one(outOfView(`what ${attribute} of ${target.name} is`, reference));
  }
  return linked(index, { ...query, from: target, path: attribute, hops }, world);
}

/** Whether an attribute names the resource that has it. Of a custom resource or a nested stack every one may name anything. */
function isItself({ type }: Resource, attribute: string, { types }: Index): boolean {
  if (makesAnything.test(type)) return false;
  const schema = types.get(type);
  if (attribute === 'Ref' || schema?.standsFor !== undefined || schema?.names.includes(attribute))
    return true;
  const [, what] = /^(.*)(?:Arn|ARN|Id|Identifier|Name)$/.exec(attribute) ?? [];
  const kind = type.slice(type.lastIndexOf('::') + 2);
  return what !== undefined && (kind.endsWith(what) || what.endsWith(kind));
}

const makesAnything = /^(?:Custom::|AWS::CloudFormation::(?:CustomResource|Stack)$|AWS::SSM::Parameter$)/;

function inText(index: Index, { parts, at }: Text, query: LinkQuery, world: World): ListOperand {
  const references = parts.filter(
    (part, place): part is Reference =>
      typeof part !== 'string' && part.kind === 'reference' && standsAlone(parts, place),
  );
  const found = joined(references.map(reference => referred(index, reference, query, world)));
  if (found.items.length > 0) return found;
  return one(unknown('unresolved-value', [{ what: 'an identifier of which parts are not known' }], at));
}

/** In `${Bucket}-logs` the reference is a part of the name of something else; in an ARN it is a name of its own. */
function standsAlone(parts: Text['parts'], place: number): boolean {
  const [before = '/', after = '/'] = [parts[place - 1], parts[place + 1]];
  return (
    typeof before === 'string' && typeof after === 'string' && /[:/]$/.test(before) && /^[:/]/.test(after)
  );
}

function follow(index: Index, target: Resource, query: LinkQuery, world: World): ListOperand {
  if (target.type === query.type) {
    return one(world.truth(target.exists) ? target : outOfView(target.name, { at: target.at }));
  }
  const through = index.types.get(target.type)?.standsFor;
  const hops = (query.hops ?? maxHops) - 1;
  if (through === undefined) return nothing;
  if (hops < 0) return one(outOfView(`what ${target.name} stands for`, { at: target.at }));
  return linked(index, { ...query, from: target, path: through, hops }, world);
}

function named(index: Index, literal: string, query: LinkQuery, world: World): ListOperand {
  const targets = index.named(literal, query.type, query.from);
  // An ARN names one thing: when that is in view and of another type, it is none of this one.
  if (targets.length === 0 && literal.startsWith('arn:') && index.isName(literal)) return nothing;
  const [only, ...more] = onlyExisting(targets, world);
  if (!only || more.length > 0) return one(outOfView(literal, query.from));
  return follow(index, only, query, world);
}

/** Of several that are called the same, mostly one exists: `Prod` under a condition, `Dev` under the opposite. */
function onlyExisting(targets: readonly Resource[], world: World): readonly Resource[] {
  return targets.length > 1 ? targets.filter(({ exists }) => world.truth(exists)) : targets;
}

function outOfView(what: string, { at }: { readonly at?: Resource['at'] }): Unknown {
  return unknown('out-of-view', [{ what: `${what} is not in the input` }], at);
}
