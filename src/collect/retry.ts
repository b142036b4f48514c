import { setTimeout as delay } from 'node:timers/promises';

import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';

import { Stopped } from './failure.ts';

/** How often a call is tried in all, by what went wrong. Throttling is AWS asking to come back later: that is patience, not hope. */
const attempts: Readonly<Record<RetryErrorInfo['errorType'], number>> = {
  THROTTLING: 12,
  TRANSIENT: 4,
  SERVER_ERROR: 4,
  CLIENT_ERROR: 1,
};

/** Answers that cannot be read may be readable the next time. */
const attemptsAtGarbled = 3;

const longestWait = 20_000;

/**
 * Tries again with growing, random waits; tells `throttled` whenever AWS asked for patience. It waits itself, since the SDK
 * would wait on when the run has to stop.
 */
export function retryStrategy(throttled: () => void, signal?: AbortSignal): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: async () => token(0),
    refreshRetryTokenForRetry: async (previous, info) => {
      if (info.errorType === 'THROTTLING') throttled();
      const count = previous.getRetryCount() + 1;
      if (count >= mostAttempts(info)) throw info.error ?? new Error('no attempt is left');
      await delay(waitFor(count, info), undefined, { signal }).catch(() => {
        throw new Stopped('the run stopped before this call was tried again');
      });
      return token(count);
    },
    recordSuccess: () => undefined,
  };
}

const token = (count: number): RetryToken => ({
  getRetryCount: () => count,
  getRetryDelay: () => 0,
});

function mostAttempts({ error, errorType }: RetryErrorInfo): number {
  if (errorType !== 'CLIENT_ERROR') return attempts[errorType];
  return error instanceof SyntaxError || (error && !error.$fault && !error.$response) || isGarbled(error)
    ? attemptsAtGarbled
    : attempts.CLIENT_ERROR;
}

const isGarbled = (error: RetryErrorInfo['error']): boolean =>
  error !== undefined && error.$metadata?.httpStatusCode === 200;

/** Full jitter, doubling from 100 ms (throttled: 300 ms); what AWS asks for comes first. */
function waitFor(count: number, { errorType, retryAfterHint }: RetryErrorInfo): number {
  if (retryAfterHint) return Math.min(longestWait, Math.max(0, retryAfterHint.getTime() - Date.now()));
  const base = errorType === 'THROTTLING' ? 300 : 100;
  return Math.random() * Math.min(longestWait, base * 2 ** count);
}
