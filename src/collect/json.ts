import type { Json, JsonObject } from '../model/observation.ts';

/** An answer of the SDK as plain data: times as ISO 8601, bytes as base64, without what the SDK adds. */
export function jsonObject(answer: object): JsonObject {
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([key, value]) => key !== '$metadata' && value !== undefined)
      .map(([key, value]) => [key, jsonOf(value)]),
  );
}

export function jsonOf(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Map || value instanceof Set) return [...value].map(jsonOf);
  return jsonObject(value);
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
