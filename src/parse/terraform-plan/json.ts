/** What `JSON.parse` gives for `{…}`. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The member of an object; undefined when it has none of its own, and for everything that is no object. */
export const fieldOf = (value: unknown, key: string): unknown =>
  isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;

export const textAt = (value: unknown, key: string): string | undefined => {
  const found = fieldOf(value, key);
  return typeof found === 'string' ? found : undefined;
};

export const fieldsAt = (value: unknown, key: string): Fields => {
  const found = fieldOf(value, key);
  return isFields(found) ? found : {};
};

export const listAt = (value: unknown, key: string): readonly unknown[] => {
  const found = fieldOf(value, key);
  return isList(found) ? found : [];
};

/** The spelling of a text, number or truth; undefined for everything else. */
export const spellingOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
