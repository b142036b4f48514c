import { baselineText } from '../../catalog/baseline.ts';
import type { KnownFinding } from '../../model/finding.ts';
import { UsageError } from '../../model/problem.ts';
import { byResource } from '../../scan/comparison/compare.ts';
import { placesOf } from '../../scan/comparison/seen.ts';
import { flagOf } from '../answers.ts';
import { counted } from '../counted.ts';
import { baselineOf } from '../deciding-files.ts';
import type { Handler } from '../io.ts';
import { writeWhole } from '../output.ts';
import { survey } from '../survey.ts';
import { baselinedIn } from './baseline-create.ts';

/** Takes out of a baseline what is fixed. It only ever shrinks, unless somebody says that what is new is accepted. */
export const baselineUpdateCommand: Handler = async ({ args, options, io }) => {
  const { setup, request, report } = await survey(args, options, io);
  const baseline = await baselineOf(setup.config, setup.decisions, setup.ground);
  if (!baseline) {
    throw new UsageError('there is no baseline to update', {
      hint: 'name it with --baseline FILE or in plumbline.yaml; `plumbline baseline create` writes one',
    });
  }
  const now = new Map(baselinedIn(report, request).map(finding => [finding.id, finding]));
  const unseen = new Set((report.comparison?.notAssessed ?? []).map(({ id }) => id));
  const kept = baseline.findings.flatMap(
    one => updated(one, now.get(one.id)) ?? (unseen.has(one.id) ? [one] : []),
  );
  const gone = baseline.findings.filter(({ id }) => !now.has(id) && !unseen.has(id));
  const known = new Map(baseline.findings.map(one => [one.id, one]));
  const added = [...now.values()].filter(one => isWorse(one, known.get(one.id)));
  const moved = flagOf(options, 'moved') ? movesAmong(gone, added) : [];
  const accepted = flagOf(options, 'acceptNew') ? added : moved;
  const findings = new Map([...kept, ...accepted].map(one => [one.id, one]));
  writeWhole(baseline.path, baselineText([...findings.values()].toSorted(byResource)), io.cwd);
  const left = added.length - accepted.length;
  const counts = [
    `${findings.size} known`,
    `${gone.length - moved.length} removed`,
    ...(moved.length > 0 ? [`${moved.length} moved`] : []),
    ...(accepted.length > moved.length ? [`${accepted.length - moved.length} new ones taken in`] : []),
  ];
  io.stdout.write(`wrote ${baseline.source.path}: ${counts.join(', ')}\n`);
  if (left > 0) {
    io.stderr.write(`${counted(left, 'new finding')} left out, which gate; --accept-new takes them in\n`);
  }
  return 0;
};

/** What stays known, in today's words; what was a failure stays one, what was unknown is not excused from failing. */
const updated = (before: KnownFinding, now: KnownFinding | undefined): KnownFinding[] | undefined =>
  now && [{ ...now, verdict: before.verdict }];

const isWorse = (now: KnownFinding, before: KnownFinding | undefined): boolean =>
  before === undefined || (before.verdict === 'unknown' && now.verdict === 'fail');

/** Findings that only their file tells from one that is gone: each takes the place of one, and only where it is certain which. */
function movesAmong(gone: readonly KnownFinding[], added: readonly KnownFinding[]): readonly KnownFinding[] {
  const before = Map.groupBy(gone, sameElsewhere);
  const after = Map.groupBy(added, sameElsewhere);
  return [...after].flatMap(([key, group]) => (before.get(key)?.length === group.length ? group : []));
}

const sameElsewhere = ({ rule, verdict, resource, property }: KnownFinding): string =>
  JSON.stringify([rule, verdict, resource.slice(placesOf(resource)[0]?.length), property]);
