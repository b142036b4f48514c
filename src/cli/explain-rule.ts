import type { PolicyFile } from '../catalog/policy-file.ts';
import type { ResolvedRule } from '../catalog/resolve-policy.ts';
import type { Case } from '../model/case.ts';
import type { Fix } from '../model/rule.ts';
import { wrap } from '../report/text/layout.ts';
import { messageShape } from '../report/text/message-shape.ts';
import { severityColor, type Style } from '../report/text/style.ts';
import { block, codeLines, paragraph } from './paragraphs.ts';
import { parameterLines, shownParameters } from './parameters.ts';
import { stateOf } from './rule-state.ts';

/** Everything that the files of a rule say, with what the policy makes of it here. */
export function ruleText(
  resolved: ResolvedRule,
  { cases, policies }: { readonly cases: readonly Case<unknown>[]; readonly policies: readonly PolicyFile[] },
  style: Style,
): string {
  const { rule } = resolved;
  const parameters = shownParameters([resolved], { policies });
  return [
    headline(resolved, style),
    paragraph('Why', rule.why, style),
    block('Looks at', subjectLines(resolved, style), style),
    block(
      'Fails with',
      rule.assert.flatMap(({ message }) => bullet(style.prose(messageShape(message.text)), style)),
      style,
    ),
    fixText(rule.fix, style),
    block(
      'Parameters',
      parameters.flatMap(one => parameterLines({ ...one, rules: [] }, style)),
      style,
    ),
    block(
      'Examples',
      cases.map(({ expect, name }) => `${expect.padEnd(14)}  ${style.prose(name)}`),
      style,
    ),
    block('Themes', rule.themes.length > 0 ? [rule.themes.join(', ')] : [], style),
    block(
      'Elsewhere',
      Object.entries(rule.aka).flatMap(([tool, ids]) => bullet(`${tool}: ${ids.join(', ')}`, style)),
      style,
    ),
    block('Formerly', rule.aliases.map(style.name), style),
    block('References', rule.references.map(style.name), style),
  ]
    .filter(text => text !== '')
    .join('\n');
}

function headline(resolved: ResolvedRule, { paint, prose, signs }: Style): string {
  const { rule, severity } = resolved;
  const own = severity === rule.severity ? '' : ` (the rule's own is ${rule.severity})`;
  const facts = [
    `severity ${paint(severityColor[severity], severity)}${own}`,
    `confidence ${rule.confidence}`,
    `since ${rule.since}`,
    `here: ${stateOf(resolved)}`,
  ];
  return `${paint('bold', rule.id)}  ${prose(rule.title)}\n${facts.join(` ${signs.dot} `)}\n`;
}

function subjectLines({ rule: { subject } }: ResolvedRule, style: Style): readonly string[] {
  if (subject.kind === 'scope') return [`each ${subject.scope}`];
  return wrap(subject.types.join(', '), style.width - 2);
}

/** The fix in each language that the rule has it in. */
export function fixText({ summary, cloudformation, terraform, cli }: Fix, style: Style): string {
  const snippets = [
    ['CloudFormation', cloudformation],
    ['Terraform', terraform],
    ['AWS CLI', cli],
  ] as const;
  const code = snippets.flatMap(([title, text]) =>
    text === undefined ? [] : ['', `${title}:`].concat(codeLines(text, style).map(line => `  ${line}`)),
  );
  return block('Fix', [...wrap(style.prose(summary), style.width - 2), ...code], style);
}

function bullet(text: string, style: Style): readonly string[] {
  return wrap(text, style.width - 4).map((line, index) => `${index === 0 ? '-' : ' '} ${line}`);
}
