import { plainValue } from '../evaluate/language/plain-value.ts';
import { loadRegexEngine } from '../evaluate/language/regex.ts';
import { prepareRule } from '../evaluate/prepare.ts';
import type { PreparedRule, PrepareOptions } from '../evaluate/prepare.ts';
import type { AppliedRule } from '../model/policy.ts';
import type { Rule } from '../model/rule.ts';
import type { Facts } from './request.ts';

/** Compiles rules; the regular expression engine is loaded only when one of them needs it. */
export async function prepareRules(
  rules: readonly AppliedRule[],
  facts: Facts,
  trace?: PrepareOptions['trace'],
): Promise<readonly PreparedRule[]> {
  const regex = rules.some(({ rule }) => matchesPatterns(rule)) ? await loadRegexEngine() : undefined;
  const options: PrepareOptions = {
    facts: plainFacts(facts),
    ...(regex && { regex }),
    ...(trace && { trace }),
  };
  return rules.map(rule => prepareRule(rule, options));
}

/** The tables as the engine reads them. Whoever runs hundreds of cases asks for the same ones each time. */
function plainFacts(facts: Facts): PrepareOptions['facts'] {
  const before = known.get(facts);
  if (before) return before;
  const rows = Object.fromEntries(Object.entries(facts).map(([name, table]) => [name, table.rows]));
  const made = plainValue(rows);
  known.set(facts, made);
  return made;
}

const known = new WeakMap<Facts, PrepareOptions['facts']>();

function matchesPatterns(rule: Rule): boolean {
  const snippets = [
    ...rule.let.map(({ expr }) => expr),
    ...rule.each.map(({ expr }) => expr),
    ...rule.assert.flatMap(({ expr, message }) => [expr, message]),
    ...(rule.where ? [rule.where] : []),
  ];
  return snippets.some(({ text }) => text.includes('matches'));
}
