import { countEach } from '../../report/summary.ts';
import { displayFor } from '../display.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Handler } from '../io.ts';
import { proseStyle } from '../paragraphs.ts';
import { survey } from '../survey.ts';
import { isWrong, waiverLines } from '../waiver-lines.ts';

/** The waivers that do nothing, or not what they were meant to: exit code 1 when there is one. */
export const waiversCheckCommand: Handler = async ({ args, options, io }) => {
  const { report } = await survey(args, options, io);
  const { waivers, problems } = report;
  const style = proseStyle(displayFor(io.stdout, options, io.env));
  const shown = waivers.filter(use => use.remarks.length > 0);
  const broken = problems.filter(({ message }) => message.startsWith('the waiver does not hold'));
  const lines = [
    ...shown.flatMap(use => waiverLines(use, style)),
    ...broken.map(
      ({ path, region, message }) =>
        `${style.name(path ?? '')}:${region?.line}:${region?.column}  ${style.prose(message)}`,
    ),
  ];
  const wrong = waivers.filter(isWrong);
  const counts = [
    ...countEach(wrong.map(({ outcome }) => outcome)).map(([outcome, count]) => `${count} ${outcome}`),
    ...(broken.length > 0 ? [`${broken.length} that do not hold`] : []),
  ];
  const summary = counts.length === 0 ? 'nothing to do' : counts.join(', ');
  const total = waivers.length + broken.length;
  io.stdout.write([...lines, `${total} waivers: ${summary}`].map(line => `${line}\n`).join(''));
  return counts.length === 0 ? exitCodes.ok : exitCodes.findings;
};
