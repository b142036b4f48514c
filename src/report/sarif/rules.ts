import type { ReportingDescriptor } from 'sarif';

import type { Finding } from '../../model/finding.ts';
import type { Report, RuleSummary } from '../../model/report.ts';
import { type Severity, severities } from '../../model/rule.ts';
import type { ReportOptions } from '../options.ts';
import { sortBy } from '../order.ts';
import { markdownBlock, markdownLink, markdownProse } from '../text/markdown.ts';
import { sentence } from '../text/printable.ts';
import { descriptionLimit, line, nameOf } from './text.ts';

/** GitHub allows 20 and shows 10. */
const tagLimit = 10;

export const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

/** As GitHub sorts them: critical from 9.1, high from 7.0, medium from 4.0, low below. */
const scores: Record<Severity, string> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };

/** The rules of a run as SARIF describes them, and where each stands among them. */
export interface Rules {
  readonly descriptors: ReportingDescriptor[];
  readonly indexOf: (rule: string) => number;
}

export function rulesOf(report: Report, options: ReportOptions, themes: readonly string[]): Rules {
  const known = new Set(report.rules.map(({ id }) => id));
  const strangers = new Map(
    report.results.filter(({ rule }) => !known.has(rule)).map(finding => [finding.rule, strangerOf(finding)]),
  );
  const rules = sortBy([...report.rules, ...strangers.values()], ({ id }) => [id]);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const worst = worstSeverities(report.results);
  return {
    descriptors: rules.map(rule => descriptorOf(rule, weightOf(rule, worst), { options, themes })),
    indexOf: rule => indexes.get(rule) ?? -1,
  };
}

/** A rule of which nothing is known but a finding. */
function strangerOf({ rule: id, title, severity, confidence }: Finding): RuleSummary {
  const nothing = { themes: [], aka: {}, references: [], aliases: [], since: '' };
  const subject = { kind: 'resource', types: [] } as const;
  return { id, title, severity, confidence, subject, why: '', fix: { summary: '' }, ...nothing };
}

/** The score is the rule's, not the result's: a policy may have given its findings another severity. */
function worstSeverities(results: readonly Finding[]): Map<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const severity of severities.toReversed()) {
    for (const finding of results) if (finding.severity === severity) worst.set(finding.rule, severity);
  }
  return worst;
}

/** Alerts of a rule in preview must end no check, so they weigh as little as there is. */
const weightOf = ({ id, severity, stage }: RuleSummary, worst: ReadonlyMap<string, Severity>): Severity =>
  stage === 'preview' ? 'low' : (worst.get(id) ?? severity);

function descriptorOf(
  rule: RuleSummary,
  severity: Severity,
  { options, themes }: { readonly options: ReportOptions; readonly themes: readonly string[] },
): ReportingDescriptor {
  const page = options.rulePage(rule.id);
  const tags = ['security', ...rule.id.split('/').slice(0, 1), ...rule.themes].map(tag => line(tag, 'none'));
  return {
    id: rule.id,
    name: nameOf(rule.id),
    ...(rule.aliases.length > 0 ? { deprecatedIds: [...rule.aliases] } : {}),
    shortDescription: { text: line(rule.title, rule.id, descriptionLimit) },
    fullDescription: { text: line(rule.why, rule.title || rule.id, descriptionLimit) },
    help: { text: helpText(rule, page), markdown: helpMarkdown(rule, page) },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: levels[severity] },
    ...(themes.length > 0 ? { relationships: relationshipsOf(rule, themes) } : {}),
    properties: {
      tags: [...new Set(tags)].slice(0, tagLimit),
      precision: rule.confidence,
      'security-severity': scores[severity],
    },
  };
}

function relationshipsOf({ themes: own }: RuleSummary, themes: readonly string[]) {
  return own.map(id => ({
    target: { id, index: themes.indexOf(id), toolComponent: { name: 'plumbline-themes', index: 0 } },
    kinds: ['relevant'],
  }));
}

function helpText({ title, why, fix, references }: RuleSummary, page: string | undefined): string {
  const fixes = fix.summary === '' ? [] : [`Fix: ${fix.summary}`];
  const parts = [title, why, ...fixes, ...references, ...(page === undefined ? [] : [page])];
  return parts
    .map(part => sentence(part))
    .filter(part => part !== '')
    .join('\n');
}

function helpMarkdown({ title, why, fix, references }: RuleSummary, page: string | undefined): string {
  const snippets = [
    ['CloudFormation', 'yaml', fix.cloudformation],
    ['Terraform', 'hcl', fix.terraform],
    ['AWS CLI', 'sh', fix.cli],
  ] as const;
  const parts = [
    `# ${markdownProse(title)}`,
    markdownProse(why),
    markdownProse(fix.summary),
    ...snippets.flatMap(([name, language, text]) =>
      text === undefined ? [] : [`**${name}**`, markdownBlock(language, text)],
    ),
    page === undefined ? '' : markdownLink('All about this rule', page),
    references.map(reference => `- ${markdownLink(reference, reference)}`).join('\n'),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}
