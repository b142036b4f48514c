import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log, Run } from 'sarif';

import type { Report } from '../../src/model/report.ts';
import type { ReportOptions } from '../../src/report/options.ts';
import { sarif } from '../../src/report/sarif.ts';
import { withOptions } from './sample.ts';

// The package has the whole SARIF 2.1.0 schema, as JSON Schema 2020-12, beside its main file.
const require = createRequire(import.meta.url);
const main = require.resolve('@microsoft/sarif-multitool-ts');
const schemaFile = join(dirname(main), '../assets/sarif-2.1.0.schema.json');
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
export const isSarif = ajv.compile<Log>(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** The log that a report is written as, held to the schema. */
export function logOf(report: Report, options: Partial<ReportOptions> = {}): Log {
  const log: unknown = JSON.parse(sarif(report, withOptions(options)));
  if (!isSarif(log)) throw new Error(ajv.errorsText(isSarif.errors));
  return log;
}

/** Its only run. */
export function runOf(report: Report, options: Partial<ReportOptions> = {}): Run {
  const [run, ...others] = logOf(report, options).runs;
  if (!run || others.length > 0) throw new Error('not one run');
  return run;
}

/** Topic and text of each. */
export const notificationsOf = ({ invocations }: Run): [string | undefined, string | undefined][] =>
  (invocations?.[0]?.toolExecutionNotifications ?? []).map(({ descriptor, message }) => [
    descriptor?.id,
    message.text,
  ]);
