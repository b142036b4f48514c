import { UsageError } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import { closest } from './closest.ts';

/** The rule of an id or a former id; letters' case does not count. An unknown id is a mistake, with the nearest one. */
export function findRule(rules: readonly Rule[], id: string): Rule {
  const found = ruleNamed(rules, id);
  if (found) return found;
  const near = closest(
    id,
    rules.flatMap(rule => [rule.id, ...rule.aliases]),
  );
  throw new UsageError(`rule ${id} does not exist`, {
    hint: near === undefined ? '`plumbline rules list` shows all of them' : `did you mean ${near}?`,
  });
}

export function ruleNamed(rules: readonly Rule[], id: string): Rule | undefined {
  const wanted = id.toLowerCase();
  return (
    rules.find(rule => rule.id === wanted) ??
    rules.find(rule => rule.aliases.some(alias => alias.toLowerCase() === wanted))
  );
}
