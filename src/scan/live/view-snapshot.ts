import { resolve } from 'node:path';

import { openSnapshot } from '../../collect/snapshot/read.ts';
import type { Snapshot } from '../../collect/snapshot/read.ts';
import type { Gap, Observation } from '../../model/observation.ts';
import { UsageError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import type { AssessedAccount, Input } from '../../model/report.ts';
import type { Estate } from '../../model/resource.ts';
import type { TypeRegistry } from '../../model/types.ts';
import { normalizeObservations } from '../../normalize/observations/normalize-observations.ts';
import { assessedAccounts, regionsOf } from './assessed-accounts.ts';
import { gapProblems } from './gap-problems.ts';
import { missingGaps, missingProblems } from './missing-units.ts';
import {
  fileProblems,
  leftOutGaps,
  leftOutProblems,
  otherVersion,
  outsideGaps,
  unreadIn,
} from './narrowed.ts';

/** A snapshot in the one model, and what the collection could not see. */
export interface SnapshotView {
  readonly estate: Estate;
  /** Its id. */
  readonly organisation?: string;
  readonly input: Input;
  readonly problems: readonly Problem[];
  readonly accounts: readonly AssessedAccount[];
}

/** What a snapshot is looked at with. */
interface Viewer {
  readonly types: TypeRegistry;
  /** Of the tool that looks. */
  readonly version: string;
}

export function viewSnapshot(root: string, path: string, { types, version }: Viewer): SnapshotView {
  const snapshot = openedAt(root, path);
  const observations: Observation[] = [];
  const gaps: Gap[] = [];
  for (const key of snapshot.rows.keys()) {
    const unit = snapshot.read(key);
    observations.push(...unit.observations);
    gaps.push(...unit.gaps);
  }
  const regions = regionsOf(snapshot, observations);
  const missing = missingGaps(snapshot, regions);
  const accounts = snapshot.header.accounts
    .filter(({ skipped }) => skipped === undefined)
    .map(account => ({ ...account, regions: regions.get(account.id) ?? [] }));
  const incomplete = otherVersion(snapshot, version);
  const { estate, problems } = normalizeObservations(
    {
      accounts,
      observations,
      gaps: [...gaps, ...missing, ...leftOutGaps(snapshot)],
      outside: outsideGaps(snapshot),
      unread: unreadIn(snapshot, types.names),
      ...(incomplete && { incomplete }),
    },
    types,
  );
  return {
    estate,
    ...(snapshot.header.organisation && { organisation: snapshot.header.organisation.id }),
    input: { path, status: 'parsed', format: 'snapshot', resources: estate.resources.length },
    problems: [
      ...problems,
      ...snapshot.damage.map(message => damageProblem(path, message)),
      ...fileProblems(snapshot, path, version),
      ...gapProblems(gaps, path),
      ...missingProblems(missing, path),
      ...leftOutProblems(snapshot, path),
    ],
    accounts: assessedAccounts(snapshot, { regions, missing }),
  };
}

function openedAt(root: string, path: string): Snapshot {
  try {
    return openSnapshot(resolve(root, path));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`cannot read the snapshot ${path}`, { details: [error.message] });
  }
}

const damageProblem = (path: string, message: string): Problem => ({
  cause: 'parse-error',
  message,
  path,
  effect: 'what stood there is not known',
  hint: 'collect again with --resume',
});
