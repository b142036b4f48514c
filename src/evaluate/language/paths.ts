import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';

/** One step of a path; the steps before it are found through it. */
interface Step {
  readonly key: string;
  readonly before: Step | undefined;
}

/** The last step to each value; none to the properties themselves. */
type Paths = ReadonlyMap<object, Step | undefined>;

/** Of the resources that were asked about last: the findings on one resource come one after the other. */
const recent = new Map<Resource, Paths>();
const mostRecent = 8;

/** The path of a value in the properties and tags of a resource, by identity. Made on first need: only findings ask. */
export function pathOf(value: object, resource: Resource): readonly string[] | undefined {
  const paths = pathsIn(resource);
  return paths.has(value) ? keysTo(paths.get(value)) : undefined;
}

function pathsIn(resource: Resource): Paths {
  const kept = recent.get(resource);
  if (kept) return kept;
  const paths = new Map<object, Step | undefined>();
  visit(resource.properties, undefined, paths);
  visit(resource.tags, { key: 'Tags', before: undefined }, paths);
  const [oldest] = recent.keys();
  if (oldest && recent.size >= mostRecent) recent.delete(oldest);
  recent.set(resource, paths);
  return paths;
}

function keysTo(last: Step | undefined): readonly string[] {
  const keys: string[] = [];
  for (let step = last; step; step = step.before) keys.push(step.key);
  return keys.toReversed();
}

/** A value that stands in several places is found at the first. */
function visit(value: Value, before: Step | undefined, paths: Map<object, Step | undefined>): void {
  if (value.kind !== 'absent' && !paths.has(value)) paths.set(value, before);
  switch (value.kind) {
    case 'dict':
      value.entries.forEach((inner, key) => visit(inner, { key, before }, paths));
      return;
    case 'list':
      for (const [index, inner] of value.items.entries()) visit(inner, { key: String(index), before }, paths);
      return;
    case 'one-of':
      for (const option of value.options) visit(option, before, paths);
      return;
    case 'conditional':
      visit(value.then, before, paths);
      visit(value.otherwise, before, paths);
      return;
    default:
  }
}

/** `Statement[1].Resource`; keys that are no plain names in quotes. */
export function formatPath(path: readonly string[]): string {
  return path.map((key, index) => formatKey(key, index === 0)).join('');
}

function formatKey(key: string, first: boolean): string {
  if (/^\d+$/.test(key)) return `[${key}]`;
  if (/^[A-Za-z_][\w-]*$/.test(key)) return first ? key : `.${key}`;
  return `[${JSON.stringify(key)}]`;
}
