/** Which role to assume, by account: the entry of the nearest organisational unit above it counts, else the one without. */
export interface PerUnit {
  /** Name of an organisational unit, or its path from the root: `Workloads/Production`. */
  readonly unit?: string;
  readonly value: string;
}

/** Which accounts of the organisation are in scope. What is empty narrows nothing. */
export interface AccountFilter {
  readonly accounts: readonly string[];
  readonly excluded: readonly string[];
  /** Organisational units, by id, name or path; everything below them counts. */
  readonly units: readonly string[];
  readonly tags: readonly { readonly key: string; readonly value?: string }[];
}

/** What a collection is asked for. */
export interface CollectRequest {
  readonly tool: { readonly name: string; readonly version: string };
  /** The file to write. */
  readonly path: string;
  /** What to do with a snapshot that is there already: go on with it, doing again what is not ok, or what failed alone. */
  readonly resume?: 'missing' | 'failed';
  readonly organisation: boolean;
  readonly profile?: string;
  /** Roles to assume; without any, the caller's own account alone can be read. */
  readonly roles: readonly PerUnit[];
  readonly externalIds: readonly PerUnit[];
  /** The role of the management account, which no StackSet reaches. */
  readonly managementRole?: string;
  readonly filter: AccountFilter;
  /** Without any, all that an account has switched on. */
  readonly regions: readonly string[];
  /** Names of services; without any, all. */
  readonly services: readonly string[];
  /** Calls a second of one service in one account and Region. */
  readonly maxRps: number;
  /** Services in an account and Region that are read side by side. */
  readonly concurrency: number;
  /** Milliseconds after which the run stops where it is. */
  readonly deadline?: number;
  readonly redact: boolean;
  /**
   * Whom to ask: the aggregator of AWS Config and nobody else, each account and nobody else, or one for what it is good
   * for. Left out: as the snapshot was begun, else `auto`.
   */
  readonly via?: Via;
  /** The name of the aggregator; without it, the one that there is. */
  readonly aggregator?: string;
}

/** What a run goes by: what was asked for, with what the snapshot says that it goes on with. */
export interface RunRequest extends CollectRequest {
  readonly via: Via;
}

export const vias = ['auto', 'config', 'api'] as const;
export type Via = (typeof vias)[number];

export const collectDefaults = { maxRps: 10, concurrency: 24, via: 'auto' } as const;
