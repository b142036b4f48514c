import type { Placement } from '../../model/case.ts';
import type { Span } from '../../model/source.ts';
import { type Dict, type Link, unknown, type Value } from '../../model/value.ts';
import { partitionOf } from '../cloudformation/pseudo.ts';
import { namesIn, type Configuration, type ProviderConfig } from './configuration.ts';
import { fieldOf, fieldsAt, isFields, isList, listAt, textAt, type Fields } from './json.ts';

/** What a plan says of the accounts and Regions that its providers deploy to. */
export interface ProviderFacts {
  readonly configuration: Configuration | undefined;
  /** Values of the variables of the root module. */
  readonly variables: Fields;
  /** What `aws_caller_identity`, `aws_region` and `aws_partition` said, by the key of their provider. */
  readonly told: ReadonlyMap<string, Told>;
  /** What the run says, for what no provider says. */
  readonly placement: Placement;
  /** The plan. */
  readonly at: Span;
}

/** What is known of one place, in words of AWS. */
export interface Told {
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
}

export interface Deployed {
  readonly account: Value;
  readonly region: Value;
  readonly partition: Value;
  /** The `default_tags` of the provider. */
  readonly tags?: Dict;
}

/** Where a provider deploys to, and the tags that it puts on everything. */
export function deployedBy(key: string, facts: ProviderFacts): Deployed {
  const provider = facts.configuration?.providers.get(key);
  const { placement } = facts;
  const told = facts.told.get(key);
  const written = provider && settingsOf(provider, facts);
  const said: Told = { ...told, ...written };
  const partition = said.partition ?? placement.partition ?? partitionFor(said.region ?? placement.region);
  const known = { ...placement, ...said, ...(partition !== undefined && { partition }) };
  const pick = (what: keyof Told, option: string): Value => {
    const value = known[what];
    if (value === undefined) return notSaid(what, key, option, facts.at);
    const isGiven = said[what] === undefined && placement[what] !== undefined;
    const by = isGiven ? `--${what} of this run` : `the configuration of provider ${key}`;
    return { kind: 'known', value, via: [{ what: by }] };
  };
  const tags = provider && defaultTags(provider, facts);
  return {
    account: pick('account', '--account'),
    region: pick('region', '--region'),
    partition: pick('partition', '--partition'),
    ...(tags && { tags }),
  };
}

function notSaid(what: string, key: string, option: string, at: Span): Value {
  const link: Link = { what: `the plan does not say the ${what} of provider ${key}; pass ${option}`, at };
  return { ...unknown('unresolved-value', [link], at), set: true, shape: 'segment' };
}

/** Of an ARN that names its partition, account and Region. */
export function toldByArn(arn: unknown): Told {
  const [prefix, partition, , region, account] = typeof arn === 'string' ? arn.split(':') : [];
  if (prefix !== 'arn') return {};
  return {
    ...(partition && { partition }),
    ...(region && isRegion(region) && { region }),
    ...(account && isAccount(account) && { account }),
  };
}

const isRegion = (text: string): boolean => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(text);
const isAccount = (text: string): boolean => /^\d{12}$/.test(text);

/** What a data source of AWS says of the place it was read from. */
export const toldByData = (type: string, values: unknown): Told => tellers.get(type)?.(values) ?? {};

/** The data sources that say where they were read. */
const tellers: ReadonlyMap<string, (values: unknown) => Told> = new Map<string, (values: unknown) => Told>([
  [
    'aws_caller_identity',
    values => {
      const account = textAt(values, 'account_id') ?? '';
      const { partition } = toldByArn(textAt(values, 'arn'));
      return { ...(isAccount(account) && { account }), ...(partition !== undefined && { partition }) };
    },
  ],
  [
    'aws_region',
    values => {
      const region = textAt(values, 'region') ?? textAt(values, 'name') ?? textAt(values, 'id') ?? '';
      return isRegion(region) ? { region } : {};
    },
  ],
  [
    'aws_partition',
    values => {
      const partition = textAt(values, 'partition');
      return partition === undefined ? {} : { partition };
    },
  ],
]);

