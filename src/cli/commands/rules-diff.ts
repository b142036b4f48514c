import { diffRules, type RuleChange } from '../../catalog/rule-diff.ts';
import { choiceOf } from '../answers.ts';
import { json } from '../columns.ts';
import { displayFor } from '../display.ts';
import type { Handler } from '../io.ts';
import { loadKnowledge } from '../knowledge.ts';
import { proseStyle } from '../paragraphs.ts';
import { ruleSetOf } from '../rule-set.ts';

/** What differs between two versions of a rule set, and what of it can make a pipeline fail that passed. */
export const rulesDiffCommand: Handler = async ({ args: [from = '', to = 'installed'], options, io }) => {
  const format = choiceOf(options, 'format', ['text', 'json']) ?? 'text';
  const { types } = loadKnowledge();
  const before = await ruleSetOf(from, types, io.cwd);
  const after = await ruleSetOf(to, types, io.cwd);
  const changes = diffRules(before, after);
  if (format === 'json') {
    io.stdout.write(json({ from, to, rules: { from: before.length, to: after.length }, changes }));
    return 0;
  }
  const { name, prose, signs } = proseStyle(displayFor(io.stdout, options, io.env));
  const lines = changes.flatMap(({ change, id, from: old, title, details, mayFail }) => [
    `${marks[change]} ${change.padEnd(7)}  ${old === undefined ? '' : `${name(old)} ${signs.to} `}${name(id)}  ${prose(title)}${mayFail ? '  (can newly fail)' : ''}`,
    ...details.map(detail => `             ${prose(detail)}`),
  ]);
  io.stdout.write([...lines, summaryOf(changes)].map(line => `${line}\n`).join(''));
  return 0;
};

const marks = { added: '+', removed: '-', renamed: '>', changed: '~' } as const;

function summaryOf(changes: readonly RuleChange[]): string {
  if (changes.length === 0) return 'no rule differs';
  const counts = Object.keys(marks).map(
    change => `${changes.filter(one => one.change === change).length} ${change}`,
  );
  return `${counts.join(', ')}; ${changes.filter(({ mayFail }) => mayFail).length} can newly fail`;
}
