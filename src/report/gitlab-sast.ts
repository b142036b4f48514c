import type { FileLocation, Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Report, RuleSummary } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import type { Reporter, ReportOptions } from './options.ts';
import { sortFindings, sortProblems } from './order.ts';
import { sayingOf } from './reason.ts';
import { coverageWords, gateWords, verdictWords } from './summary.ts';
import { printableJson, sentence } from './text/printable.ts';

/** What GitLab takes of a name and of a solution. */
const nameLimit = 255;
const solutionLimit = 7000;

const severityOf: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/**
 * GitLab's SAST report, schema 15.2.1. Failures and unknown verdicts of files are vulnerabilities, the latter of severity
 * Unknown; what could not be assessed, live findings and the summary are messages of the scan.
 */
export const gitlabSast: Reporter = (report, options) => {
  const rules = new Map(report.rules.map(rule => [rule.id, rule]));
  const listed = (['fail', 'unknown'] as const).flatMap(verdict =>
    sortFindings(report.results.filter(result => result.verdict === verdict)),
  );
  const document = {
    version: '15.2.1',
    scan: scanOf(report, options, listed.filter(({ location }) => !location).length),
    vulnerabilities: listed
      .filter(({ location }) => location !== undefined)
      .map(finding => vulnerabilityOf(finding, rules.get(finding.rule), options)),
  };
  return `${printableJson(document, 1)}\n`;
};

function scanOf(report: Report, { toolUrl }: ReportOptions, live: number) {
  const { tool, run, problems } = report;
  const started = Date.parse(run.started);
  const start = Number.isNaN(started) ? 0 : started;
  const self = {
    id: tool.name,
    name: tool.name,
    url: toolUrl,
    version: tool.version,
    vendor: { name: tool.name },
  };
  return {
    analyzer: self,
    scanner: self,
    type: 'sast',
    start_time: timeOf(start),
    end_time: timeOf(start + run.seconds * 1000),
    // A file that could not be read keeps the vulnerabilities that GitLab knows of from being taken for solved.
    status: problems.some(({ fatal }) => fatal) ? 'failure' : 'success',
    messages: messagesOf(report, live),
  };
}

/** Without a zone, as GitLab wants it; it is UTC. */
const timeOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19);

function messagesOf(report: Report, live: number) {
  const { settings, outcome, reason } = gateWords(report);
  const notes = [
    ...report.notConfigured.map(({ rule, parameters }) => {
      const names = parameters.map(({ name }) => name).join(', ');
      return `${rule} did not run: it needs a value for ${names}`;
    }),
    ...(live > 0 ? [`${live} live findings have no file to point at and are not listed`] : []),
  ];
  const summary = [
    verdictWords(report).join(', '),
    coverageWords(report),
    `gate: ${settings}: ${outcome}: ${reason}`,
  ];
  return [
    ...sortProblems(report.problems).map(problem =>
      message(problem.fatal ? 'fatal' : 'warn', problemText(problem)),
    ),
    ...notes.map(note => message('warn', note)),
    ...summary.map(note => message('info', note)),
  ];
}

const message = (level: 'info' | 'warn' | 'fatal', value: string) => ({ level, value: sentence(value) });

function problemText({
  cause,
  message: text,
  path,
  region,
  account,
  awsRegion,
  effect,
  hint,
}: Problem): string {
  const place = path === undefined ? [account, awsRegion].join(' ').trim() : `${path}:${region?.line ?? 1}`;
  return [cause, place, text, effect, hint].filter(part => part !== undefined && part !== '').join(': ');
}

function vulnerabilityOf(finding: Finding, rule: RuleSummary | undefined, { rulePage }: ReportOptions) {
  const { id, verdict, severity, stage, title, resource } = finding;
  const page = rulePage(finding.rule);
  const why = rule ? ` ${rule.why}` : '';
  return {
    id,
    category: 'sast',
    name: clipped(title || finding.rule, nameLimit),
    description: sentence(`${resource.name}: ${sayingOf(finding)}${why}`),
    severity: stage === 'preview' ? 'Info' : verdict === 'fail' ? severityOf[severity] : 'Unknown',
    ...(rule ? { solution: clipped(rule.fix.summary, solutionLimit) } : {}),
    identifiers: identifiersOf(finding.rule, rule, page),
    links: [page ?? '', ...(rule?.references ?? [])].filter(isAddress).map(url => ({ url: sentence(url) })),
    ...(finding.location ? placesOf(finding.location, id) : {}),
  };
}

const clipped = (text: string, limit: number): string => sentence(text).slice(0, limit).toWellFormed();

/** Our own id is what the finding is known by again, whatever line it is on. */
function placesOf({ path, line: start_line, endLine: end_line }: FileLocation, id: string) {
  const place = { file: path.toWellFormed(), start_line, end_line };
  const signatures = [{ algorithm: 'scope_offset', value: id }];
  return { location: place, tracking: { type: 'source', items: [{ ...place, signatures }] } };
}

/** The first one tells GitLab which vulnerabilities are the same; ids of other tools follow. */
function identifiersOf(id: string, rule: RuleSummary | undefined, page: string | undefined) {
  const own = { type: 'plumbline_rule', name: `Plumbline ${sentence(id)}`, value: sentence(id) };
  const others = Object.entries(rule?.aka ?? {}).flatMap(([tool, ids]) =>
    ids.map(value => ({
      type: `${sentence(tool)}_id`,
      name: sentence(`${tool} ${value}`),
      value: sentence(value),
    })),
  );
  return [page !== undefined && isAddress(page) ? { ...own, url: page } : own, ...others];
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);
