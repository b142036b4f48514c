import { hash as digest } from 'node:crypto';

import { evaluate } from '../evaluate/evaluate.ts';
import type { Report } from '../model/report.ts';
import { normalize } from '../normalize/normalize.ts';
import { findInputs, nothingFound } from './inputs/find.ts';
import { openingProblems } from './openings.ts';
import { parseInputs, parserOfLone } from './parse-inputs.ts';
import { prepareRules } from './prepare-rules.ts';
import { reportOf } from './report-of.ts';
import type { RunOutcome } from './report-of.ts';
import type { ScanRequest } from './request.ts';
import { skippedProblems } from './skipped.ts';
import { unknownTypes } from './unknown-types.ts';

/** One run over files: find, parse, normalize, evaluate, report. Throws `UsageError` when there is nothing to scan. */
export async function scan(request: ScanRequest): Promise<Report> {
  const started = new Date();
  const { estate, inputs, problems, files } = await estateOf(request);
  const rules = await prepareRules(request.rules, request.facts);
  const fine = { pass: 0, 'not-applicable': 0 };
  const results = evaluate(estate, rules, {
    types: request.types,
    hash,
    ...(!request.listsAll && { fine: verdict => void (fine[verdict] += 1) }),
  });
  return reportOf(request, { started, inputs, estate, problems, results, fine, files });
}

/** Everything that the paths of a request hold, in the one model, and what could not be read of it. */
export async function estateOf(
  request: ScanRequest,
): Promise<Pick<RunOutcome, 'estate' | 'inputs' | 'problems' | 'files'>> {
  const found = await findInputs(request, parserOfLone(request));
  const { stacks, inputs, problems, files } = parseInputs(found, request);
  if (inputs.every(({ status }) => status === 'skipped') && !request.allowEmpty)
    throw nothingFound(request, found);
  const normalized = normalize(stacks, request.types);
  return {
    estate: normalized.estate,
    inputs,
    files,
    problems: [
      ...found.problems,
      ...skippedProblems(inputs),
      ...problems,
      ...normalized.problems,
      ...openingProblems(normalized.estate),
      ...unknownTypes(normalized.estate, request.types),
    ],
  };
}

/** Half a SHA-256: 128 bits, short enough to be quoted. */
export const hash = (text: string): string => digest('sha256', text).slice(0, 32);
