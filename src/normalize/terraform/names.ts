import type { Fields } from '../../model/types.ts';

const indexes = new WeakMap<object, ReadonlyMap<string, string>>();

/** The field that an attribute names, without regard to case and underscores: `kms_master_key_id` is `KMSMasterKeyID`. */
export function fieldNamed(attribute: string, fields: Fields): string | undefined {
  const index = indexOf(fields, Object.keys(fields));
  const plain = plainName(attribute);
  // A block that can be repeated mostly has the name of one: `container` for `Containers`.
  for (const candidate of [plain, `${plain}s`, plain.replace(/y$/, 'ies')]) {
    const found = index.get(candidate);
    if (found !== undefined && (candidate === plain || fields[found]?.type.kind === 'list')) return found;
  }
  return undefined;
}

/** The name of a list that an attribute names. */
export function nameAmong(attribute: string, names: readonly string[]): string | undefined {
  return indexOf(names, names).get(plainName(attribute));
}

function indexOf(key: object, names: readonly string[]): ReadonlyMap<string, string> {
  const known = indexes.get(key);
  if (known) return known;
  const index = new Map(names.map(name => [plainName(name), name]));
  indexes.set(key, index);
  return index;
}

const plainName = (name: string): string => name.replaceAll('_', '').toLowerCase();
