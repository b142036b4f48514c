import type { Placement } from '../../model/case.ts';
import type { Declaration, NotCreated, Stack } from '../../model/declaration.ts';
import type { Opening } from '../../model/resource.ts';
import type { SourceFile, Span } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { blockOf, parseAddress } from './address.ts';
import { moduleAt, type ModuleConfig } from './configuration.ts';
import { declare, providerKey, type Making } from './declare.ts';
import { valuesOf } from './evaluate-source.ts';
import { fillIn } from './fill-in.ts';
import type { FoundSource } from './find-source.ts';
import { fieldOf, isFields, textAt } from './json.ts';
import { missingBlocks } from './missing-blocks.ts';
import { changeOf, type PlanIndex } from './plan-index.ts';
import {
  deployedBy,
  tellsPlace,
  toldByData,
  type Deployed,
  type ProviderFacts,
  type Told,
} from './providers.ts';
import type { Plan } from './read-plan.ts';
import { valueOf, type Piece } from './skim.ts';

/** A plan that is ready to be read. */
export interface Prepared {
  readonly plan: Plan;
  readonly index: PlanIndex;
  readonly found: FoundSource | undefined;
  /** What the source declares with the values of the plan, by address. */
  readonly written: ReadonlyMap<string, Declaration>;
  readonly placement: Placement;
  /** Of the stack; it stands before the addresses in the keys of declarations. */
  readonly key: string;
}

/** What is there when the plan is applied. */
export function stackOf({ plan, index, found, written, placement, key }: Prepared): Stack {
  const at = wholeOf(plan.file);
  const { configuration, variables } = plan;
  const facts: ProviderFacts = { configuration, variables, told: toldIn(plan, index), placement, at };
  const deployed = deployments(facts);
  const known = configuration && { configuration, isKnown: index.isKnown };
  const making: Making = { plan, source: found?.source, deployed, known, prefix: `${key}#` };
  const declarations: Declaration[] = [];
  const notCreated: NotCreated[] = [];
  const removed: Declaration[] = [];
  for (const instance of index.instances) {
    const made = declare(making, instance);
    if (made.kind === 'declared')
      declarations.push(fillIn(made.declaration, written.get(instance.address), valuesOf(plan.file.path)));
    if (made.kind === 'gone') notCreated.push(made.notCreated);
    if (made.kind === 'gone' && made.was) removed.push(made.was);
  }
  const { account, region, partition } = deployed(mainProvider(facts));
  return {
    key,
    name: key,
    account,
    region,
    partition,
    declarations,
    openings: openingsOf(plan, index, at),
    ...(notCreated.length > 0 && { notCreated }),
    ...(removed.length > 0 && { removed }),
    at,
  };
}

function deployments(facts: ProviderFacts): (key: string) => Deployed {
  const made = new Map<string, Deployed>();
  return key => {
    const deployed = made.get(key) ?? deployedBy(key, facts);
    made.set(key, deployed);
    return deployed;
  };
}

function mainProvider({ configuration }: ProviderFacts): string {
  const keys = [...(configuration?.providers.keys() ?? [])];
  return (
    ['aws', 'awscc'].find(key => keys.includes(key)) ?? keys.find(key => /^awsc?c?\b/.test(key)) ?? 'aws'
  );
}

/** What the data sources of AWS said while the plan was made, by the provider that asked. */
function toldIn(plan: Plan, { instances }: PlanIndex): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const instance of instances) {
    const address = instance.isData ? parseAddress(instance.address) : undefined;
    if (!address || !tellsPlace(address.type)) continue;
    const resource = changeOf(plan, instance);
    const config = plan.configuration && moduleAt(plan.configuration, address.modules);
    const key = providerKey(config?.resources.get(blockOf(address))?.provider, resource);
    const values = fieldOf(fieldOf(resource, 'change'), 'after');
    told.set(key, { ...told.get(key), ...toldByData(address.type, values) });
  }
  return told;
}

const wholeOf = (file: SourceFile): Span => ({ kind: 'span', file, start: 0, end: file.text.length });

/** What the plan itself says that it leaves out. */
function openingsOf(plan: Plan, index: PlanIndex, at: Span): readonly Opening[] {
  const missing = leftOut(plan) ?? notPlanned(missingBlocks(plan, index));
  if (!missing) return [];
  const { what, types = 'all', parts } = missing;
  const because = unknown('unresolved-value', [{ what, at: start(at) }], at);
  return [{ types, because, reaches: 'all', ...(parts && { parts }) }];
}

interface LeftOut {
  readonly what: string;
  /** The types of what is missing; any when left out. */
  readonly types?: readonly string[];
  /** The types of what is missing, which may be parts of what is not; any when left out. */
  readonly parts?: readonly string[];
}

function leftOut({ file, isErrored, isComplete, deferred, configuration }: Plan): LeftOut | undefined {
  const declared = configuration && { parts: [...new Set(typesIn(configuration.root))] };
  if (isErrored)
    return {
      what: 'making the plan ended with an error, so that it does not hold everything; correct that, and make it again',
      ...declared,
    };
  const types = [...new Set(deferred.flatMap(piece => deferredType(file, piece) ?? []))];
  if (types.length > 0)
    return {
      what: `the plan puts off ${types.join(', ')} resources, which depend on what is known after it is applied`,
      parts: types,
    };
  if (isComplete) return undefined;
  return {
    what: 'the plan is not complete: it was made with -target or -exclude, or puts off changes; make it without',
    ...declared,
  };
}

function notPlanned([first, ...others]: readonly string[]): LeftOut | undefined {
  if (first === undefined) return undefined;
  const types = [...new Set([first, ...others].flatMap(name => parseAddress(name)?.type ?? []))];
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return {
    what: `the plan does not hold ${first}${more}, which its configuration declares: it was made with -target or -exclude; make it without`,
    types,
    parts: types,
  };
}

/** The types of all that a module and those that it calls declare. */
function typesIn({ resources, calls }: ModuleConfig): readonly string[] {
  const own = [...resources.keys()].map(address => address.slice(0, address.indexOf('.')));
  return [...own, ...[...calls.values()].flatMap(({ module }) => typesIn(module))];
}

const start = (at: Span): Span => ({ ...at, end: at.start });

function deferredType(file: SourceFile, piece: Piece): string | undefined {
  const value = valueOf(file.text, piece);
  const change = fieldOf(value, 'resource_change');
  return textAt(isFields(change) ? change : value, 'type');
}
