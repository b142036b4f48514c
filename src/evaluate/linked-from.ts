import type { Resource, Scope } from '../model/resource.ts';
import { unknown } from '../model/value.ts';
import type { Unknown, Value } from '../model/value.ts';
import { existing, listOf, restOf } from './in-view.ts';
import type { LinkedFrom, ListOperand, World } from './language/runtime.ts';
import { textEquals } from './language/text-match.ts';
import { linked } from './linked.ts';
import { segmentsOf, tails } from './pointers.ts';
import type { Pointing } from './pointing.ts';
import type { Index } from './resource-index.ts';
import { settledLinks } from './settled-links.ts';

/** What points at a resource in one world; see `Graph.linkedFrom`. */
export function linkedFrom(index: Index, { to, path, type, scope }: LinkedFrom, world: World): ListOperand {
  const pointing = index.pointing(type, path);
  const within = index.scopeOf(to, scope ?? 'account-region');
  if (pointing.isEmpty) return listOf(none, restOf(within, type, to));
  const candidates = pointersAtAny(pointing, to, [to, ...standInsOf(to, index)]);
  const { items, rest } = existing(index, candidates, index.scopeOf(to, 'stack'), world);
  const pointers: Resource[] = [];
  let doubt = restOf(within, type, to) ?? rest;
  for (const from of items) {
    const list = linked(index, { from, path, type: to.type }, world);
    if (list.items.includes(to)) pointers.push(from);
    else if (list.rest || list.items.some(isUnknown)) doubt ??= mayPoint(from);
  }
  return listOf(pointers, doubt ?? unsureOf(index, pointing, to, within));
}

const none: readonly never[] = [];

/** What stands for a resource, or may; one that is known to stand for another one does not. */
function standInsOf(resource: Resource, index: Index): readonly Resource[] {
  return index
    .standIns()
    .flatMap(pointing =>
      pointing
        .at(resource, resource)
        .filter(
          from => settledLinks(index, { ...pointing, from, type: resource.type })?.includes(resource) ?? true,
        ),
    );
}

/** Each of them once. */
function pointersAtAny(pointing: Pointing, to: Resource, targets: readonly Resource[]): readonly Resource[] {
  const pointers = targets.flatMap(target => pointing.at(target, to));
  return pointers.length < 2 ? pointers : [...new Set(pointers)];
}

const isUnknown = (item: ListOperand['items'][number]): boolean =>
  typeof item === 'object' && item?.kind === 'unknown';

/** Why there may be more that points here than is certain to. */
function unsureOf(
  index: Index,
  pointing: Pointing,
  to: Resource,
  within: Scope | undefined,
): Unknown | undefined {
  const unsure = pointing.unsureIn(within);
  if (unsure) return mayPoint(unsure);
  const names = hiddenNames(to, index);
  const literals = names.length > 0 ? pointing.literalsIn(within) : new Map<string, readonly Resource[]>();
  for (const [literal, [by]] of literals) {
    const fits = literals.size > maximumLiterals || names.some(name => canBe(name, literal));
    if (fits && by) return mayPoint(by);
  }
  return undefined;
}

/** More are not compared one by one, so that the cost stays linear in the resources. */
const maximumLiterals = 100;

function mayPoint({ name, at }: Resource): Unknown {
  return unknown('unresolved-value', [{ what: `${name} may belong here: its pointer is not known`, at }]);
}

/** Names that a resource is given and that are not known: a literal may be one of them. */
function hiddenNames({ type, properties }: Resource, { types }: Index): readonly Value[] {
  return (types.get(type)?.names ?? []).flatMap(path => {
    const value = segmentsOf(path).reduce<Value | undefined>(child, properties);
    return value === undefined || value.kind === 'known' || value.kind === 'absent' ? [] : [value];
  });
}

const child = (value: Value | undefined, name: string): Value | undefined =>
  value?.kind === 'dict' ? (value.entries.get(name) ?? value.rest) : value;

function canBe(name: Value, literal: string): boolean {
  switch (name.kind) {
    case 'known':
      return tails(literal).includes(String(name.value));
    case 'text':
      return tails(literal).some(tail => textEquals(name, tail) !== false);
    case 'one-of':
      return name.options.some(option => canBe(option, literal));
    case 'conditional':
      return canBe(name.then, literal) || canBe(name.otherwise, literal);
    default:
      return name.kind === 'unknown';
  }
}
