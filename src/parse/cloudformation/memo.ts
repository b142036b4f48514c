/** Works out each name once; a name that needs itself is what `cycle` says. */
export function memo<T>(compute: (name: string) => T, cycle: (name: string) => T): (name: string) => T {
  const done = new Map<string, { readonly value: T }>();
  const busy = new Set<string>();
  return name => {
    const before = done.get(name);
    if (before) return before.value;
    if (busy.has(name)) return cycle(name);
    busy.add(name);
    const value = compute(name);
    busy.delete(name);
    done.set(name, { value });
    return value;
  };
}

/** Works out a value when it is first asked for. */
export function lazy<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: compute() };
    return done.value;
  };
}
