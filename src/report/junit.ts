import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { NotConfigured, Report } from '../model/report.ts';
import { causeHelp } from './causes.ts';
import {
  acceptanceOf,
  comparisonWords,
  isNew,
  knownWords,
  trustHeading,
  trustWords,
  worrying,
  worryOf,
} from './gate-words.ts';
import { sortBy, sortFindings, sortProblems } from './order.ts';
import { inPieces } from './pieces.ts';
import { saidOf } from './reason.ts';
import { countEach, coverageWords, gateWords, notHere, scopeWords, verdictWords } from './summary.ts';
import { printable, sentence } from './text/printable.ts';

/** One test: passed when it holds neither of the three. */
interface Case {
  readonly name: string;
  readonly kind?: 'failure' | 'error' | 'skipped';
  readonly type?: string;
  readonly message?: string;
  readonly text?: string;
}

interface Suite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
  readonly output?: string;
}

/**
 * JUnit XML in the intersection of its two schemas, that of Jenkins and that of Windy Road: what both allow, in the order
 * that both want. A suite for each rule, a test for each resource: unknown is an error; not applicable, waived and
 * unchanged are skipped. One more suite, named after the tool, has what could not be read and the summary.
 */
export const junit = inPieces(function* (report) {
  // Windy Road wants no time zone, and seconds.
  const started = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(report.run.started)?.[0] ?? '1970-01-01T00:00:00';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  let id = 0;
  for (const suite of suitesOf(report)) {
    for (const line of suiteXml(suite, id, started)) yield `${line}\n`;
    id += 1;
  }
  yield '</testsuites>\n';
});

function* suitesOf(report: Report): Generator<Suite> {
  yield runSuite(report);
  yield* ruleSuites(report);
  yield* report.notConfigured.map(notConfiguredSuite);
}

function runSuite(report: Report): Suite {
  const { tool, problems, ruleset, complete } = report;
  const { settings, outcome, reason } = gateWords(report);
  return {
    name: tool.name,
    properties: {
      version: tool.version,
      ruleset: ruleset.digest,
      policies: ruleset.policies.join(', '),
      complete: String(complete),
    },
    cases: problemCases(problems),
    output: [
      scopeWords(report).join(', '),
      verdictWords(report).join(', '),
      ...comparisonWords(report).map(words => sentence(words)),
      coverageWords(report),
      ...gateRows(report),
      ...notHere(report),
      `gate: ${settings}, ${outcome}: ${sentence(reason)}`,
    ].join('\n'),
  };
}

function gateRows(report: Report): string[] {
  const { comparison, trust } = report;
  const rows = [
    ...(comparison?.fixed ?? []).map(one => `fixed: ${knownWords(one)}`),
    ...(comparison?.notes ?? []),
    ...worrying(report).map(use => `waiver ${use.where}: ${worryOf(use)}`),
    ...(trust ? [trustHeading(trust), ...trust.changes.map(trustWords)] : []),
  ];
  return rows.map(row => sentence(row));
}

function problemCases(problems: readonly Problem[]): Case[] {
  const sorted = sortProblems(problems);
  const names = distinct(
    sorted.map(({ path, account, awsRegion }) => path ?? ['live', account, awsRegion].join(' ').trim()),
    sorted.map(({ region }, index) => (region ? `${region.line}:${region.column}` : `${index + 1}`)),
  );
  return sorted.map(({ cause, message, region, effect, hint }, index) => {
    const place = region ? `line ${region.line}, column ${region.column}` : undefined;
    const text = [place, effect, hint].filter(part => part !== undefined).map(part => sentence(part));
    return { name: names[index] ?? 'run', kind: 'error', type: cause, message, text: text.join('\n') };
  });
}

/** Also of rules that looked at nothing: an empty suite says that they ran. */
function* ruleSuites({ rules, results }: Report): Generator<Suite> {
  const findings = new Map(rules.map(({ id }): [string, Finding[]] => [id, []]));
  for (const finding of sortFindings(results)) {
    const list = findings.get(finding.rule);
    if (list) list.push(finding);
    else findings.set(finding.rule, [finding]);
  }
  const known = new Map(rules.map(rule => [rule.id, rule]));
  for (const [id, list] of sortBy([...findings], ([rule]) => [rule])) {
    const { title, severity } = known.get(id) ?? list[0] ?? { title: id, severity: 'low' };
    yield { name: id, properties: { title, severity }, cases: casesOf(list) };
  }
}

