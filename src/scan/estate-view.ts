import type { AssessedAccount } from '../model/report.ts';
import type { Estate } from '../model/resource.ts';
import type { InlineWaiver } from '../parse/inline-waivers/inline-waiver.ts';
import type { RunOutcome } from './report-of.ts';

/** What the paths of a run hold, what could not be read of it, and the waivers in it. */
export interface View extends Pick<RunOutcome, 'inputs' | 'problems' | 'files' | 'notCreated' | 'leftOut'> {
  readonly waivers: readonly InlineWaiver[];
  /** One of the snapshots is of an organisation, which is assessed whole or said not to be. */
  readonly organisation?: boolean;
  /** The accounts of snapshots. */
  readonly accounts?: readonly AssessedAccount[];
}

/** The same with all resources in memory, in the one model. */
export interface EstateView extends View {
  readonly estate: Estate;
}
