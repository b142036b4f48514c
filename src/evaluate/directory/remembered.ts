/** Computes each answer once. */
export function remembered<K, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, { readonly of: T }>();
  return key => {
    let result = known.get(key);
    if (!result) known.set(key, (result = { of: compute(key) }));
    return result.of;
  };
}
