import type { ParameterValue } from '../../model/rule.ts';
import type { Element, Operand } from './runtime.ts';

/** A plain value, of a parameter or a fact table, as the engine reads it. Any key is a key: `__proto__` too. */
export function plainValue(value: ParameterValue): Exclude<Operand, { kind: 'optional' | 'failure' }> {
  if (typeof value !== 'object') return value;
  if (isList(value)) return { kind: 'list', items: value.map(item => plainValue(item)) };
  const entries = Object.entries(value).map(([key, item]): [string, Element] => [key, plainValue(item)]);
  return { kind: 'dict', entries: new Map(entries), keys: Object.keys(value) };
}

const isList = (value: ParameterValue): value is readonly ParameterValue[] => Array.isArray(value);
