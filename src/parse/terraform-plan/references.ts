import type { Link } from '../../model/value.ts';
import { prefixOf, shownStep, stepsOf, type Step } from './address.ts';
import { moduleAt, namesIn, type Configuration, type ModuleCall } from './configuration.ts';

/** An attribute of a resource instance of the plan. */
export interface Target {
  readonly address: string;
  readonly type: string;
  readonly attribute: string;
}

/** What an expression whose value is not known depends on, of that what is not known either. */
export interface Dependencies {
  readonly targets: readonly Target[];
  /** What cannot be followed to a single attribute of a single resource. */
  readonly lost: readonly Link[];
}

/** What is known of the resources of a plan. */
export interface Known {
  readonly configuration: Configuration;
  /** Whether an attribute of a resource instance has a value before it is applied; undefined when there is no such instance. */
  readonly isKnown: (address: string, attribute: string) => boolean | undefined;
}

/** Where an expression stands: the module instance, and what its `each` and `count` are made from. */
export interface Place {
  readonly modules: readonly Step[];
  readonly repeats: unknown;
}

/** Follows an expression through variables, outputs and `each` to the attributes of resources that decide it. */
export function follow(expression: unknown, place: Place, known: Known): Dependencies {
  const found = followNames(namesIn(expression), place, { known, depth: 0 });
  const targets = new Map(found.targets.map(target => [`${target.address} ${target.attribute}`, target]));
  const lost = new Map(found.lost.map(link => [link.what, link]));
  return { targets: [...targets.values()], lost: [...lost.values()] };
}

interface Way {
  readonly known: Known;
  readonly depth: number;
}

/** Longer ways only exist in plans that were made by hand. */
const longestWay = 50;

const nothing: Dependencies = { targets: [], lost: [] };
const lose = (what: string): Dependencies => ({ targets: [], lost: [{ what }] });

function followNames(names: readonly string[], place: Place, way: Way): Dependencies {
  const found = whole(names).map(name => followName(name, place, way));
  return { targets: found.flatMap(({ targets }) => targets), lost: found.flatMap(({ lost }) => lost) };
}

/** A plan lists `a.b.c`, `a.b` and `a` for one name. */
const whole = (names: readonly string[]): readonly string[] =>
  names.filter(name => !names.some(other => other.startsWith(`${name}.`) || other.startsWith(`${name}[`)));

function followName(name: string, place: Place, { known, depth }: Way): Dependencies {
  const steps = stepsOf(name) ?? [];
  const root = steps[0]?.name;
  if (root === undefined || depth > longestWay) return lose(`${name} is not in the plan`);
  const read = roots.get(root) ?? followResource;
  return read({ name, steps, place, way: { known, depth: depth + 1 } });
}

/** A name that is followed, with its steps. */
interface Named {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly place: Place;
  readonly way: Way;
}

const later = ({ name }: Named): Dependencies => lose(`${name} is known when the plan is applied`);

/** What the first step of a name says of where it leads. */
const roots: ReadonlyMap<string, (named: Named) => Dependencies> = new Map([
  ['path', () => nothing],
  ['terraform', () => nothing],
  ['count', () => nothing],
  ['each', followEach],
  ['var', followVariable],
  ['module', followOutput],
  ['local', ({ name }: Named) => lose(`${name}, of which the plan does not say what it is made from`)],
  ['data', followData],
  ['self', later],
  ['ephemeral', later],
]);

/** Keys are always known; values are what `for_each` is made from. */
function followEach({ steps: [, second], place, way }: Named): Dependencies {
  return second?.name === 'key' ? nothing : followNames(namesIn(place.repeats), place, way);
}

/** Variables of the root module have values; those of others are what the call passes. */
function followVariable({ steps: [, variable], place: { modules }, way }: Named): Dependencies {
  const call = callOf(modules, way.known.configuration);
  if (!call || !variable) return nothing;
  return followNames(namesIn(call.expressions[variable.name]), outside(modules, call), way);
}

const outside = (modules: readonly Step[], { repeats }: ModuleCall): Place => ({
  modules: modules.slice(0, -1),
  repeats,
});

function callOf(modules: readonly Step[], configuration: Configuration): ModuleCall | undefined {
  const last = modules.at(-1);
  return last && moduleAt(configuration, modules.slice(0, -1))?.calls.get(last.name);
}

/** `module.kms["a"].key_arn`: what the output is made from, inside of that module. */
function followOutput({ name, steps, place, way }: Named): Dependencies {
  const [, step, output] = steps;
  const modules = step ? [...place.modules, step] : [];
  const call = callOf(modules, way.known.configuration);
  if (!step || !call) return lose(`${name} is not in the plan`);
  // Without a key it is all instances at once, or the one of a key that is computed.
  if (!output || (call.repeats !== undefined && step.key === undefined))
    return lose(`${name} is known when the plan is applied`);
  return followNames(namesIn(call.module.outputs[output.name]), { modules, repeats: undefined }, way);
}

function followResource({ name, steps, place, way: { known } }: Named): Dependencies {
  const [type, resource, attribute] = steps;
  if (!type || !resource) return lose(`${name} is not in the plan`);
  const address = `${prefixOf(place.modules)}${type.name}.${shownStep(resource)}`;
  if (!attribute) return lose(`${address} is known when the plan is applied`);
  const isKnown = known.isKnown(address, attribute.name);
  if (isKnown === true) return nothing;
  if (isKnown === undefined || steps.length > 3 || attribute.key !== undefined)
    return lose(`${address}.${attribute.name} is known when the plan is applied`);
  return { targets: [{ address, type: type.name, attribute: attribute.name }], lost: [] };
}

function followData({ name, steps, place, way: { known } }: Named): Dependencies {
  const [, type, data, attribute] = steps;
  const address = type && data && `${prefixOf(place.modules)}data.${type.name}.${shownStep(data)}`;
  if (address && attribute && known.isKnown(address, attribute.name) === true) return nothing;
  return lose(`${name} is read when the plan is applied`);
}
