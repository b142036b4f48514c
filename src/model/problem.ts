import type { Cause } from './cause.ts';
import type { Region } from './source.ts';

/** Something in scope that could not be read, parsed, resolved or reached. */
export interface Problem {
  readonly cause: Cause;
  /** What happened, one sentence. */
  readonly message: string;
  readonly path?: string;
  readonly region?: Region;
  readonly account?: string;
  readonly awsRegion?: string;
  /** What is therefore not known. */
  readonly effect?: string;
  /** What to do about it. */
  readonly hint?: string;
  /** True when the run must end with exit code 2: a file that is clearly IaC and cannot be read. */
  readonly fatal?: true;
}

/** The user's mistake: one line, exit code 2. Anything else that is thrown is a bug of ours. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly details: readonly string[];
  readonly hint: string | undefined;

  constructor(message: string, { details = [], hint }: { details?: readonly string[]; hint?: string } = {}) {
    super(message);
    this.details = details;
    this.hint = hint;
  }
}
