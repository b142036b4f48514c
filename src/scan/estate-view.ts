import type { AssessedAccount } from '../model/report.ts';
import type { InlineWaiver } from '../parse/inline-waivers/inline-waiver.ts';
import type { RunOutcome } from './report-of.ts';

/** Everything that the paths of a run hold, in the one model, what could not be read of it, and the waivers in it. */
export interface EstateView extends Pick<
  RunOutcome,
  'estate' | 'inputs' | 'problems' | 'files' | 'notCreated' | 'leftOut'
> {
  readonly waivers: readonly InlineWaiver[];
  /** One of the snapshots is of an organisation, which is assessed whole or said not to be. */
  readonly organisation?: boolean;
  /** The accounts of snapshots. */
  readonly accounts?: readonly AssessedAccount[];
}
