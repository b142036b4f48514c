import type { Cause } from './cause.ts';
import type { Call } from './source.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** An account and a Region; `global` for what belongs to no Region. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** One AWS thing as the API told it. */
export interface Observation extends Place {
  /** The kind of the collector: `bedrock:guardrail`. */
  readonly kind: string;
  /** Its ARN, or an id that is unique in the run. */
  readonly id: string;
  /**
   * In the API's spellings: the item of the list, what describes it merged over it, and further answers under names of
   * their own (`resourcePolicy`; null when AWS says that there is none). An answer that could not be had is not here,
   * and is a gap. Times are ISO 8601.
   */
  readonly data: JsonObject;
  /** Left out when the kind has no tags, or when they could not be had. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The answers that it is made of. */
  readonly calls: readonly Call[];
}

/** What was asked for and could not be had. */
export interface Gap extends Place {
  readonly service: string;
  /** The kinds that are therefore not all in view, or the kind of the observation that lacks something. */
  readonly kinds: readonly string[];
  /** The observation that lacks something; left out when things may be there that nobody has seen. */
  readonly id?: string;
  /** What it lacks: the name of the further answer, `tags`, or `*` when the description itself is missing. */
  readonly part?: string;
  /** The API call: `bedrock:GetGuardrail`. */
  readonly action: string;
  readonly cause: Cause;
  /** What AWS said. */
  readonly detail: string;
}

/** How the reading of one service in one account and Region went. */
export interface LedgerRow extends Place {
  readonly service: string;
  readonly status: 'ok' | 'partial' | 'failed';
  readonly cause?: Cause;
  /** What AWS said; or, of a row that is ok, why there is nothing: the service is not offered or not switched on there. */
  readonly detail?: string;
  readonly observations: number;
  readonly calls: number;
  readonly throttled: number;
  /** ISO 8601 in UTC. */
  readonly started: string;
  readonly ended: string;
}

/** An account of the run, or of its organisation. */
export interface SnapshotAccount {
  readonly id: string;
  readonly partition: string;
  readonly name?: string;
  /** What Organizations says: ACTIVE, SUSPENDED, PENDING_CLOSURE, … */
  readonly state?: string;
  /** Names of the organisational units from the root to the account. */
  readonly path?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  /** Why it is not in scope: `suspended`, `not selected`. */
  readonly skipped?: string;
  /** Its Regions that are switched on and were asked for; none when they could not be had. */
  readonly regions: readonly string[];
}

/** An account before its Regions are known. */
export type ListedAccount = Omit<SnapshotAccount, 'regions'>;

/**
 * Where a service is asked: in every Region that an account has switched on; once an account, from the partition's home
 * Region; or once, in the account that sees the organisation.
 */
export type ServiceScope = 'regional' | 'global' | 'organisation';

/** What a snapshot is of. */
export interface SnapshotHeader {
  readonly schemaVersion: '1';
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601 in UTC. */
  readonly started: string;
  /** The ARN that asked. */
  readonly caller: string;
  readonly organisation?: { readonly id: string; readonly management: string };
  /** What was asked for: every unit that has no row in the ledger is missing. */
  readonly accounts: readonly ListedAccount[];
  readonly services: readonly {
    readonly name: string;
    readonly scope: ServiceScope;
    readonly kinds: readonly string[];
  }[];
  /** Kinds that were not asked for: nothing is known of them. */
  readonly leftOut?: readonly string[];
  /** The Regions that were asked for; left out for all that an account has switched on. */
  readonly regions?: readonly string[];
  /** Whom the run asks; a run that goes on with it asks the same. Left out by older versions. */
  readonly via?: 'auto' | 'config' | 'api';
  /** The aggregator of AWS Config that was named. */
  readonly aggregator?: string;
  readonly redacted: boolean;
}
