import type { Declaration, Stack } from '../../../src/model/declaration.ts';
import type { Estate, Opening, Resource, Scope } from '../../../src/model/resource.ts';
import type { TypeRegistry } from '../../../src/model/types.ts';
import type { Dict, Value } from '../../../src/model/value.ts';
import { spellingOf } from '../../../src/normalize/kinds/index.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import type { Random } from '../language/random.ts';
import type { Situation } from './situation.ts';
import { oneOf } from './store.ts';
import type { Store } from './store.ts';
import { truth, turnOut } from './turn-out.ts';
import type { Outcome } from './turn-out.ts';

interface Tools {
  readonly random: Random;
  readonly store: Store;
  readonly types: TypeRegistry;
}

export interface Completed {
  readonly estate: Estate;
  /** Whether there are other stacks too, out of view until now, that may point at what was in view. */
  readonly reached: boolean;
}

/**
 * One way in which a situation turns out, with everything known and everything in view. `estate` is what is known of
 * the situation; its scopes stay, without openings and with what the openings may have hidden. Nothing when it cannot
 * turn out so: something would point at what is not there.
 */
export function completed(
  { stacks }: Situation,
  estate: Estate,
  { random, store, types }: Tools,
): Completed | undefined {
  const used = new Set<string>();
  const all = stacks.flatMap(({ declarations }) => declarations);
  const outcome: Outcome = {
    random,
    store,
    used,
    picks: new Map(),
    // A part of another resource is in view though it is none itself.
    targets: new Set([...estate.resources, ...all].map(({ key }) => key)),
    // What is a part of what is told by references; a literal that nobody gave as a name would tell nothing.
    ...(!all.some(isTerraform) && random.chance(0.4) && { literals: new Map<string, string>() }),
  };
  const filled = stacks.map(stack => fillStack(stack, outcome));
  if (filled.some(({ declarations }) => declarations.some(one => !isThere(one) && used.has(one.key))))
    return undefined;
  const whole = filled.map((stack, index) =>
    withExtras(stack, `extra${index}`, scopeOf(stack, estate), outcome),
  );
  const [first] = filled;
  const around = estate.scopes.find(({ kind }) => kind === 'account-region');
  const reached = random.chance(0.5);
  const elsewhere =
    reached &&
    first &&
    withExtras({ ...first, key: 'elsewhere', declarations: [] }, 'elsewhere', around, outcome);
  const parts = [...whole, ...(elsewhere ? [elsewhere] : [])].map(stack => ({
    stack,
    scope: scopeOf(stack, estate),
    resources: resourcesOf(stack, { estate, outcome, types }),
  }));
  const scopes = estate.scopes.map((scope): Scope => {
    const own = parts.filter(
      part => part.scope === scope || isIn((part.scope ? part : parts[0])?.scope, scope, estate),
    );
    const [some] = own;
    const place = some ? { account: some.stack.account, region: some.stack.region } : {};
    return { ...scope, ...place, openings: [], members: own.flatMap(({ resources }) => resources) };
  });
  return { estate: { resources: parts.flatMap(({ resources }) => resources), scopes }, reached };
}

const isTerraform = ({ format }: Declaration): boolean => format === 'terraform';

const isThere = ({ exists }: Declaration): boolean => exists.kind === 'constant' && exists.value;

const scopeOf = (stack: Stack, { scopes }: Estate): Scope | undefined =>
  scopes.find(({ kind, key }) => kind === 'stack' && key === stack.key);

/** Stacks belong to wider scopes with what is in them; an empty one belongs to the only one there is. */
function isIn(stack: Scope | undefined, scope: Scope, { scopes }: Estate): boolean {
  if (!stack || scope.kind === 'stack') return false;
  const [member] = stack.members;
  if (member) return scope.members.includes(member);
  return scopes.filter(({ kind }) => kind === scope.kind).length === 1;
}

function fillStack(stack: Stack, outcome: Outcome): Stack {
  return {
    ...stack,
    account: fillPlace(stack.account, 'account', outcome),
    region: fillPlace(stack.region, 'region', outcome),
    partition: fillPlace(stack.partition, 'partition', outcome),
    declarations: stack.declarations.map(declaration => fillDeclaration(declaration, outcome)),
    openings: [],
  };
}

const places = {
  account: ['111122223333', '999999999999'],
  region: ['eu-central-1', 'us-east-1', 'eu-west-1'],
  partition: ['aws', 'aws-cn'],
} as const;

/** All that nobody knows is deployed together. */
function fillPlace(value: Value, name: keyof typeof places, outcome: Outcome): Value {
  if (value.kind !== 'unknown' || value.one !== undefined) return turnOut(value, name, outcome) ?? value;
  const { picks, random } = outcome;
  const picked = picks.get(name) ?? random.below(places[name].length);
  picks.set(name, picked);
  return { kind: 'known', value: places[name][picked] ?? '' };
}

function fillDeclaration(declaration: Declaration, { used, ...outcome }: Outcome): Declaration {
  const value = truth(declaration.exists, outcome);
  const properties = turnOut(declaration.properties, declaration.type, {
    ...outcome,
    ...(value && used && { used }),
  });
  return { ...declaration, properties: properties ?? nothing, exists: { kind: 'constant', value } };
}

const nothing: Dict = { kind: 'dict', entries: new Map() };

/** With what openings may have hidden: resources of the cases under other names, pointing at what is in view. */
function withExtras(stack: Stack, prefix: string, scope: Scope | undefined, outcome: Outcome): Stack {
  const openings = scope?.openings ?? [];
  const { random, targets } = outcome;
  const redirect = [...targets].filter(target =>
    openings.some(({ reached }) => reached?.has(target) ?? true),
  );
  const extras = Array.from({ length: openings.length > 0 ? random.below(6) : 0 }, (_, index) =>
    extra(openings, `${prefix}#${index}`, { ...outcome, redirect }),
  );
  return { ...stack, declarations: [...stack.declarations, ...extras.filter(one => one !== undefined)] };
}

function extra(openings: readonly Opening[], key: string, outcome: Outcome): Declaration | undefined {
  const { random, store } = outcome;
  const types = [...store.declarations.keys()].filter(
    type =>
      !spellingOf(type)?.spelling.part &&
      openings.some(opening => opening.types === 'all' || opening.types.includes(type)),
  );
  const model = oneOf(store.declarations.get(oneOf(types, random) ?? '') ?? [], random);
  return (
    model && { ...fillDeclaration(model, outcome), key, name: key, exists: { kind: 'constant', value: true } }
  );
}

/** Resources go by the literals that references to them turned out to be; what was not in view takes no name that is taken. */
function resourcesOf(
  stack: Stack,
  { estate, outcome, types }: { estate: Estate; outcome: Outcome; types: TypeRegistry },
): readonly Resource[] {
  const known = new Set(estate.resources.map(({ key }) => key));
  const taken = new Set(estate.resources.flatMap(({ names }) => names));
  return normalize([stack], types).estate.resources.map(resource => {
    const literals = [...(outcome.literals ?? [])].filter(([identity]) =>
      identity.startsWith(`${resource.key}.`),
    );
    const names = known.has(resource.key) ? resource.names : resource.names.filter(name => !taken.has(name));
    return { ...resource, names: [...names, ...literals.map(([, literal]) => literal)] };
  });
}
