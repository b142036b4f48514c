import type { Problem } from '../../model/problem.ts';
import type { AssessedAccount, Input } from '../../model/report.ts';
import type { Estate } from '../../model/resource.ts';
import { normalizeObservations } from '../../normalize/observations/normalize-observations.ts';
import { readContents } from './snapshot-contents.ts';
import type { SnapshotContents, Viewer } from './snapshot-contents.ts';

/** A snapshot in the one model, and what the collection could not see. */
export interface SnapshotView {
  readonly estate: Estate;
  /** Its id. */
  readonly organisation?: string;
  readonly input: Input;
  readonly problems: readonly Problem[];
  readonly accounts: readonly AssessedAccount[];
}

/** The whole of a snapshot at once, for what is asked beside other inputs and one resource at a time. */
export function viewSnapshot(root: string, path: string, viewer: Viewer): SnapshotView {
  const { snapshot, collected, problems, ...contents } = readContents(root, path, viewer);
  const { observations } = snapshot.read([...snapshot.rows.keys()]);
  const read = normalizeObservations({ ...collected, observations }, viewer.types);
  return {
    ...viewOf(path, contents, read.estate.resources.length),
    estate: read.estate,
    problems: [...read.problems, ...problems],
  };
}

/** What is said of a snapshot besides what is in it. */
export const viewOf = (
  path: string,
  { organisation, accounts }: Pick<SnapshotContents, 'organisation' | 'accounts'>,
  resources: number,
): Pick<SnapshotView, 'organisation' | 'input' | 'accounts'> => ({
  ...(organisation !== undefined && { organisation }),
  input: { path, status: 'parsed', format: 'snapshot', resources },
  accounts,
});
