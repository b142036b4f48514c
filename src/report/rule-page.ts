import type { Case } from '../model/case.ts';
import type { Verdict } from '../model/finding.ts';
import type { Parameter, Rule } from '../model/rule.ts';
import { regionOf, type Span } from '../model/source.ts';
import { markdownBlock, markdownCode, markdownProse } from './text/markdown.ts';

/** The page of a rule, Markdown: all that its files say, with its cases as examples. */
export function rulePage(rule: Rule, cases: readonly Case<unknown>[]): string {
  const sections = [
    heading(rule),
    markdownProse(rule.why),
    section('What fails', rule.assert.map(({ message }) => `- ${markdownProse(message.text)}`).join('\n')),
    section('Fix', fix(rule)),
    section('Parameters', parameters(rule)),
    section('Examples', examples(cases)),
    section('The same check elsewhere', elsewhere(rule)),
    section('References', rule.references.map(address => `- <${address}>`).join('\n')),
  ];
  return `${sections.filter(text => text !== '').join('\n\n')}\n`;
}

function heading({ id, title, severity, confidence, since, themes, aliases, subject }: Rule): string {
  const facts = [
    ['id', markdownCode(id)],
    ['severity', severity],
    ['confidence', confidence],
    [
      'looks at',
      subject.kind === 'scope' ? `each ${subject.scope}` : subject.types.map(markdownCode).join(', '),
    ],
    ['themes', themes.join(', ')],
    ['since', since],
    ['formerly', aliases.map(markdownCode).join(', ')],
  ].filter(([, value]) => value !== '');
  const notice = '<!-- Made from rule.yaml and cases.yaml by `npx vitest run test/rules -u`. -->';
  return `${notice}\n\n# ${markdownProse(title)}\n\n${facts.map(([name, value]) => `- ${name}: ${value}`).join('\n')}`;
}

const section = (title: string, body: string): string => (body === '' ? '' : `## ${title}\n\n${body}`);

function fix({ fix: { summary, cloudformation, terraform, cli } }: Rule): string {
  return [
    markdownProse(summary),
    snippet('CloudFormation', 'yaml', cloudformation),
    snippet('Terraform', 'hcl', terraform),
    snippet('AWS CLI', 'sh', cli),
  ]
    .filter(text => text !== '')
    .join('\n\n');
}

const snippet = (title: string, language: string, text: string | undefined): string =>
  text === undefined ? '' : `${title}:\n\n${markdownBlock(language, text)}`;

function parameters({ params }: Rule): string {
  const rows = Object.entries(params).map(([name, parameter]) => [
    markdownCode(name),
    markdownCode(parameter.type),
    fallback(parameter),
    markdownProse(parameter.description) + limits(parameter),
  ]);
  return rows.length === 0 ? '' : table(['name', 'type', 'default', 'meaning'], rows);
}

function fallback({ default: value, required }: Parameter): string {
  if (value !== undefined) return markdownCode(JSON.stringify(value));
  return required ? 'none: without a value the rule does not run' : 'none';
}

function limits({ values, min, max }: Parameter): string {
  const parts = [
    ...(values ? [`one of ${values.map(markdownCode).join(', ')}`] : []),
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** The verdicts in the order in which a reader wants them: what is wrong, what is right, what cannot be told. */
const order = ['fail', 'pass', 'unknown', 'not-applicable'] as const satisfies readonly Verdict[];

function examples(cases: readonly Case<unknown>[]): string {
  return order
    .flatMap(verdict => cases.filter(({ expect }) => expect === verdict).map(one => example(one, verdict)))
    .join('\n\n');
}

function example({ name, params, context, messages, input }: Case<unknown>, verdict: Verdict): string {
  const given = [...Object.entries(params), ...Object.entries(context)].map(([key, value]) =>
    markdownCode(`${key}: ${JSON.stringify(value)}`),
  );
  return [
    `### ${verdict}: ${markdownProse(name)}`,
    ...(given.length > 0 ? [`With ${given.join(', ')}:`] : []),
    markdownBlock('yaml', dedent(input.at)),
    ...(messages && messages.length > 0
      ? [messages.map(message => `> ${markdownProse(message)}`).join('\n>\n')]
      : []),
  ].join('\n\n');
}

/** The text of a block as it would stand at the margin. */
function dedent(span: Span): string {
  const margin = ' '.repeat(regionOf(span).column - 1);
  return span.file.text.slice(span.start, span.end).trimEnd().replaceAll(`\n${margin}`, '\n');
}

const elsewhere = ({ aka }: Rule): string =>
  Object.entries(aka)
    .map(([tool, ids]) => `- ${tool}: ${ids.map(markdownCode).join(', ')}`)
    .join('\n');

/** Cells hold Markdown that is escaped for a table. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}
