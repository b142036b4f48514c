import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { UsageError } from '../../model/problem.ts';
import { reportDefaults } from '../../report/options.ts';
import { piecesOf } from '../../report/pieces.ts';
import { choiceOf, flagOf, textsOf } from '../answers.ts';
import { displayFor } from '../display.ts';
import { formatNames, loadReporters } from '../formats.ts';
import type { Handler } from '../io.ts';
import { outputsOf, writeOutputs } from '../output.ts';
import { shippedRulePage } from '../rule-page-link.ts';
import { sarifOptions } from '../sarif-options.ts';

/** Writes the result of an earlier run in other formats. It assesses nothing, so it gates nothing. */
export const reportCommand: Handler = async ({ args: [name = ''], options, io }) => {
  const outputs = outputsOf(textsOf(options, 'format'), formatNames, 'terminal');
  const text = readText(resolve(io.cwd, name), name);
  const { readResult } = await import('../../report/read-result.ts');
  const report = readResult({ path: name, text });
  const view = {
    ...reportDefaults,
    ...displayFor(io.stdout, options, io.env),
    quiet: flagOf(options, 'quiet'),
    verdicts: choiceOf(options, 'verdicts', ['findings', 'all']) ?? reportDefaults.verdicts,
    ...sarifOptions(outputs, options, io),
    rulePage: shippedRulePage,
  };
  const reporters = await loadReporters();
  writeOutputs(
    outputs,
    (format, plain) => piecesOf(reporters[format], report, plain ? { ...view, ...asFile } : view),
    io,
  );
  return 0;
};

const asFile = { color: false, width: Infinity };

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${name}`, {
      details: [error instanceof Error ? error.message : String(error)],
      hint: 'a result is what `plumbline scan -f json=FILE` writes',
    });
  }
}
