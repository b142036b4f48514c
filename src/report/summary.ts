import type { Finding } from '../model/finding.ts';
import { isGating } from '../model/gate.ts';
import type { Input, Report } from '../model/report.ts';
import { severities } from '../model/rule.ts';

/** `1 file`, `2 files`. */
export const plural = (count: number, noun: string, many = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : many}`;

/** What was looked at: `6 files, 38 resources, 24 rules`, and what of it was not. */
export function scopeWords({ coverage: { inputs, resources, rules } }: Report): string[] {
  const unread = [
    ...(inputs.failed > 0 ? [`${inputs.failed} not read`] : []),
    ...(inputs.skipped > 0 ? [`${inputs.skipped} skipped`] : []),
  ];
  const idle = rules.notConfigured > 0 ? [`${rules.notConfigured} not configured`] : [];
  return [
    plural(inputs.found, 'file') + aside(unread),
    plural(resources, 'resource'),
    plural(rules.selected, 'rule') + aside(idle),
  ];
}

const aside = (parts: readonly string[]): string => (parts.length > 0 ? ` (${parts.join(', ')})` : '');

/** The counts of all verdicts, the failures by severity: `3 fail (1 critical, 1 high, 1 in preview)`. */
export function verdictWords({ coverage, results }: Report): string[] {
  const { fail, unknown, waived, pass, notApplicable } = coverage.verdicts;
  const bySeverity = countBySeverity(results)
    .map(([severity, count]) => `${count} ${severity}`)
    .join(', ');
  return [
    `${fail} fail${bySeverity === '' ? '' : ` (${bySeverity})`}`,
    `${unknown} unknown`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    `${pass} pass`,
    `${notApplicable} not applicable`,
  ];
}

function countBySeverity(results: readonly Finding[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const finding of results) {
    const name = finding.verdict === 'fail' ? classOf(finding) : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...severities, 'in preview'].flatMap(name => {
    const count = counts.get(name);
    return count === undefined ? [] : [[name, count] as const];
  });
}

const classOf = ({ stage, severity }: Finding): string => (stage === 'preview' ? 'in preview' : severity);

/** How much of what applied was decided. Cut, not rounded: 100 % is said of all only. */
export function coverageWords({ coverage: { decided, verdicts } }: Report): string {
  if (decided === null) return 'coverage: no rule applied to anything';
  const percent = (Math.floor(decided * 1000) / 10).toFixed(1).replace(/\.0$/, '');
  const settled = verdicts.fail + verdicts.waived + verdicts.pass;
  const { unknown } = verdicts;
  return `coverage ${percent} %: ${settled} of ${settled + unknown} decided, ${unknown} unknown`;
}

/** What decided the exit code: `fail-on=high`, `failed (exit 1)` and why. */
export function gateWords(report: Report): {
  readonly settings: string;
  readonly outcome: string;
  readonly reason: string;
} {
  const { failOn, unknown, requireComplete, exitCode, reason } = report.gate;
  const settings = [
    `fail-on=${failOn}`,
    ...(unknown === 'warn' ? [] : [`unknown=${unknown}`]),
    ...(requireComplete ? ['require-complete'] : []),
  ];
  return { settings: settings.join(', '), outcome: `${outcomeWord(report)} (exit ${exitCode})`, reason };
}

/** Exit code 0 is no success when failures were let through on request. */
function outcomeWord(report: Report): string {
  const { exitCode } = report.gate;
  if (exitCode === 0) return isGated(report) ? 'failed, let through' : 'passed';
  if (exitCode === 1) return 'failed';
  return exitCode === 3 ? 'incomplete' : 'error';
}

const isGated = ({ gate, results }: Report): boolean => results.some(finding => isGating(finding, gate));

/** Why files were skipped, the most frequent reason first: `2 excluded, 1 no infrastructure`. */
export function skippedWords(inputs: readonly Input[]): string[] {
  const skipped = inputs.filter(({ status }) => status === 'skipped');
  return countEach(skipped.map(({ reason }) => reason ?? 'no reason given')).map(
    ([reason, count]) => `${count} ${reason}`,
  );
}

/** What was not even looked at: `3 by .gitignore`. */
export function leftOutWords({
  leftOut: { ignored, excluded } = { ignored: 0, excluded: 0 },
}: Report): string[] {
  return [
    ...(excluded > 0 ? [`${excluded} by inputs in the configuration`] : []),
    ...(ignored > 0 ? [`${ignored} by .gitignore`] : []),
  ];
}

/** What is declared and not made, and why, the most frequent reason first: `2 because the condition IsProd is false`. */
export function notCreatedWords({ notCreated = [] }: Report): string[] {
  const all = notCreated.flatMap(({ reason, resources }) => resources.map(() => reason));
  return countEach(all).map(([reason, count]) => `${count} because ${reason}`);
}

/** What is missing, the most frequent first: the cause and the end of the chain of every unknown. */
export function missingWords(results: readonly Finding[]): (readonly [string, number])[] {
  const unknown = results.filter(({ verdict }) => verdict === 'unknown');
  return countEach(
    unknown.map(({ cause, chain, message }) => `${cause ?? 'unknown'}: ${chain.at(-1) ?? message}`),
  );
}

export function countEach(texts: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(
    ([one, few], [other, many]) => many - few || Number(one > other) - Number(one < other),
  );
}

/** True when all verdicts are there; a result that was written without passes and read back has only the findings. */
export function isWhole({ coverage: { verdicts }, results }: Report): boolean {
  const { fail, unknown, waived, pass, notApplicable } = verdicts;
  return results.length === fail + unknown + waived + pass + notApplicable;
}

/** What a list of all verdicts must say when they are not there. */
export function notHere(report: Report): string[] {
  const { pass, notApplicable } = report.coverage.verdicts;
  const counts = `${pass} pass and ${notApplicable} not applicable`;
  return isWhole(report) ? [] : [`${counts} are not listed: the result was written without them`];
}