export const tellsPlace = (type: string): boolean => tellers.has(type);

const partitionFor = (region: string | undefined): string | undefined =>
  region === undefined ? undefined : partitionOf({ region })?.name;

function settingsOf({ expressions }: ProviderConfig, facts: ProviderFacts): Told {
  const region = settled(expressions['region'], facts, isRegion);
  const role =
    roleOf(expressions['assume_role'], facts) ?? roleOf(expressions['assume_role_with_web_identity'], facts);
  const allowed = settled(expressions['allowed_account_ids'], facts, isAccount);
  return {
    ...role,
    ...(allowed !== undefined && { account: allowed }),
    ...(region !== undefined && { region }),
  };
}

/** The role that a provider assumes last is the one that deploys. */
function roleOf(blocks: unknown, facts: ProviderFacts): Told | undefined {
  const role = isList(blocks) ? blocks.at(-1) : blocks;
  const arn = fieldOf(role, 'role_arn');
  const { account, partition } = toldByArn(settled(arn, facts, text => text.startsWith('arn:')));
  const found = account ?? settled(arn, facts, isAccount);
  if (role === undefined) return undefined;
  return { ...(found !== undefined && { account: found }), ...(partition !== undefined && { partition }) };
}

/** The literal, or the value of the one variable, when it has the form of what is looked for. */
function settled(
  expression: unknown,
  { variables }: ProviderFacts,
  fits: (text: string) => boolean,
): string | undefined {
  const constant = fieldOf(expression, 'constant_value');
  const [only, ...others] = namesIn(expression);
  const variable =
    only?.startsWith('var.') && others.length === 0 ? fieldOf(variables, only.slice(4)) : undefined;
  const value = constant ?? variable;
  const text: unknown = isList(value) && value.length === 1 ? value[0] : value;
  return typeof text === 'string' && fits(text) ? text : undefined;
}

/** Undefined without `default_tags`; open when the plan does not show all of them. */
function defaultTags({ expressions }: ProviderConfig, facts: ProviderFacts): Dict | undefined {
  const blocks = listAt(expressions, 'default_tags');
  const tags = blocks.map(block => fieldOf(block, 'tags'));
  if (!tags.some(expression => expression !== undefined)) return undefined;
  const at = facts.at;
  const parts = tags.map(expression => literalTags(expression));
  const entries = parts.flatMap(part =>
    Object.entries(part ?? {}).map(([name, value]) => [name, { kind: 'known', value, at } as const] as const),
  );
  const what = 'the plan does not show what the default_tags of the provider are made from';
  return {
    kind: 'dict',
    entries: new Map(entries),
    ...(parts.includes(undefined) && { rest: unknown('unresolved-value', [{ what, at }], at) }),
    at,
  };
}

function literalTags(expression: unknown): Record<string, string> | undefined {
  const constant = fieldOf(expression, 'constant_value');
  if (!isFields(constant)) return undefined;
  return Object.fromEntries(
    Object.entries(constant).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** The tags of a resource that are not its own, as the provider of AWS lists them. */
export function tagsOf(after: unknown, unknownParts: unknown, at: Span): Dict | undefined {
  const all = fieldOf(after, 'tags_all');
  const lost = fieldOf(unknownParts, 'tags_all');
  if (!isFields(all) || lost === true || (isFields(lost) && Object.keys(lost).length > 0)) return undefined;
  const own = fieldsAt(after, 'tags');
  const entries = Object.entries(all).flatMap(([name, value]) =>
    typeof value !== 'string' || Object.hasOwn(own, name)
      ? []
      : [[name, { kind: 'known', value, at } as const] as const],
  );
  return { kind: 'dict', entries: new Map(entries), at };
}
