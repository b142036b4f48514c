import type { Finding } from '../model/finding.ts';
import type { Report, RuleSummary } from '../model/report.ts';
import type { Reporter } from './options.ts';
import { isWhole } from './summary.ts';
import { printableJson } from './text/printable.ts';

/**
 * For machines, and for `plumbline report`, which makes every other format of it: `schemas/result.schema.json`.
 * Keys that do not apply are left out. One line an element of each list, so that runs compare and grep well.
 */
export const json: Reporter = (report, { verdicts }) => {
  const members = Object.entries(documentOf(report, verdicts === 'all'))
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `  ${JSON.stringify(key)}: ${Array.isArray(value) ? list(value) : printableJson(value)}`,
    );
  return `{\n${members.join(',\n')}\n}\n`;
};

function list(items: readonly unknown[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map(item => `    ${printableJson(item)}`).join(',\n')}\n  ]`;
}

function documentOf(report: Report, all: boolean) {
  const { tool, run, ruleset, config, complete, gate, coverage, inputs, problems, notConfigured, rules } =
    report;
  const { asOf, comparison, trust, waivers } = report;
  const fixes = new Map(rules.map(({ id, fix }) => [id, fix.summary]));
  const results = all
    ? report.results
    : report.results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable');
  return {
    schemaVersion: '1',
    tool,
    run,
    ruleset,
    config,
    complete,
    gate,
    asOf,
    coverage,
    verdicts: all && isWhole(report) ? 'all' : 'findings',
    inputs,
    accounts: report.accounts ?? [],
    problems,
    notConfigured,
    leftOut: report.leftOut,
    notCreated: report.notCreated,
    rules: rules.map(ruleEntry),
    comparison,
    trust,
    waivers,
    results: results.map(finding => resultEntry(finding, fixes.get(finding.rule))),
  };
}

/** Named one by one: a rule of the catalog also holds how it is evaluated, with whole files in it. */
function ruleEntry(rule: RuleSummary): RuleSummary {
  const { id, title, severity, confidence, stage, subject, why, fix, themes, aka, references, since } = rule;
  return {
    id,
    title,
    severity,
    confidence,
    ...(stage && { stage }),
    subject,
    why,
    fix,
    themes,
    aka,
    references,
    since,
    aliases: rule.aliases,
  };
}

function resultEntry(finding: Finding, fix: string | undefined) {
  const {
    id,
    rule,
    title,
    severity,
    confidence,
    stage,
    verdict,
    cause,
    message,
    chain,
    property,
    location,
    related,
    waiver = null,
    change,
  } = finding;
  const { key, type, name, account, region, construct } = finding.resource;
  return {
    id,
    rule,
    title,
    severity,
    confidence,
    stage,
    verdict,
    cause,
    message,
    chain,
    resource: { type, id: key, name, account, region, construct },
    property,
    location,
    related,
    fix,
    change,
    waiver,
  };
}
