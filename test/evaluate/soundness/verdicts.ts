import { evaluate } from '../../../src/evaluate/evaluate.ts';
import type { PreparedRule } from '../../../src/evaluate/prepare.ts';
import { verdicts } from '../../../src/model/finding.ts';
import type { Verdict } from '../../../src/model/finding.ts';
import type { Estate } from '../../../src/model/resource.ts';
import type { TypeRegistry } from '../../../src/model/types.ts';

/** The worst verdict of each rule on each resource and scope, by rule, type and key. */
export function verdictsOf(
  estate: Estate,
  rules: readonly PreparedRule[],
  types: TypeRegistry,
): ReadonlyMap<string, Verdict> {
  const worst = new Map<string, Verdict>();
  for (const { rule, resource, verdict } of evaluate(estate, rules, { types, hash: text => text })) {
    const key = `${rule} on ${resource.type} ${resource.key}`;
    const before = worst.get(key);
    if (!before || verdicts.indexOf(verdict) < verdicts.indexOf(before)) worst.set(key, verdict);
  }
  return worst;
}

/** What two evaluations of one situation say of the same things, where both decide. */
export interface Comparison {
  readonly compared: number;
  /** What was said and is now denied, one line each. */
  readonly flips: readonly string[];
}

/** `after` knows more than `before`: what passes or does not apply must not fail, and what fails must still fail. */
export function compare(
  before: ReadonlyMap<string, Verdict>,
  after: ReadonlyMap<string, Verdict>,
): Comparison {
  const both = [...before].flatMap(([key, was]) => {
    const is = after.get(key);
    return was === 'unknown' || is === undefined || is === 'unknown' ? [] : [{ key, was, is }];
  });
  const flipped = both.filter(({ was, is }) => (was === 'fail') !== (is === 'fail'));
  return {
    compared: both.length,
    flips: flipped.map(({ key, was, is }) => `${key} was ${was} and is ${is}`),
  };
}
