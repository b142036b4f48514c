import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Counts, Gate } from '../model/report.ts';
import { severities } from '../model/rule.ts';
import type { GateSettings } from './request.ts';

interface Outcome {
  readonly results: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly complete: boolean;
  readonly counts: Counts;
}

/** What the run means to a pipeline. Of several that hold: 2 over 3 over 1. */
export function gateOf(settings: GateSettings, outcome: Outcome): Gate {
  const { failOn, unknown, requireComplete } = settings;
  return { failOn, unknown, requireComplete, ...decide(settings, outcome) };
}

function decide(
  settings: GateSettings,
  { results, problems, complete, counts }: Outcome,
): Pick<Gate, 'exitCode' | 'reason'> {
  const fatal = problems.filter(problem => problem.fatal).length;
  if (fatal > 0) {
    return {
      exitCode: 2,
      reason: `${plural(fatal, 'input')} could not be read; nothing is known about ${fatal === 1 ? 'it' : 'them'}`,
    };
  }
  if (settings.requireComplete && !complete) {
    return {
      exitCode: 3,
      reason: 'something in scope was not assessed, and a complete assessment is required',
    };
  }
  const failing = failures(settings, results);
  if (failing > 0) {
    return {
      exitCode: settings.exitZero ? 0 : 1,
      reason: `${plural(failing, 'failure')} at or above ${settings.failOn}`,
    };
  }
  if (settings.unknown === 'fail' && counts.unknown > 0) {
    return {
      exitCode: settings.exitZero ? 0 : 1,
      reason: `${plural(counts.unknown, 'unknown verdict')}, and unknown counts as failure`,
    };
  }
  return { exitCode: 0, reason: passing(settings, counts, complete) };
}

function failures({ failOn }: GateSettings, results: readonly Finding[]): number {
  if (failOn === 'none') return 0;
  const gating = new Set(severities.slice(0, severities.indexOf(failOn) + 1));
  return results.filter(({ verdict, severity }) => verdict === 'fail' && gating.has(severity)).length;
}

function passing({ failOn, unknown }: GateSettings, counts: Counts, complete: boolean): string {
  return [
    failOn === 'none' ? 'failures never gate (fail-on none)' : `no failure at or above ${failOn}`,
    ...(counts.unknown > 0 && unknown === 'warn'
      ? [`${plural(counts.unknown, 'unknown verdict')} (not passed)`]
      : []),
    ...(complete ? [] : ['not everything in scope was assessed']),
  ].join('; ');
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
