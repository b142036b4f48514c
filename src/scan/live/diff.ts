import { hash } from 'node:crypto';

import { openSnapshot } from '../../collect/snapshot/read.ts';
import { unitKey } from '../../collect/snapshot/record.ts';
import type { Finding } from '../../model/finding.ts';
import type { Gap, Observation } from '../../model/observation.ts';
import type { ScanRequest } from '../request.ts';
import { scan } from '../scan.ts';

/** What changed between two snapshots. */
export interface SnapshotDiff {
  readonly resources: readonly ResourceChange[];
  readonly verdicts: readonly VerdictChange[];
}

export interface ResourceChange {
  /** `unseen`: it was there, and the later run could not look. */
  readonly change: 'added' | 'removed' | 'changed' | 'unseen';
  readonly kind: string;
  readonly id: string;
  readonly account: string;
  readonly region: string;
  /** The members of the answer that differ. */
  readonly members: readonly string[];
}

export interface VerdictChange {
  readonly id: string;
  readonly rule: string;
  readonly resource: string;
  readonly account?: string;
  readonly region?: string;
  readonly before: Finding['verdict'] | 'none';
  readonly after: Finding['verdict'] | 'none';
  readonly message: string;
}

/** Compares two snapshots: the things in them, and what the rules of `request` say of both. */
export async function diffSnapshots(
  before: string,
  after: string,
  request: ScanRequest,
): Promise<SnapshotDiff> {
  const resources = resourceChanges(before, after);
  const whole = { ...request, listsAll: true, lineHashes: false };
  const old = await scan({ ...whole, paths: [before] });
  const now = await scan({ ...whole, paths: [after] });
  return { resources, verdicts: verdictChanges(old.results, now.results) };
}

/** What is kept of a thing to compare it: a digest of each member. */
interface Print {
  readonly where: Pick<Observation, 'kind' | 'id' | 'account' | 'region'>;
  readonly members: ReadonlyMap<string, string>;
}

function resourceChanges(before: string, after: string): readonly ResourceChange[] {
  const old = printsOf(before);
  const now = printsOf(after);
  const keys = [...new Set([...old.prints.keys(), ...now.prints.keys()])].toSorted();
  return keys.flatMap((key): readonly ResourceChange[] => {
    const [was, is] = [old.prints.get(key), now.prints.get(key)];
    if (!was) return is ? [{ change: 'added', ...is.where, members: [] }] : [];
    if (!is)
      return [
        {
          change: now.isHidden(was.where) ? 'unseen' : 'removed',
          ...was.where,
          members: [],
        },
      ];
    const names = [...new Set([...was.members.keys(), ...is.members.keys()])];
    const members = names.filter(name => was.members.get(name) !== is.members.get(name)).toSorted();
    return members.length === 0 ? [] : [{ change: 'changed', ...is.where, members }];
  });
}

function printsOf(path: string): {
  readonly prints: ReadonlyMap<string, Print>;
  readonly isHidden: (where: Print['where']) => boolean;
} {
  const snapshot = openSnapshot(path);
  const prints = new Map<string, Print>();
  const gaps: Gap[] = [];
  const read = new Set<string>();
  for (const row of snapshot.rows.values()) {
    const unit = snapshot.read([unitKey(row)]);
    if (row.status !== 'failed') read.add(`${row.account}/${row.region}`);
    gaps.push(...unit.gaps.filter(({ id }) => id === undefined));
    for (const one of unit.observations)
      if (!isMeasured(one)) prints.set(`${one.kind} ${one.id}`, printOf(one));
  }
  return {
    prints,
    isHidden: ({ kind, account, region }) =>
      !read.has(`${account}/${region}`) ||
      gaps.some(
        gap => gap.account === account && [region, 'global'].includes(gap.region) && gap.kinds.includes(kind),
      ),
  };
}

/** How much something is used is another number every day, and no change of it. */
const isMeasured = ({ kind }: Observation): boolean => /^cloudwatch:.*-(?:usage|delivery)$/.test(kind);

function printOf({ kind, id, account, region, data, tags }: Observation): Print {
  const members = Object.entries(data).map(
    ([name, value]) => [name, hash('sha256', JSON.stringify(value))] as const,
  );
  const all = tags ? [...members, ['tags', hash('sha256', JSON.stringify(sorted(tags)))] as const] : members;
  return { where: { kind, id, account, region }, members: new Map(all) };
}

const sorted = (tags: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(tags).toSorted(([a], [b]) => (a < b ? -1 : 1));

function verdictChanges(old: readonly Finding[], now: readonly Finding[]): readonly VerdictChange[] {
  const before = new Map(old.map(finding => [finding.id, finding]));
  const after = new Map(now.map(finding => [finding.id, finding]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(id => {
    const [was, is] = [before.get(id), after.get(id)];
    const shown = is ?? was;
    if (!shown || was?.verdict === is?.verdict) return [];
    return [changeOf(shown, was?.verdict ?? 'none', is?.verdict ?? 'none')];
  });
}

function changeOf(
  { id, rule, resource, message }: Finding,
  before: VerdictChange['before'],
  after: VerdictChange['after'],
): VerdictChange {
  const { key, account, region } = resource;
  return {
    id,
    rule,
    resource: key,
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    before,
    after,
    message,
  };
}
