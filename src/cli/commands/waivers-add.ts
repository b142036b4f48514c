import { displayPath } from '../../catalog/display-path.ts';
import { findRule } from '../../catalog/find-rule.ts';
import { dayAfter } from '../../model/day.ts';
import type { Finding } from '../../model/finding.ts';
import { UsageError } from '../../model/problem.ts';
import { waiverMistakes } from '../../model/waiver-checks.ts';
import type { Waiver } from '../../model/waiver.ts';
import { applyWaivers } from '../../scan/waivers/apply.ts';
import { numberOf, textOf } from '../answers.ts';
import { counted } from '../counted.ts';
import type { Answers, Handler } from '../io.ts';
import { survey, type Survey } from '../survey.ts';
import { writeWaiver } from '../write-waiver.ts';

/** Writes a waiver of something that fails now into the file of waivers. */
export const waiversAddCommand: Handler = async ({ args: [asked = '', ...paths], options, io }) => {
  const said = saidIn(options);
  const run = await survey(paths, options, io);
  const today = run.report.asOf;
  const waiver: Waiver = {
    ...namedBy(asked, options, run),
    ...said,
    created: today,
    expires: expiryOf(options, today),
    origin: 'file',
    where: '',
  };
  const [mistake] = waiverMistakes(waiver);
  if (mistake) throw new UsageError(mistake.message, mistake);
  const covers = coverOf(waiver, run);
  const path = await writeWaiver(run, waiver, { options, cwd: io.cwd });
  const shown = displayPath(path, io.cwd);
  io.stdout.write(`added to ${shown}: covers ${counted(covers, 'finding')} now, expires ${waiver.expires}\n`);
  return 0;
};

/** How many findings it accepts; a waiver that accepts none is a mistake. */
function coverOf(waiver: Waiver, { report, request }: Survey): number {
  const { uses } = applyWaivers(report.results.filter(isFree), [waiver], {
    asOf: report.asOf,
    mandatory: new Set(request.rules.filter(one => one.mandatory).map(({ rule }) => rule.id)),
    isSeen: () => true,
    afterMerge: [],
  });
  const [use] = uses;
  if (use?.outcome === 'active') return use.covers;
  const idle = ['nothing that it names fails, or it is waived already'];
  throw new UsageError('the waiver would accept nothing', {
    details: use && use.outcome !== 'unused' ? use.remarks : idle,
    hint: '`plumbline scan -f compact` lists what fails, `-f json` with its ids',
  });
}

/** A waiver of what is waived already is one too many. */
const isFree = ({ verdict }: Finding): boolean => verdict !== 'waived';

function saidIn(
  options: Answers,
): Pick<Waiver, 'reason' | 'owner' | 'approver' | 'ticket' | 'id' | 'maxFindings'> {
  const fields = ['reason', 'owner', 'approver', 'ticket', 'expires'] as const;
  const missing = fields.filter(name => !textOf(options, name)?.trim());
  if (missing.length > 0) {
    throw new UsageError(`a waiver needs ${missing.map(name => `--${name}`).join(', ')}`, {
      hint: 'it says who accepted what, why and until when: --owner @ml --approver @security --ticket RISK-1 --reason "…" --expires 90d',
    });
  }
  const text = (name: (typeof fields)[number]): string => textOf(options, name)?.trim() ?? '';
  const id = textOf(options, 'id');
  const maxFindings = numberOf(options, 'maxFindings', 1);
  return {
    reason: text('reason'),
    owner: text('owner'),
    approver: text('approver'),
    ticket: text('ticket'),
    ...(id !== undefined && { id }),
    ...(maxFindings !== undefined && { maxFindings }),
  };
}

function expiryOf(options: Answers, today: string): string {
  const given = textOf(options, 'expires') ?? '';
  const days = /^(\d{1,4})d$/.exec(given)?.[1];
  return days === undefined ? given : dayAfter(today, Number(days));
}

/** What is accepted: one finding by its id, or what a rule says of a resource by its key or its name. */
function namedBy(
  asked: string,
  options: Answers,
  { report, setup }: Survey,
): Pick<Waiver, 'rule' | 'resource' | 'finding'> {
  const resource = textOf(options, 'resource');
  if (/^[0-9a-f]{8,32}$/.test(asked) && resource === undefined) return findingNamed(asked, report.results);
  const rule = findRule(setup.rules, asked).id;
  if (resource === undefined) {
    throw new UsageError(`a waiver of ${rule} needs --resource`, {
      details: report.results
        .filter(one => one.rule === rule && one.verdict === 'fail')
        .map(({ resource: { key } }) => key),
      hint: 'or name the finding: plumbline waivers add FINDING-ID',
    });
  }
  const keys = new Set(
    report.results.filter(one => one.resource.name === resource).map(one => one.resource.key),
  );
  const [only] = keys;
  if (keys.size > 1) {
    throw new UsageError(`several resources are called ${resource}`, { details: [...keys] });
  }
  return { rule, resource: only ?? resource };
}

function findingNamed(
  asked: string,
  results: readonly Finding[],
): Pick<Waiver, 'rule' | 'resource' | 'finding'> {
  const found = results.filter(({ id }) => id.startsWith(asked));
  const [finding] = found;
  if (!finding || found.length > 1) {
    throw new UsageError(
      `${found.length === 0 ? 'no finding has' : `${found.length} findings have`} an id that begins with ${asked}`,
      {
        details: found.map(({ id, rule, resource }) => `${id}  ${rule}  ${resource.name}`),
        hint: 'give the paths of the scan that reported it: plumbline waivers add ID PATH',
      },
    );
  }
  return { rule: finding.rule, resource: finding.resource.key, finding: finding.id };
}
