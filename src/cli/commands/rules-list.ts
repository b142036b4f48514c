import picomatch from 'picomatch';

import { closest } from '../../catalog/closest.ts';
import type { ResolvedRule } from '../../catalog/resolve-policy.ts';
import { UsageError } from '../../model/problem.ts';
import { choiceOf } from '../answers.ts';
import { columns, json } from '../columns.ts';
import { counted } from '../counted.ts';
import type { Handler } from '../io.ts';
import { stateOf } from '../rule-state.ts';
import { setUp, type Setup } from '../setup.ts';

/** The rules with what the policy makes of them. */
export const rulesListCommand: Handler = async ({ args, options, io }) => {
  const format = choiceOf(options, 'format', ['text', 'json']) ?? 'text';
  const setup = await setUp([], options, io);
  const listed = matching(setup, args);
  io.stdout.write(format === 'json' ? json(listed.map(summaryOf)) : text(listed));
  return 0;
};

/** Every pattern must match something: a misspelt one would be an empty list that looks like an answer. */
function matching({ resolved }: Setup, patterns: readonly string[]): readonly ResolvedRule[] {
  if (patterns.length === 0) return resolved;
  const matchers = patterns.map(pattern => picomatch(pattern));
  const idle = patterns.find((_, index) => !resolved.some(({ rule }) => matchers[index]?.(rule.id)));
  if (idle !== undefined) {
    const near = closest(
      idle,
      resolved.map(({ rule }) => rule.id),
    );
    throw new UsageError(`no rule matches ${idle}`, {
      hint: near === undefined ? "a pattern is an id or a glob: 'bedrock/*'" : `did you mean ${near}?`,
    });
  }
  return resolved.filter(({ rule }) => matchers.some(matches => matches(rule.id)));
}

function text(rules: readonly ResolvedRule[]): string {
  const rows = rules.map(rule => [rule.rule.id, rule.severity, stateOf(rule), rule.rule.title]);
  const on = rules.filter(({ enabled }) => enabled).length;
  return `${columns([['RULE', 'SEVERITY', 'STATE', 'TITLE'], ...rows])}${counted(rules.length, 'rule')}, ${on} selected\n`;
}

const summaryOf = (resolved: ResolvedRule): unknown => {
  const { rule, severity, parameters, missing } = resolved;
  const { id, title, confidence, themes, aka, since } = rule;
  return {
    id,
    title,
    severity,
    confidence,
    state: stateOf(resolved),
    parameters,
    missing,
    themes,
    aka,
    since,
  };
};
