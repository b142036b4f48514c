import { setTimeout as delay } from 'node:timers/promises';

/**
 * A token bucket that learns: a throttled call halves its rate, every answer brings a little of it back, never above
 * `most` calls in a second.
 */
export interface Pace {
  /** Waits for its turn; rejects when the signal is aborted. */
  readonly turn: (signal: AbortSignal) => Promise<void>;
  readonly throttled: () => void;
  readonly answered: () => void;
}

/** One call in five seconds: slower than any service limits reading. */
const least = 0.2;

/** What an answer brings back of the rate, as a share of `most`. */
const recovery = 0.02;

export function paceOf(most: number, now: () => number = () => performance.now()): Pace {
  let rate = most;
  const burst = Math.max(1, most);
  let tokens = burst;
  let last = now();

  /** Takes a token, or one that there will be; answers in how many milliseconds. */
  const take = (): number => {
    const at = now();
    tokens = Math.min(burst, tokens + ((at - last) / 1000) * rate) - 1;
    last = at;
    return tokens >= 0 ? 0 : (-tokens / rate) * 1000;
  };

  return {
    turn: async signal => {
      const wait = take();
      if (wait > 0) await delay(wait, undefined, { signal });
    },
    throttled: () => {
      rate = Math.max(least, rate / 2);
      tokens = Math.min(tokens, 0);
    },
    answered: () => {
      rate = Math.min(most, rate + most * recovery);
    },
  };
}
