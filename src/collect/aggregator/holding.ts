import type { Cause } from '../../model/cause.ts';
import type { LedgerRow, Observation } from '../../model/observation.ts';

/** Why AWS Config does not say what there is. */
export interface Lacking {
  readonly cause: Cause;
  readonly detail: string;
}

/** What the aggregator holds of one account. */
export interface Holding {
  /** Where it holds anything. */
  readonly regions: readonly string[];
  /** The items of a kind in a Region; in a run that asks directly too, of the kinds whose items are enough. */
  readonly items: (region: string, kind: string) => readonly Observation[];
  /** How many items there are by AWS Config's count. */
  readonly count: (region: string, type: string) => number;
  /** Why there may be more of a type in a Region than the aggregator holds. */
  readonly lacking: (region: string, type: string) => Lacking | undefined;
}

/** An aggregator that a run takes from. */
export interface ConfigSource {
  readonly name: string;
  readonly region: string;
  /** Asked once for some accounts together, which are forgotten when each of them is through. */
  readonly holding: (account: string) => Promise<Holding>;
  readonly through: (account: string) => void;
  /** The calls that were made of it, for the ledger. */
  readonly row: () => LedgerRow;
}