/** Names stay the same from run to run, so no line is in them. */
function casesOf(findings: readonly Finding[]): Case[] {
  const names = distinct(
    findings.map(({ resource, property }) => (property ? `${resource.key} ${property}` : resource.key)),
    findings.map(({ id }) => id.slice(0, 8)),
  );
  return findings.map((finding, index) => ({ name: names[index] ?? finding.id, ...outcomeOf(finding) }));
}

/** Where a name comes twice, what is in brackets tells them apart. */
function distinct(names: readonly string[], marks: readonly string[]): string[] {
  const counts = new Map(countEach(names));
  return names.map((name, index) => ((counts.get(name) ?? 0) > 1 ? `${name} (${marks[index]})` : name));
}

function outcomeOf(finding: Finding): Omit<Case, 'name'> {
  const { verdict, severity, cause, title } = finding;
  const { message, reason, note } = saidOf(finding);
  const said = message || reason || title;
  if (verdict === 'pass') return {};
  if (verdict === 'not-applicable') return { kind: 'skipped', text: sentence(said) };
  if (verdict === 'waived') {
    return {
      kind: 'skipped',
      text: [note, said, acceptanceOf(finding)].map(row => sentence(row)).join('\n'),
    };
  }
  const why = whyNotGating(finding);
  if (why !== undefined) return { kind: 'skipped', text: `${why}, ${verdict}: ${sentence(said)}` };
  const kind = verdict === 'fail' ? 'failure' : 'error';
  return {
    kind,
    type: verdict === 'fail' ? severity : (cause ?? 'unknown'),
    message: said,
    text: detailsOf(finding),
  };
}

/** A test that fails ends a pipeline; what was there before does not gate, nor does a rule in preview. */
function whyNotGating(finding: Finding): string | undefined {
  if (!isNew(finding)) return 'unchanged';
  return finding.stage === 'preview' ? 'in preview' : undefined;
}

function detailsOf(finding: Finding): string {
  const { location, resource, cause } = finding;
  const { reason, related, note } = saidOf(finding);
  const rows = [
    location ? `${location.path}:${location.line}:${location.column}` : resource.key,
    ...(location?.text === undefined ? [] : [location.text.trim()]),
    ...(reason === '' ? [] : [reason]),
    ...(note === '' ? [] : [note]),
    ...(cause ? [causeHelp[cause].remedy] : []),
    ...related.map(place => `see ${place.path}:${place.line}:${place.column} ${place.message}`),
  ];
  return rows.map(row => sentence(row)).join('\n');
}

function notConfiguredSuite({ rule, parameters }: NotConfigured): Suite {
  const wants = parameters.map(({ name, description }) => `${sentence(name)}: ${sentence(description)}`);
  return {
    name: rule,
    properties: { configured: 'false' },
    cases: [{ name: 'not configured', kind: 'skipped', text: ['It needs a value for', ...wants].join('\n') }],
  };
}

function* suiteXml(
  { name, properties, cases, output = '' }: Suite,
  id: number,
  started: string,
): Generator<string> {
  const count = (kind: Case['kind']): number => cases.filter(one => one.kind === kind).length;
  const attributes = {
    name,
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: 0,
    timestamp: started,
    hostname: 'localhost',
    id,
    package: name,
  };
  yield `  <testsuite${xmlAttributes(attributes)}>`;
  yield '    <properties>';
  for (const [key, value] of Object.entries(properties))
    yield `      <property${xmlAttributes({ name: key, value })}/>`;
  yield '    </properties>';
  for (const one of cases) yield caseXml(one, name);
  yield `    <system-out>${xmlText(output)}</system-out>`;
  yield '    <system-err></system-err>';
  yield '  </testsuite>';
}

function caseXml({ name, kind, type, message, text = '' }: Case, classname: string): string {
  const start = `    <testcase${xmlAttributes({ name, classname, time: 0 })}`;
  if (kind === undefined) return `${start}/>`;
  // A skipped test has no attributes in the schema of Jenkins.
  const attributes = kind === 'skipped' ? '' : xmlAttributes({ message: message ?? '', type: type ?? '' });
  return `${start}>\n      <${kind}${attributes}>${xmlText(text)}</${kind}>\n    </testcase>`;
}

function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(sentence(String(value)))}"`)
    .join('');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 has no way to write is written as `\u{…}`; line breaks stay. */
function xmlText(text: string): string {
  return text
    .split('\n')
    .map(line =>
      printable(line).replaceAll(/[\ufffe\uffff]/g, unit => `\\u{${unit.charCodeAt(0).toString(16)}}`),
    )
    .join('\n')
    .replaceAll(/[&<>"']/g, character => references[character] ?? character);
}
