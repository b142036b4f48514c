import type { Scope, ScopeKind } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { widened } from '../resource-index.ts';
import type { Place } from './directory.ts';
import { remembered } from './remembered.ts';

/** The scope of each kind that a place belongs to, by its number; the same for all resources in it. */
export interface ScopeFinder {
  readonly of: (place: number, kind: ScopeKind) => Scope | undefined;
}

export function scopeFinder(places: readonly Place[], scopes: readonly Scope[]): ScopeFinder {
  const ofAccounts = Map.groupBy(scopes, ({ account }) => textOf(account));
  const organisation = scopes.find(({ kind }) => kind === 'organisation');
  const scopeIn = ({ account, region }: Place, kind: ScopeKind): Scope | undefined =>
    kind === 'organisation'
      ? organisation
      : ofAccounts
          .get(account)
          ?.find(scope => scope.kind === kind && (kind === 'account' || textOf(scope.region) === region));
  const finders = remembered((kind: ScopeKind) =>
    remembered((number: number) => {
      const place = places[number];
      return place && [kind, ...widened[kind]].map(one => scopeIn(place, one)).find(Boolean);
    }),
  );
  return { of: (place, kind) => finders(kind)(place) };
}

const textOf = (value: Value): string => (value.kind === 'known' ? String(value.value) : '');
