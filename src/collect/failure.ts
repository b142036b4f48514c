import type { Cause } from '../model/cause.ts';

/** An error of the SDK, taken apart. */
export interface Failure {
  /** `AccessDeniedException` */
  readonly name: string;
  readonly message: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  readonly cause: Cause;
}

/** What an error of the SDK says of the call. */
export function failureOf(error: unknown): Failure {
  const name = error instanceof Error ? error.name : 'Error';
  const message = error instanceof Error ? error.message : String(error);
  return { name, message, cause: 'api-unsupported' };
}
