import type { Json, JsonObject } from '../../model/observation.ts';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const objectIn = (data: JsonObject, name: string): JsonObject | undefined => {
  const value = data[name];
  return isObject(value) ? value : undefined;
};

/** The objects of a list; none when there is no list. */
export const objectsIn = (data: JsonObject, name: string): readonly JsonObject[] => {
  const value = data[name];
  return isList(value) ? value.filter(isObject) : [];
};

export const textIn = (data: JsonObject, name: string): string | undefined => {
  const value = data[name];
  return typeof value === 'string' ? value : undefined;
};

/** The texts of a list; none when there is no list. */
export const textsIn = (data: JsonObject, name: string): readonly string[] => {
  const value = data[name];
  return isList(value) ? value.filter(item => typeof item === 'string') : [];
};

/** The texts of a member of each of the objects of a list. */
export const textsOf = (objects: readonly JsonObject[], name: string): readonly string[] =>
  objects.flatMap(object => textIn(object, name) ?? []);

/** An object without its members that are undefined. */
export function objectOf(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const entries = Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

export function without(data: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
}

/** Documents of IAM are percent-encoded; a text that is not stays as it is. */
export function decodedDocument(text: string): string {
  if (!text.trimStart().startsWith('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
