import { UsageError } from '../../src/model/problem.ts';

/** What a person would read when `action` fails on their account: the message, then details and hint. */
export async function mistake(action: () => unknown): Promise<readonly string[]> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [error.message, ...error.details, ...(error.hint === undefined ? [] : [`hint: ${error.hint}`])];
  }
  return [];
}
