import type { Finding } from '../model/finding.ts';
import { isGating } from '../model/gate.ts';
import type { Problem } from '../model/problem.ts';
import type { Gate } from '../model/report.ts';
import type { GateSettings } from './request.ts';

interface Outcome {
  readonly results: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly complete: boolean;
}

/** What the run means to a pipeline. Of several that hold: 2 over 3 over 1. */
export function gateOf(settings: GateSettings, outcome: Outcome): Gate {
  const { failOn, unknown, requireComplete } = settings;
  return { failOn, unknown, requireComplete, ...decide(settings, outcome) };
}

function decide(
  settings: GateSettings,
  { results, problems, complete }: Outcome,
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
  return decideOnFindings(settings, results, complete);
}

/** What was there before is reported, and gates no more. */
function decideOnFindings(
  settings: GateSettings,
  results: readonly Finding[],
  complete: boolean,
): Pick<Gate, 'exitCode' | 'reason'> {
  const gating = results.filter(finding => isGating(finding, { ...settings, unknown: 'fail' }));
  const word = results.some(({ change }) => change !== undefined) ? 'new ' : '';
  const exitCode = settings.exitZero ? 0 : 1;
  const failing = gating.filter(({ verdict }) => verdict === 'fail').length;
  if (failing > 0) {
    return { exitCode, reason: `${plural(failing, `${word}failure`)} at or above ${settings.failOn}` };
  }
  const unknown = gating.filter(({ verdict }) => verdict === 'unknown').length;
  if (settings.unknown === 'fail' && unknown > 0) {
    return {
      exitCode,
      reason: `${plural(unknown, `${word}unknown verdict`)}, and unknown counts as failure`,
    };
  }
  return { exitCode: 0, reason: passing(settings, { unknown, word, complete }) };
}

function passing(
  { failOn, unknown: level }: GateSettings,
  { unknown, word, complete }: { unknown: number; word: string; complete: boolean },
): string {
  return [
    failOn === 'none' ? 'failures never gate (fail-on none)' : `no ${word}failure at or above ${failOn}`,
    ...(unknown > 0 && level === 'warn' ? [`${plural(unknown, `${word}unknown verdict`)} (not passed)`] : []),
    ...(complete ? [] : ['not everything in scope was assessed']),
  ].join('; ');
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
