import type { Stack } from '../model/declaration.ts';
import type { Opening, Resource, Scope, ScopeKind } from '../model/resource.ts';
import { unknown } from '../model/value.ts';
import type { Value } from '../model/value.ts';

/** A stack with what became of its declarations. */
export interface Placed {
  readonly stack: Stack;
  readonly resources: readonly Resource[];
  /** What may be in it without being among them. */
  readonly openings: readonly Opening[];
}

/**
 * What can be spoken of: each stack, which is closed but for its openings; and, open because templates never show all
 * of them, each account and Region, each account, and the organisation when a part of it is in view.
 * Stacks of which account or Region are not known are taken to be deployed together.
 */
export function scopesOf(placed: readonly Placed[]): readonly Scope[] {
  return [
    ...placed.map(stackScope),
    ...groupScopes('account-region', placed, ({ account, region }) => [account, region]),
    ...groupScopes('account', placed, ({ account }) => [account]),
    ...(placed.some(isOfOrganisation) ? groupScopes('organisation', placed, () => []) : []),
  ];
}

function stackScope({ stack, resources, openings }: Placed): Scope {
  const { key, name, account, region, at } = stack;
  return { kind: 'stack', key, name, account, region, members: resources, openings, at };
}

const isOfOrganisation = ({ resources }: Placed): boolean =>
  resources.some(({ type }) => type.startsWith('AWS::Organizations::'));

interface Place {
  readonly account: Value;
  readonly region: Value;
}

/** What is deployed in one place: the resources there, whatever their stacks, and the stacks that have none. */
interface Group extends Place {
  readonly at: Stack['at'];
  readonly members: Resource[];
}

function groupScopes(
  kind: ScopeKind,
  placed: readonly Placed[],
  places: (place: Place) => readonly Value[],
): Scope[] {
  const groups = new Map<string, Group>();
  const groupOf = ({ account, region }: Place, { at }: Stack): Group => {
    const key = [kind, ...places({ account, region }).map(place => literalOf(place) ?? '*')].join('/');
    const group = groups.get(key) ?? { account, region, at, members: [] };
    groups.set(key, group);
    return group;
  };
  for (const { stack, resources } of placed) {
    let last: Place = stack;
    let group = resources.length === 0 ? groupOf(stack, stack) : undefined;
    for (const resource of resources) {
      const { account, region } = resource;
      // Nearly all of them are where their stack is.
      if (!group || account !== last.account || region !== last.region) group = groupOf(resource, stack);
      group.members.push(resource);
      last = resource;
    }
  }
  return [...groups].map(([key, group]) => groupScope(kind, key, group));
}

function groupScope(kind: ScopeKind, key: string, { account, region, members, at }: Group): Scope {
  const name = nameOf(kind, { account, region });
  return { kind, key, name, account, region, members, openings: [templatesOnly], at };
}

function nameOf(kind: ScopeKind, place: Place): string {
  if (kind === 'organisation') return 'the organisation';
  const account = literalOf(place.account);
  const region = kind === 'account-region' ? literalOf(place.region) : undefined;
  const where = account === undefined ? 'the account of the deployment' : `account ${account}`;
  return region === undefined ? where : `${where} in ${region}`;
}

const literalOf = (value: Value): string | undefined =>
  value.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;

const templatesOnly: Opening = {
  types: 'all',
  because: unknown('out-of-view', [{ what: 'only templates were scanned; the account may hold more' }]),
};
