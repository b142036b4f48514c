import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import { baselineName, baselineText } from '../../catalog/baseline.ts';
import { displayPath } from '../../catalog/display-path.ts';
import type { KnownFinding } from '../../model/finding.ts';
import { UsageError } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { byResource, knownOf } from '../../scan/comparison/compare.ts';
import type { ScanRequest } from '../../scan/request.ts';
import { textOf } from '../answers.ts';
import { counted } from '../counted.ts';
import type { Handler } from '../io.ts';
import { writeWhole } from '../output.ts';
import { survey } from '../survey.ts';

/** Writes down what fails and what is unknown today, so that later runs gate on what is new. */
export const baselineCreateCommand: Handler = async ({ args, options, io }) => {
  const { setup, request, report } = await survey(args, { ...options, baseline: false }, io);
  const { config, root } = setup;
  const folder = config.source ? config.folder : root;
  const given = textOf(options, 'output');
  const path =
    given === undefined ? resolve(folder, config.baseline?.name ?? baselineName) : resolve(io.cwd, given);
  const shown = displayPath(path, io.cwd);
  if (existsSync(path)) {
    throw new UsageError(`${shown} is there already; it was not touched`, {
      hint: '`plumbline baseline update` takes out what was fixed',
    });
  }
  const findings = baselinedIn(report, request);
  writeWhole(path, baselineText(findings), io.cwd);
  const left = report.results.length - findings.length;
  io.stdout.write(`wrote ${shown}: ${counted(findings.length, 'finding')}\n`);
  io.stderr.write(
    notes(report, left)
      .map(line => `${line}\n`)
      .join(''),
  );
  if (!config.baseline && given === undefined) {
    io.stderr.write(
      `name it in plumbline.yaml:  baseline: ${relative(folder, path).replaceAll('\\', '/')}\n`,
    );
  }
  return 0;
};

/** What a baseline may hold: not what is waived, and nothing of a rule that the policy calls mandatory. */
export function baselinedIn({ results }: Report, { rules }: ScanRequest): readonly KnownFinding[] {
  const mandatory = new Set(rules.filter(one => one.mandatory).map(({ rule }) => rule.id));
  return results
    .filter(({ rule }) => !mandatory.has(rule))
    .flatMap(knownOf)
    .toSorted(byResource);
}

function notes({ problems, complete }: Report, left: number): readonly string[] {
  const fatal = problems.filter(problem => problem.fatal).length;
  return [
    ...(left > 0 ? [`${counted(left, 'finding')} left out: waived, or of rules that are mandatory`] : []),
    ...(fatal > 0
      ? [`${counted(fatal, 'input')} could not be read: what is in there will count as new`]
      : []),
    ...(complete || fatal > 0
      ? []
      : ['not everything in scope was assessed: what turns up later will count as new']),
  ];
}
