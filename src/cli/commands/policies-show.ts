import type { ResolvedRule } from '../../catalog/resolve-policy.ts';
import { choiceOf } from '../answers.ts';
import { columns, json, wrap } from '../columns.ts';
import type { Handler } from '../io.ts';
import { shownParameters, type ShownParameter } from '../parameters.ts';
import { setUp, type Setup } from '../setup.ts';

/** What policies demand: their rules, and every parameter with its value and who gave it. */
export const policiesShowCommand: Handler = async ({ args, options, io }) => {
  const format = choiceOf(options, 'format', ['text', 'json']) ?? 'text';
  const setup = await setUp([], args.length > 0 ? { ...options, policy: args } : options, io);
  const selected = setup.resolved.filter(({ enabled }) => enabled);
  const parameters = shownParameters(selected, setup);
  io.stdout.write(
    format === 'json'
      ? json({ policies: setup.policyNames.map(({ name }) => name), rules: selected.map(lineOf), parameters })
      : text(setup, selected, parameters),
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
  selected: readonly ResolvedRule[],
  parameters: readonly ShownParameter[],
): string {
  const policies = setup.policies.map(({ policy }) => `${policy.id}: ${policy.title}\n`).join('');
  const rules = selected.map(({ rule, severity, missing }) => [
    rule.id,
    severity,
    missing.length === 0 ? rule.title : `not configured: ${missing.join(', ')}`,
  ]);
  const blocks = parameters.map(parameterText).join('');
  return `${policies}\n${selected.length} rules\n${columns(rules, '  ')}\nparameters\n${blocks}`;
}

/** A parameter as a block of lines, for `policies show` and `explain`. */
export function parameterText({
  name,
  type,
  description,
  example,
  value,
  where,
  rules,
}: ShownParameter): string {
  const needed = `not set${example === undefined ? '' : `; for example ${JSON.stringify(example)}`}`;
  const lines = [
    `  ${name}  ${type}`,
    `      ${wrap(description, 100, '      ')}`,
    `      ${value === undefined ? needed : `${JSON.stringify(value)}  (${where})`}`,
    ...(rules.length > 0 ? [`      used by ${wrap(rules.join(', '), 100, '      ')}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
