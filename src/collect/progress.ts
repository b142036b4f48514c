import type { LedgerRow, ListedAccount } from '../model/observation.ts';

/** Who watches a run. */
export interface Progress {
  /** How many accounts there are to read. */
  readonly accounts: (count: number) => void;
  /** So many more units are to be read of an account than was known. */
  readonly expect: (account: string, units: number) => void;
  readonly done: (row: LedgerRow) => void;
  /** No more units of it will be expected. */
  readonly planned: (account: ListedAccount) => void;
  readonly throttled: () => void;
}
