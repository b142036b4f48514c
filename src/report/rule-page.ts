import type { Case } from '../model/case.ts';
import type { ScopeKind } from '../model/resource.ts';
import type { Parameter, Rule } from '../model/rule.ts';
import { ruleExamples } from './rule-examples.ts';
import { flowJson } from './text/flow-json.ts';
import { markdownBlock, markdownCode, markdownProse } from './text/markdown.ts';
import { messageShape } from './text/message-shape.ts';

/** The page of a rule, Markdown: all that its files say, with its cases as examples at the end, since they are many. */
export function rulePage(rule: Rule, cases: readonly Case<unknown>[]): string {
  const sections = [
    heading(rule),
    markdownProse(rule.why),
    section('What fails', failures(rule)),
    section('Fix', fix(rule)),
    section('Parameters', parameters(rule)),
    section('The same check elsewhere', elsewhere(rule)),
    section('References', rule.references.map(address => `- <${address}>`).join('\n')),
    section('Examples', ruleExamples(cases)),
  ];
  return `${sections.filter(text => text !== '').join('\n\n')}\n`;
}

function heading({ id, title, severity, confidence, since, stage, themes, aliases, subject }: Rule): string {
  const facts = [
    ['id', markdownCode(id)],
    ['severity', severity],
    ['confidence', confidence],
    [
      'looks at',
      subject.kind === 'scope' ? places[subject.scope] : subject.types.map(markdownCode).join(', '),
    ],
    ['themes', themes.join(', ')],
    ['since', stage === 'preview' ? `${since}, in preview: its findings are shown and never gate` : since],
    ['formerly', aliases.map(markdownCode).join(', ')],
  ].filter(([, value]) => value !== '');
  const notice = '<!-- Made from rule.yaml and cases.yaml by `npx vitest run test/rules -u`. -->';
  return `${notice}\n\n# ${markdownProse(title)}\n\n${facts.map(([name, value]) => `- ${name}: ${value}`).join('\n')}`;
}

const places = {
  stack: 'each stack',
  'account-region': 'each account, in each of its Regions',
  account: 'each account',
  organisation: 'the organisation',
} as const satisfies Record<ScopeKind, string>;

const section = (title: string, body: string): string => (body === '' ? '' : `## ${title}\n\n${body}`);

/** Once what is asked in several places. */
const failures = ({ assert }: Rule): string =>
  [...new Set(assert.map(({ message }) => `- ${markdownProse(messageShape(message.text))}`))].join('\n');

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
    [markdownProse(parameter.description), ...limits(parameter)].join(' '),
  ]);
  if (rows.length === 0) return '';
  const where = 'Values stand under `parameters` in a policy or in `plumbline.yaml`.';
  return `${where}\n\n${table(['name', 'type', 'default', 'meaning'], rows)}`;
}

function fallback({ default: value, required }: Parameter): string {
  if (value !== undefined) return markdownCode(flowJson(value));
  return required ? 'none: without a value the rule does not run' : 'none';
}

/** Each as a sentence. The bounds of a list are those of its length. */
function limits({ type, values, min, max }: Parameter): readonly string[] {
  const bound = (size: number): string =>
    type.startsWith('list') ? `${size} ${size === 1 ? 'element' : 'elements'}` : `${size}`;
  return [
    ...(values ? [`One of ${values.map(markdownCode).join(', ')}.`] : []),
    ...(min === undefined ? [] : [`At least ${bound(min)}.`]),
    ...(max === undefined ? [] : [`At most ${bound(max)}.`]),
  ];
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
