/** An accepted finding, as somebody wrote it down. Dates are `YYYY-MM-DD`, days in UTC. */
export interface Waiver {
  /** A name of its own, `W-014`; most have none and are called by their place. */
  readonly id?: string;
  readonly rule: string;
  /** The key of a resource; with `*` for any run of characters, where `maxFindings` says how many findings are meant. */
  readonly resource: string;
  /** One finding of the rule on the resource alone. */
  readonly finding?: string;
  readonly maxFindings?: number;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly ticket: string;
  readonly created: string;
  /** The last day on which it holds. */
  readonly expires: string;
  readonly origin: 'file' | 'inline';
  /** `waivers.yaml:12:5` */
  readonly where: string;
}

/** The days that a waiver may hold. */
export const longestWaiver = 365;

/** What everybody who accepts a finding has to say. */
export const waiverFields = ['reason', 'owner', 'approver', 'ticket', 'created', 'expires'] as const;

/** What a waiver does to a finding that it names. Only an active one waives. */
export const waiverStates = ['active', 'expired', 'pending', 'too-wide', 'mandatory', 'after-merge'] as const;
export type WaiverState = (typeof waiverStates)[number];

/** What became of a waiver in one run, besides what it does to findings. */
export const waiverOutcomes = [...waiverStates, 'undecided', 'unused', 'unseen'] as const;

/**
 * - `undecided`: it names what could not be decided; what is unknown stays unknown.
 * - `unused`: what it names was looked at, and nothing of it failed.
 * - `unseen`: the run did not look at what it names.
 */
export type WaiverOutcome = (typeof waiverOutcomes)[number];

/** A waiver as it stands with one finding. */
export interface FindingWaiver extends Omit<Waiver, 'rule' | 'resource' | 'finding' | 'maxFindings'> {
  readonly state: WaiverState;
  /** In words: `waived until 2027-02-19`, `the waiver expired 3 days ago`. */
  readonly note: string;
}

/** A waiver after a run. */
export interface WaiverUse extends Waiver {
  readonly outcome: WaiverOutcome;
  /** How many findings of the run it names. */
  readonly covers: number;
  /** What its owner has to do something about; empty when all is well. */
  readonly remarks: readonly string[];
}
