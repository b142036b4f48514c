import type { Resource } from '../../model/resource.ts';
import type { Origin } from '../../model/source.ts';
import type { Link } from '../../model/value.ts';
import type { Expr, Index, Select } from './ast.ts';
import { resourceFields } from './compile-select.ts';
import { compiledFrom, compileExpression } from './compile.ts';
import type { CompileEnv } from './compiler.ts';
import { choose, elementsOf, orElse } from './force.ts';
import { formatPath, pathOf } from './paths.ts';
import type { DictOperand, Frame, Slot } from './runtime.ts';
import { computeSlot } from './slot.ts';
import { rawFieldOf, readVirtual } from './statements.ts';

/** Where something was read. */
export interface Place {
  /** `path` as it is written: `PolicyDocument.Statement[1].Resource`. Nothing for a resource as a whole. */
  readonly property?: string;
  /** The region of the property; of an absent one the nearest block. */
  readonly origin?: Origin;
  /** What decided the value there: parameter defaults, mappings. */
  readonly via: readonly Link[];
  /** Property names from the resource on; indexes of lists are digits. */
  readonly path: readonly string[];
  /** False when the property is not there. */
  readonly found: boolean;
  readonly resource?: Resource;
}

export type Locator = (frame: Frame) => Place;

/** True for what `at` may be: names, selections and indexes. */
export function isPath(expr: Expr): boolean {
  if (expr.kind === 'select' || expr.kind === 'index') return isPath(expr.operand);
  return expr.kind === 'identifier';
}

/** Compiles a path to a function that finds the place of what it selects. Pure, never fails. */
export function compileLocator(expr: Expr, env: CompileEnv): Locator {
  const walk = walker(expr, env);
  return frame => placeOf(walk(frame), frame);
}

/** A value on the way, as it stands, and what is known of its place. */
interface Spot {
  readonly slot: Slot | undefined;
  readonly path: readonly string[];
  readonly origin?: Origin;
  readonly resource?: Resource;
  readonly via: readonly Link[];
  /** True where IAM lets a single value stand for a list: the list's only element has its place. */
  readonly single?: boolean;
}

type Walk = (frame: Frame) => Spot;

const nowhere: Spot = { slot: undefined, path: [], via: [] };

function walker(expr: Expr, env: CompileEnv): Walk {
  switch (expr.kind) {
    case 'identifier':
      return variableWalker(expr.name, env);
    case 'select':
      return selectWalker(expr, env);
    case 'index':
      return indexWalker(expr, env);
    default: {
      const run = compileExpression(expr, env);
      return frame => spotOf(computeSlot(run, frame), frame);
    }
  }
}

/** A `let` that is a path itself is followed; any other value is looked for among the properties of the resources. */
function variableWalker(name: string, env: CompileEnv): Walk {
  const variable = env.variables.get(name);
  if (!variable) return () => nowhere;
  const { slot, definition } = variable;
  if (!definition) return frame => spotOf(frame.slots[slot], frame);
  const source = compiledFrom(definition);
  return source ? walker(source.expr, source.env) : frame => spotOf(computeSlot(definition, frame), frame);
}

function spotOf(slot: Slot | undefined, frame: Frame): Spot {
  const bare = unsealed(slot);
  if (typeof bare !== 'object' || bare === null) return { ...nowhere, slot };
  if (bare.kind === 'resource') return { slot, path: [], origin: bare.at, resource: bare, via: [] };
  const home = homeOf(sourceOf(bare), frame);
  const origin = originOf(bare, frame) ?? home?.resource.at;
  return { slot, path: [], via: [], ...home, ...(origin && { origin }) };
}

/** What a virtual value was made of; other values as they are. */
function sourceOf(value: object): object {
  return 'from' in value && typeof value.from === 'object' && value.from !== null ? value.from : value;
}

/** The resource that holds a value, and under which path: among the variables, the subject first. */
function homeOf(
  value: object,
  { slots }: Frame,
): { readonly resource: Resource; readonly path: readonly string[] } | undefined {
  for (const slot of slots) {
    const resource = unsealed(slot);
    if (typeof resource !== 'object' || resource?.kind !== 'resource') continue;
    const path = pathOf(value, resource);
    if (path) return { resource, path };
  }
  return undefined;
}

function unsealed(slot: Slot | undefined): Exclude<Slot, { kind: 'sealed' }> | undefined {
  return typeof slot === 'object' && slot?.kind === 'sealed' ? slot.of : slot;
}

/** The region of a value; of a choice that of what the world chooses. */
function originOf(slot: Slot | undefined, frame: Frame): Origin | undefined {
  const bare = unsealed(slot);
  if (typeof bare !== 'object' || bare === null) return undefined;
  return ownOrigin(choose(bare, frame)) ?? ownOrigin(bare);
}

const ownOrigin = (slot: Slot): Origin | undefined =>
  typeof slot === 'object' && slot !== null && 'at' in slot ? slot.at : undefined;

