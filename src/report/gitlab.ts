import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Severity } from '../model/rule.ts';
import type { Reporter } from './options.ts';
import { sortFindings, sortProblems } from './order.ts';
import { sayingOf } from './reason.ts';
import { printableJson, sentence } from './text/printable.ts';

/** One entry of a Code Quality report. GitLab knows it again by its fingerprint and places it by path and line. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const severityOf: Record<Severity, Issue['severity']> = {
  critical: 'critical',
  high: 'major',
  medium: 'minor',
  low: 'info',
};

/**
 * GitLab Code Quality. It has no place for what is not an issue of a file: live findings are left out, and what is
 * unknown or could not be read is an issue that begins with these words, so that it cannot be taken for a pass.
 */
export const gitlab: Reporter = ({ results, problems }) => {
  const issues = [
    ...sortProblems(problems).flatMap(problemIssue),
    ...sortFindings(results.filter(({ verdict }) => verdict === 'fail')).flatMap(finding =>
      findingIssue(
        finding,
        finding.stage === 'preview' ? 'info' : severityOf[finding.severity],
        sayingOf(finding),
      ),
    ),
    ...sortFindings(results.filter(({ verdict }) => verdict === 'unknown')).flatMap(finding =>
      findingIssue(finding, 'info', `Unknown: ${finding.title}: ${sayingOf(finding)}`),
    ),
  ];
  return issues.length === 0
    ? '[]\n'
    : `[\n${issues.map(issue => `  ${printableJson(issue)}`).join(',\n')}\n]\n`;
};

function problemIssue({ path, region, cause, message, effect, fatal }: Problem): Issue[] {
  if (path === undefined) return [];
  const begin = region?.line ?? 1;
  return [
    {
      description: sentence(['Not assessed', message, ...(effect === undefined ? [] : [effect])].join(': ')),
      check_name: cause,
      // Problems have no id of their own; what they say of where is as stable as they are.
      fingerprint: [cause, path, message].map(part => part.toWellFormed()).join(' '),
      severity: fatal ? 'blocker' : 'minor',
      location: { path: path.toWellFormed(), lines: { begin } },
    },
  ];
}

function findingIssue(
  { id, rule, title, location, resource }: Finding,
  severity: Issue['severity'],
  saying: string,
): Issue[] {
  if (!location) return [];
  return [
    {
      description: sentence(`${resource.name}: ${saying || title || rule}`),
      check_name: rule,
      fingerprint: id,
      severity,
      location: { path: location.path.toWellFormed(), lines: { begin: location.line } },
    },
  ];
}
