import { createHash } from 'node:crypto';

import { evaluate } from '../evaluate/evaluate.ts';
import type { Report } from '../model/report.ts';
import { normalize } from '../normalize/normalize.ts';
import { findInputs, nothingFound } from './inputs/find.ts';
import { parseInputs } from './parse-inputs.ts';
import { prepareRules } from './prepare-rules.ts';
import { reportOf } from './report-of.ts';
import type { ScanRequest } from './request.ts';

/** One run over files: find, parse, normalize, evaluate, report. Throws `UsageError` when there is nothing to scan. */
export async function scan(request: ScanRequest): Promise<Report> {
  const started = new Date();
  const found = await findInputs(request);
  const parsed = parseInputs(found, request);
  if (parsed.inputs.every(({ status }) => status === 'skipped') && !request.allowEmpty)
    throw nothingFound(request, found);
  const { estate, problems } = normalize(parsed.stacks, request.types);
  const rules = await prepareRules(request.rules, request.facts);
  const results = evaluate(estate, rules, { types: request.types, hash });
  return reportOf(request, {
    started,
    inputs: parsed.inputs,
    estate,
    problems: [...found.problems, ...parsed.problems, ...problems],
    results,
    files: parsed.files,
  });
}

/** Half a SHA-256: 128 bits, short enough to be quoted. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