function selectWalker({ operand, field }: Select, env: CompileEnv): Walk {
  const walk = walker(operand, env);
  return frame => step(walk(frame), field, frame);
}

/** One step into a resource or a dict. What is not there keeps the place of the block it is missing from. */
function step(from: Spot, field: string, frame: Frame): Spot {
  const { value, via } = settled(from, frame);
  const here = { ...from, via };
  if (typeof value !== 'object' || value === null) return beyond(here, field);
  if (value.kind === 'resource') return stepIntoResource(here, value, field, frame);
  return value.kind === 'dict' ? stepIntoDict(here, value, field, frame) : beyond(here, field);
}

function stepIntoResource(from: Spot, resource: Resource, field: string, frame: Frame): Spot {
  const start: Spot = { slot: resource, path: [], origin: resource.at, resource, via: from.via };
  const meta = resourceFields.get(field);
  if (!meta) {
    const origin = resource.properties.at ?? resource.at;
    return stepIntoDict({ ...start, origin }, resource.properties, field, frame);
  }
  const slot = meta(resource);
  return {
    ...start,
    slot,
    path: field === 'tags' ? ['Tags'] : [],
    origin: originOf(slot, frame) ?? resource.at,
  };
}

function stepIntoDict(from: Spot, dict: DictOperand, field: string, frame: Frame): Spot {
  const virtual = dict.entries.has(field) ? undefined : readVirtual(dict, field, frame);
  const raw = virtual === undefined ? field : rawFieldWithin(dict, field, frame);
  const element = dict.entries.get(raw);
  if (element === undefined) return beyond(from, raw);
  const origin = originOf(element, frame) ?? from.origin;
  const single = virtual !== undefined && !isList(choose(element, frame));
  const path = [...from.path, raw];
  return { ...from, slot: virtual ?? element, path, single, ...(origin && { origin }) };
}

const isList = (slot: Slot): boolean => typeof slot === 'object' && slot?.kind === 'list';

const opposites: Readonly<Record<string, string>> = {
  Action: 'NotAction',
  Resource: 'NotResource',
  Principal: 'NotPrincipal',
};

/** `s.actions` points at NotAction when the statement has that instead. */
function rawFieldWithin(dict: DictOperand, field: string, frame: Frame): string {
  const raw = rawFieldOf(dict, field) ?? field;
  const opposite = opposites[raw];
  return opposite !== undefined && !isThere(dict, raw, frame) && isThere(dict, opposite, frame)
    ? opposite
    : raw;
}

function isThere({ entries }: DictOperand, key: string, frame: Frame): boolean {
  const element = entries.get(key);
  if (element === undefined) return false;
  const chosen = choose(element, frame);
  return typeof chosen !== 'object' || chosen?.kind !== 'absent';
}

function beyond(from: Spot, key: string): Spot {
  return { ...from, slot: undefined, path: [...from.path, key] };
}

function indexWalker({ operand, index }: Index, env: CompileEnv): Walk {
  const walk = walker(operand, env);
  const run = compileExpression(index, env);
  return frame => {
    const from = walk(frame);
    const key = run(frame);
    return typeof key === 'string' || typeof key === 'number' ? stepAt(from, key, frame) : from;
  };
}

function stepAt(from: Spot, key: string | number, frame: Frame): Spot {
  if (typeof key === 'string') return step(from, key, frame);
  const { value, via } = settled(from, frame);
  const list = typeof value === 'object' && value?.kind === 'list' ? value : undefined;
  const element = list && elementsOf(list, frame)[key];
  if (element === undefined) return beyond({ ...from, via }, String(key));
  // A list that an expression made has no place; its elements may have kept theirs.
  return from.resource ? elementSpot({ ...from, via }, element, key, frame) : spotOf(element, frame);
}

function elementSpot(from: Spot, element: Slot, key: number, frame: Frame): Spot {
  const origin = originOf(element, frame) ?? from.origin;
  const path = from.single === true ? from.path : [...from.path, String(key)];
  return { ...from, slot: element, path, single: false, ...(origin && { origin }) };
}

/** The value of a spot with its choices made, and what decided it. */
function settled(
  { slot, via }: Spot,
  frame: Frame,
): { readonly value: Slot | undefined; readonly via: readonly Link[] } {
  const bare = unsealed(slot);
  if (bare === undefined) return { value: undefined, via };
  const value = choose(bare, frame);
  if (typeof value !== 'object' || value === null) return { value, via };
  if (value.kind === 'optional') return { value: orElse(value.value, null), via };
  const decided = value.kind === 'known' ? (value.via ?? []) : [];
  return { value, via: [...via, ...decided] };
}

function placeOf(spot: Spot, frame: Frame): Place {
  const { path, origin, resource } = spot;
  const { value, via } = settled(spot, frame);
  const property = formatPath(path);
  const found = value !== undefined && !(typeof value === 'object' && value?.kind === 'absent');
  return {
    ...(property !== '' && { property }),
    ...(origin && { origin }),
    via,
    path,
    found,
    ...(resource && { resource }),
  };
}
