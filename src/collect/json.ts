import type { Json, JsonObject } from '../model/observation.ts';

/** An answer of the SDK as plain data: times as ISO 8601, bytes as base64, without what the SDK adds. */
export function jsonObject(answer: object): JsonObject {
  const plain: JsonObject = JSON.parse(JSON.stringify(answer, plainly));
  return plain;
}

export function jsonOf(value: object | string | number | boolean | undefined): Json {
  if (value === undefined) return null;
  const plain: Json = JSON.parse(JSON.stringify(value, plainly));
  return plain;
}

function plainly(key: string, value: unknown): unknown {
  if (key === '$metadata') return undefined;
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

/** Drops what stands at a path (`containers.*.environment`; `*` is every key or element). */
export function without(object: JsonObject, [step, ...rest]: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => {
      if (step !== '*' && key !== step) return [[key, value]];
      return rest.length === 0 ? [] : [[key, inside(value, rest)]];
    }),
  );
}

function inside(value: Json, path: readonly string[]): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (!isList(value)) return without(value, path);
  const [, ...rest] = path;
  return path[0] === '*' ? value.map(item => inside(item, rest)) : value;
}

/** `Array.isArray` does not know read-only lists. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Drops the members of these names (in lower case), at whatever depth. */
export function withoutMembers(object: JsonObject, names: ReadonlySet<string>): JsonObject {
  const keep = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    return isList(value) ? value.map(keep) : withoutMembers(value, names);
  };
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) =>
      names.has(key.toLowerCase()) ? [] : [[key, keep(value)]],
    ),
  );
}
