import type { GraphResource } from '../model/case.ts';
import { causes } from '../model/cause.ts';
import type { Cause } from '../model/cause.ts';
import type { Declaration, Stack } from '../model/declaration.ts';
import type { Estate, Opening, Scope } from '../model/resource.ts';
import type { SourceFile, Span } from '../model/source.ts';
import type { TypeRegistry } from '../model/types.ts';
import { absent, always, known, unknown } from '../model/value.ts';
import type { Value } from '../model/value.ts';
import { normalize } from '../normalize/normalize.ts';
import type { Entry, MapNode, Node } from '../syntax/node.ts';

/**
 * The estate that a case in graph form describes: resources in the model's words, and nothing else.
 * Unlike a template it is complete, but for the types that `open` names.
 */
export function estateOfGraph(
  resources: readonly GraphResource<Node>[],
  open: Readonly<Record<string, Cause>>,
  types: TypeRegistry,
): Estate {
  const { estate } = normalize(stacksOfGraph(resources), types);
  const openings = openingsOf(open);
  return {
    resources: estate.resources,
    scopes: estate.scopes.map((scope): Scope => ({ ...scope, openings, observed: true })),
  };
}

/** The resources of a graph, those of one account and Region in a stack of their own. */
export function stacksOfGraph(resources: readonly GraphResource<Node>[]): readonly Stack[] {
  const places = Map.groupBy(resources, ({ account, region }) => `${account ?? ''}/${region ?? ''}`);
  return [...places].map(([place, members]) => stackOf(place, members));
}

/** What `open` says of the types of which not all resources are in view. */
export function openingsOf(open: Readonly<Record<string, Cause>>): readonly Opening[] {
  return Object.entries(open).map(([type, cause]): Opening => ({
    types: [type],
    because: unknown(cause, [{ what: `not all resources of type ${type} could be read` }]),
  }));
}

function stackOf(place: string, members: readonly GraphResource<Node>[]): Stack {
  const [first] = members;
  if (!first) throw new RangeError('a place without resources');
  const { file } = first.at;
  return {
    key: `${file.path}#${place}`,
    name: place,
    account: givenOr(first.account, 'account'),
    region: givenOr(first.region, 'region'),
    partition: givenOr(first.partition, 'partition'),
    declarations: members.map(member => declarationOf(member, file)),
    openings: [],
    at: first.at,
  };
}

const givenOr = (text: string | undefined, what: string): Value =>
  text === undefined ? unknown('unresolved-value', [{ what: `the case gives no ${what}` }]) : known(text);

function declarationOf(
  { key, type, properties, tags, at }: GraphResource<Node>,
  file: SourceFile,
): Declaration {
  const entries = new Map<string, Value>(properties?.kind === 'map' ? entriesOf(properties, file) : []);
  if (tags) entries.set('Tags', valueOf(tags, file));
  return {
    format: 'cloudformation',
    key,
    type,
    name: key,
    properties: { kind: 'dict', entries, at },
    exists: always,
    at,
  };
}

const entriesOf = ({ entries }: MapNode, file: SourceFile): [string, Value][] =>
  entries.map(({ key, keyStart, value }) => [key, valueOf(value, file, keyStart)]);

function valueOf(node: Node, file: SourceFile, start = node.start): Value {
  const at: Span = { kind: 'span', file, start, end: node.end };
  if (node.kind === 'scalar') return known(node.value, at);
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(item => valueOf(item, file)), at };
  const [only, ...others] = node.entries;
  const special = only && others.length === 0 ? specialOf(only, at) : undefined;
  return special ?? { kind: 'dict', entries: new Map(entriesOf(node, file)), at };
}

/** `{ $unknown: cause }`, `{ $ref: key }` and `{ $absent: true }`. */
function specialOf({ key, value }: Entry, at: Span): Value | undefined {
  const text = value.kind === 'scalar' ? String(value.value) : '';
  if (key === '$absent') return { ...absent, at };
  if (key === '$ref') return { kind: 'reference', target: text, attribute: 'Ref', at };
  if (key !== '$unknown') return undefined;
  const cause = causes.find(candidate => candidate === text);
  return unknown(cause ?? 'unresolved-value', [{ what: `the case leaves it unknown (${text})`, at }], at);
}
