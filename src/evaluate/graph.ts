import type { Resource, Scope, ScopeKind } from '../model/resource.ts';
import type { Reference, Text } from '../model/value.ts';
import { existing, listOf, restOf } from './in-view.ts';
import type { Graph } from './language/runtime.ts';
import { linkedFrom } from './linked-from.ts';
import { linked } from './linked.ts';
import { referenceText } from './reference-text.ts';
import type { Index } from './resource-index.ts';

/** The graph as one subject sees it. */
export function graphOf(index: Index, subject: Resource | Scope): Graph {
  // The rules on one subject look at the same references again and again.
  let texts: Map<Reference, Text | undefined> | undefined;
  const textOf = (reference: Reference): Text | undefined => {
    texts ??= new Map();
    if (!texts.has(reference)) texts.set(reference, referenceText(reference, index));
    return texts.get(reference);
  };
  return {
    target: reference => index.byKey.get(reference.target),
    textOf,
    linked: (from, path, type, world) => linked(index, { from, path, type }, world),
    linkedFrom: (query, world) => linkedFrom(index, query, world),
    resources(type, kind, world) {
      const scope = scopeFor(index, subject, kind);
      const home = subject.kind === 'resource' ? index.scopeOf(subject, 'stack') : subject;
      const { items, rest } = existing(index, scope ? index.inScope(scope, type) : [], home, world);
      return listOf(items, restOf(scope, type) ?? rest);
    },
  };
}

/** The scope that is asked about; none when what is under evaluation reaches over several of its kind. */
function scopeFor(index: Index, subject: Resource | Scope, kind: ScopeKind | undefined): Scope | undefined {
  if (subject.kind === 'resource') return index.scopeOf(subject, kind ?? 'account-region');
  if (kind === undefined || kind === subject.kind) return subject;
  const [first, ...others] = new Set(index.membersOf(subject).map(member => index.scopeOf(member, kind)));
  return others.length === 0 ? first : undefined;
}
