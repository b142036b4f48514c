import { EvaluationError } from '../terms/term.ts';

/** Works out each name once, mistakes included; a name that needs itself is a mistake. */
export function memo<T>(
  compute: (name: string) => T,
  describe: (name: string) => string,
): (name: string) => T {
  const done = new Map<string, { readonly value: T } | EvaluationError>();
  const busy = new Set<string>();
  return name => {
    const before = done.get(name);
    if (before instanceof EvaluationError) throw before;
    if (before) return before.value;
    if (busy.has(name)) throw new EvaluationError(`${describe(name)} depends on itself`);
    busy.add(name);
    try {
      const value = compute(name);
      done.set(name, { value });
      return value;
    } catch (error) {
      if (error instanceof EvaluationError) done.set(name, error);
      throw error;
    } finally {
      busy.delete(name);
    }
  };
}
