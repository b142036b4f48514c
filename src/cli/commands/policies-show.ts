import type { ResolvedRule } from '../../catalog/resolve-policy.ts';
import type { Style } from '../../report/text/style.ts';
import { choiceOf, textsOf } from '../answers.ts';
import { columns, json } from '../columns.ts';
import { counted } from '../counted.ts';
import { displayFor } from '../display.ts';
import type { Handler } from '../io.ts';
import { proseStyle } from '../paragraphs.ts';
import { parameterLines, shownParameters, type ShownParameter } from '../parameters.ts';
import { setUp, type Setup } from '../setup.ts';

/** What policies demand: their rules, and every parameter with its value and who gave it. */
export const policiesShowCommand: Handler = async ({ args, options, io }) => {
  const format = choiceOf(options, 'format', ['text', 'json']) ?? 'text';
  const named = [...args, ...textsOf(options, 'policy')];
  const setup = await setUp([], { ...options, policy: named }, io);
  const selected = setup.resolved.filter(({ enabled }) => enabled);
  const parameters = shownParameters(selected, setup);
  io.stdout.write(
    format === 'json'
      ? json({ policies: setup.policyNames.map(({ name }) => name), rules: selected.map(lineOf), parameters })
      : text(setup, { selected, parameters }, proseStyle(displayFor(io.stdout, options, io.env))),
  );
  return 0;
};

const lineOf = ({ rule: { id, title }, severity, missing }: ResolvedRule): unknown => ({
  id,
  title,
  severity,
  missing,
});

function text(
  setup: Setup,
  { selected, parameters }: { selected: readonly ResolvedRule[]; parameters: readonly ShownParameter[] },
  style: Style,
): string {
  const policies = setup.policies.map(({ policy }) => `${policy.id}: ${policy.title}\n`).join('');
  const rules = selected.map(({ rule, severity, missing }) => [
    rule.id,
    severity,
    missing.length === 0 ? rule.title : `not configured (${missing.join(', ')})`,
  ]);
  const listed = parameters.flatMap(one => parameterLines(one, style)).map(line => `  ${line}\n`);
  return `${policies}\n${counted(selected.length, 'rule')}\n${columns(rules, '  ')}\nparameters\n${listed.join('')}`;
}
