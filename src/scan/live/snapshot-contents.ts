import { resolve } from 'node:path';

import { openSnapshot } from '../../collect/snapshot/read.ts';
import type { Snapshot } from '../../collect/snapshot/read.ts';
import { UsageError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import type { AssessedAccount } from '../../model/report.ts';
import type { TypeRegistry } from '../../model/types.ts';
import type { Collected } from '../../normalize/observations/normalize-observations.ts';
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
import { surveyOf } from './survey.ts';
import type { Survey } from './survey.ts';

/** What a snapshot holds, without the observations themselves. */
export interface SnapshotContents {
  readonly snapshot: Snapshot;
  readonly survey: Survey;
  readonly collected: Omit<Collected, 'observations'>;
  /** Its id. */
  readonly organisation?: string;
  readonly problems: readonly Problem[];
  readonly accounts: readonly AssessedAccount[];
}

/** What a snapshot is looked at with. */
export interface Viewer {
  readonly types: TypeRegistry;
  /** Of the tool that looks. */
  readonly version: string;
}

export function readContents(root: string, path: string, { types, version }: Viewer): SnapshotContents {
  const snapshot = openedAt(root, path);
  const survey = surveyOf(snapshot);
  const { gaps } = survey;
  const regions = regionsOf(snapshot, survey.enabled);
  const missing = missingGaps(snapshot, regions);
  const accounts = snapshot.header.accounts
    .filter(({ skipped }) => skipped === undefined)
    .map(account => ({ ...account, regions: regions.get(account.id) ?? [] }));
  const incomplete = otherVersion(snapshot, version);
  return {
    snapshot,
    survey,
    collected: {
      accounts,
      gaps: [...gaps, ...missing, ...leftOutGaps(snapshot)],
      outside: outsideGaps(snapshot),
      unread: unreadIn(snapshot, types.names),
      ...(incomplete && { incomplete }),
    },
    ...(snapshot.header.organisation && { organisation: snapshot.header.organisation.id }),
    problems: [
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
