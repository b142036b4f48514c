import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';

type Paths = ReadonlyMap<object, readonly string[]>;

/** Of the resources that were asked about last: the findings on one resource come one after the other. */
const recent = new Map<Resource, Paths>();
const mostRecent = 8;

/** The path of a value in the properties and tags of a resource, by identity. Made on first need: only findings ask. */
export function pathOf(value: object, resource: Resource): readonly string[] | undefined {
  const kept = recent.get(resource);
  if (kept) return kept.get(value);
  const paths = new Map<object, readonly string[]>();
  visit(resource.properties, [], paths);
  visit(resource.tags, ['Tags'], paths);
  const [oldest] = recent.keys();
  if (oldest && recent.size >= mostRecent) recent.delete(oldest);
  recent.set(resource, paths);
  return paths.get(value);
}

/** A value that stands in several places is found at the first. */
function visit(value: Value, path: readonly string[], paths: Map<object, readonly string[]>): void {
  if (value.kind !== 'absent' && !paths.has(value)) paths.set(value, path);
  switch (value.kind) {
    case 'dict':
      for (const [key, inner] of value.entries) visit(inner, [...path, key], paths);
      return;
    case 'list':
      for (const [index, inner] of value.items.entries()) visit(inner, [...path, String(index)], paths);
      return;
    case 'one-of':
      for (const option of value.options) visit(option, path, paths);
      return;
    case 'conditional':
      visit(value.then, path, paths);
      visit(value.otherwise, path, paths);
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
