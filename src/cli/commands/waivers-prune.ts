import { readWaivers, type WaiverFile } from '../../catalog/waivers.ts';
import { UsageError } from '../../model/problem.ts';
import type { Waiver, WaiverUse } from '../../model/waiver.ts';
import { counted } from '../counted.ts';
import type { Handler } from '../io.ts';
import { writeWhole } from '../output.ts';
import { survey } from '../survey.ts';
import { withoutWaivers } from '../waiver-text.ts';

/** Takes the waivers out of the files that have expired or hold against nothing. Those in the inputs are only named. */
export const waiversPruneCommand: Handler = async ({ args, options, io }) => {
  const { report, files, setup } = await survey(args, options, io);
  const idle = report.waivers.filter(({ outcome }) => outcome === 'unused' || outcome === 'expired');
  const out = new Set(idle.map(({ where }) => where));
  const isOut = ({ where }: Waiver): boolean => out.has(where);
  const changed = files.filter(({ waivers }) => waivers.some(({ waiver }) => isOut(waiver)));
  const texts = await Promise.all(changed.map(file => pruned(file, isOut, setup.rules)));
  changed.forEach(({ path }, index) => writeWhole(path, texts[index] ?? '', io.cwd));
  const inline = idle.filter(({ origin }) => origin === 'inline');
  const lines = [
    ...idle.filter(({ origin }) => origin === 'file').map(use => `removed ${lineOf(use)}`),
    ...inline.map(use => `to be removed by hand: ${lineOf(use)}`),
    `${counted(idle.length - inline.length, 'waiver')} removed, ${report.waivers.length - idle.length} left`,
  ];
  io.stdout.write(lines.map(line => `${line}\n`).join(''));
  return 0;
};

/** The text that is left, which must hold the other waivers and nothing else. */
async function pruned(
  { source, path, waivers }: WaiverFile,
  isOut: (waiver: Waiver) => boolean,
  rules: Parameters<typeof readWaivers>[1],
): Promise<string> {
  const text = withoutWaivers(source.text, waivers, isOut);
  const kept = waivers.filter(({ waiver }) => !isOut(waiver));
  const left = await readWaivers({ path, source: { ...source, text } }, rules).catch(() => undefined);
  if (left?.waivers.length === kept.length) return text;
  throw new UsageError(`${source.path} is written in a way that cannot be edited here; it was not touched`, {
    details: waivers.filter(({ waiver }) => isOut(waiver)).map(({ waiver }) => `${waiver.where} is to go`),
  });
}

const lineOf = ({ where, rule, resource, remarks }: WaiverUse): string =>
  `${where}  ${rule} on ${resource}: ${remarks.join('; ')}`;
