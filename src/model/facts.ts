import type { ParameterValue } from './rule.ts';

/**
 * The type of a fact: a parameter type (`string`, `int`, `bool`, `list<string>`, `map<string, …>`), a type with `?`
 * at its end when a row may leave it out, or an object of them.
 */
export type FactType = string | { readonly [field: string]: FactType };

/** A table of published facts, `facts/<name>.json`; expressions see its rows as `facts.<name>`, a map. */
export interface FactTable {
  /** The pages that hold the facts. */
  readonly source: readonly string[];
  readonly description: string;
  /** What the keys of `rows` are, in words. */
  readonly key: string;
  readonly value: FactType;
  readonly rows: Readonly<Record<string, ParameterValue>>;
}
