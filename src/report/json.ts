import type { Finding } from '../model/finding.ts';
import type { Report, RuleSummary } from '../model/report.ts';
import { inPieces } from './pieces.ts';
import { isWhole } from './summary.ts';
import { isIterable } from './text/json-pieces.ts';
import { printableJson } from './text/printable.ts';

/**
 * For machines, and for `plumbline report`, which makes every other format of it: `schemas/result.schema.json`.
 * Keys that do not apply are left out. One line an element of each list, so that runs compare and grep well.
 */
export const json = inPieces(function* (report, { verdicts }) {
  let before = '{\n';
  for (const [key, value] of Object.entries(documentOf(report, verdicts === 'all'))) {
    if (value === undefined) continue;
    yield `${before}  ${JSON.stringify(key)}: `;
    if (isIterable(value)) yield* list(value);
    else yield printableJson(value);
    before = ',\n';
  }
  yield '\n}\n';
});

function* list(items: Iterable<unknown>): Generator<string> {
  let before = '[\n';
  for (const item of items) {
    yield `${before}    ${printableJson(item)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]' : '\n  ]';
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
    results: entriesOf(results, fixes),
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

function* entriesOf(
  results: readonly Finding[],
  fixes: ReadonlyMap<string, string>,
): Generator<ReturnType<typeof resultEntry>> {
  for (const finding of results) yield resultEntry(finding, fixes.get(finding.rule));
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
