import { dayAfter } from '../../model/day.ts';
import { UsageError } from '../../model/problem.ts';
import { choiceOf, textOf } from '../answers.ts';
import { json } from '../columns.ts';
import { counted } from '../counted.ts';
import { displayFor } from '../display.ts';
import type { Answers, Handler } from '../io.ts';
import { proseStyle } from '../paragraphs.ts';
import { survey } from '../survey.ts';
import { waiverLines } from '../waiver-lines.ts';

/** Every waiver with what it does today; with `--expiring` those that end soon or have ended. */
export const waiversListCommand: Handler = async ({ args, options, io }) => {
  const format = choiceOf(options, 'format', ['text', 'json']) ?? 'text';
  const days = expiringDays(options);
  const { report } = await survey(args, options, io);
  const end = days === undefined ? undefined : dayAfter(report.asOf, days);
  const listed = report.waivers.filter(({ expires }) => end === undefined || expires <= end);
  if (format === 'json') {
    io.stdout.write(json(listed));
    return 0;
  }
  const style = proseStyle(displayFor(io.stdout, options, io.env));
  const lines = listed.flatMap(use => waiverLines(use, style));
  io.stdout.write([...lines, counted(listed.length, 'waiver')].map(line => `${line}\n`).join(''));
  return 0;
};

function expiringDays(options: Answers): number | undefined {
  const given = textOf(options, 'expiring');
  if (given === undefined) return undefined;
  const days = /^(\d{1,4})d$/.exec(given)?.[1];
  if (days !== undefined) return Number(days);
  throw new UsageError(`--expiring cannot be ${given === '' ? 'empty' : given}`, {
    hint: 'a number of days: --expiring 30d',
  });
}
