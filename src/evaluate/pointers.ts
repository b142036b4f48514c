import type { Resource } from '../model/resource.ts';
import { unknown } from '../model/value.ts';
import type { Absent, Conditional, List, OneOf, Unknown, Value } from '../model/value.ts';
import { bucketOf } from './language/bucket-of.ts';
import type { World } from './language/runtime.ts';
import { settle } from './settle.ts';
import type { Settled } from './settle.ts';

/**
 * The values at a property path in one world; lists on the way are flattened, absent ones left out.
 * What is not known on the way (an unknown object, an open list) is in the result as that unknown.
 */
export function valuesAt(resource: Resource, path: readonly string[], world: World): Settled[] {
  let current: Settled[] = [resource.properties];
  for (const name of path) current = current.flatMap(value => step(value, name, world));
  return current.flatMap(value => flatten(value, world));
}

function step(value: Settled, name: string, world: World): Settled[] {
  switch (value.kind) {
    case 'dict': {
      const found = value.entries.get(name);
      if (found) return [settle(found, world)];
      return value.rest ? [perhaps(value.rest)] : [];
    }
    case 'list':
      return flatten(value, world).flatMap(item => step(item, name, world));
    case 'unknown':
      return [perhaps(value)];
    default:
      return [];
  }
}

function flatten(value: Settled, world: World): Settled[] {
  if (value.kind === 'absent') return [];
  if (value.kind !== 'list') return [value];
  const items = value.items.flatMap(item => flatten(settle(item, world), world));
  return value.rest ? [...items, perhaps(value.rest)] : items;
}

/** What is not in view may be nothing. */
const perhaps = ({ cause, chain, at }: Unknown): Unknown => unknown(cause, chain, at);

const segments = new Map<string, readonly string[]>();

/** The names of a path; of the few paths that rules name each is taken apart once. */
export function segmentsOf(path: string): readonly string[] {
  let names = segments.get(path);
  if (!names) segments.set(path, (names = path.split('.')));
  return names;
}

interface Pointers {
  readonly targets: string[];
  readonly literals: string[];
  unsure: Value | undefined;
}

/** Every target and every literal that the value at a path can hold in any world; for the index only. */
export function possiblePointers(value: Value, path: readonly string[]): Pointers {
  const found: Pointers = { targets: [], literals: [], unsure: undefined };
  walk(value, path, found);
  return found;
}

function walk(value: Value, path: readonly string[], found: Pointers): void {
  if (value.kind === 'unknown') found.unsure ??= value;
  else if (value.kind === 'dict') walkDict(value, path, found);
  else if (value.kind === 'known' || value.kind === 'text' || value.kind === 'reference') {
    if (path.length === 0) collect(value, found);
  } else {
    for (const part of partsOf(value)) walk(part, path, found);
  }
}

/** What a value may turn out to be, or holds. */
function partsOf(value: OneOf | Conditional | List | Absent): readonly Value[] {
  switch (value.kind) {
    case 'one-of':
      return value.options;
    case 'conditional':
      return [value.then, value.otherwise];
    case 'list':
      return value.rest ? [...value.items, value.rest] : value.items;
    case 'absent':
      return [];
  }
}

function walkDict(value: Extract<Value, { kind: 'dict' }>, path: readonly string[], found: Pointers): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  const next = value.entries.get(name) ?? value.rest;
  if (next) walk(next, rest, found);
}

function collect(value: Value, found: Pointers): void {
  if (value.kind === 'reference') found.targets.push(value.target);
  if (value.kind === 'known') found.literals.push(String(value.value));
  if (value.kind !== 'text') return;
  for (const part of value.parts) {
    if (typeof part === 'string') continue;
    // What the pieces around a choice make of it is not worked out here.
    if (part.kind === 'reference') found.targets.push(part.target);
    else found.unsure ??= part;
  }
}

/**
 * The names that a literal can mean: itself, and what follows its last `/` or `:` (an ARN ends in the id). The URI of an
 * object names its bucket.
 */
export function tails(literal: string): string[] {
  const bucket = bucketOf(literal);
  if (bucket !== undefined) return [literal, bucket];
  const names = new Set([
    literal,
    literal.slice(literal.lastIndexOf('/') + 1),
    literal.slice(literal.lastIndexOf(':') + 1),
  ]);
  names.delete('');
  return [...names];
}
