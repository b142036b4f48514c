import { readFileSync } from 'node:fs';

import type { Runner } from './runner.ts';

/** The pull request that a run is about. */
export interface PullRequest {
  readonly number: number;
  /** Its branch is in another repository: the token may read alone. */
  readonly isFork: boolean;
}

/** What the event of the run says of a pull request; undefined for a push, a schedule and the like. */
export function pullRequestOf({ env }: Pick<Runner, 'env'>): PullRequest | undefined {
  const pull = fieldOf(payloadOf(env['GITHUB_EVENT_PATH']), 'pull_request');
  const number = fieldOf(pull, 'number');
  if (typeof number !== 'number') return undefined;
  // The repository of the branch is null when it was deleted since.
  const head = fieldOf(fieldOf(fieldOf(pull, 'head'), 'repo'), 'full_name');
  const base = fieldOf(fieldOf(fieldOf(pull, 'base'), 'repo'), 'full_name');
  return { number, isFork: head !== base };
}

function payloadOf(path: string | undefined): unknown {
  if (!path) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Without a payload there is no pull request to speak of; the verdict does not need one.
    return undefined;
  }
}

export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
