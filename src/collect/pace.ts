import { setTimeout as delay } from 'node:timers/promises';

/**
 * A token bucket that learns: a throttled call slows it down, answers bring its rate back, never above `most` calls in a
 * second. Just under what a service allows it goes on nearly as fast as it may.
 */
export interface Pace {
  /** Waits for its turn; rejects when the signal is aborted. */
  readonly turn: (signal: AbortSignal) => Promise<void>;
  readonly throttled: () => void;
  readonly answered: () => void;
}

/** One call in five seconds: slower than any service limits reading. */
const least = 0.2;

/** What is left of the rate after a throttled call. */
const cut = 0.7;

/** Milliseconds in which further throttled calls do not count: they were under way before the rate was cut. */
const settling = 1_000;

/** What a second with answers brings back of the rate, as a share of `most`. */
const recovery = 0.1;

export function paceOf(most: number, now: () => number = () => performance.now()): Pace {
  const bucket = bucketOf(most, now());
  return {
    turn: async signal => {
      const wait = bucket.take(now());
      if (wait > 0) await delay(wait, undefined, { signal });
    },
    throttled: () => bucket.throttled(now()),
    answered: () => bucket.answered(now()),
  };
}

/** The bucket itself, which is told what time it is: milliseconds from whenever. */
export interface Bucket {
  /** Takes a token, or one that there will be; answers in how many milliseconds. */
  readonly take: (at: number) => number;
  readonly throttled: (at: number) => void;
  readonly answered: (at: number) => void;
}

export function bucketOf(most: number, start: number): Bucket {
  const burst = Math.max(1, Math.floor(most));
  let rate = most;
  let tokens = burst;
  let last = start;
  let lastCut = -Infinity;
  let lastGrowth = start;
  /** When the last calls were or will be sent: what was saved up must not come on top of a second's own. */
  const sent: number[] = [];
  return {
    take: at => {
      tokens = Math.min(burst, tokens + ((at - last) / 1000) * rate) - 1;
      last = at;
      const due = at + (tokens >= 0 ? 0 : (-tokens / rate) * 1000);
      const free = sent.length < burst ? due : Math.max(due, (sent.shift() ?? due) + 1000);
      sent.push(free);
      return free - at;
    },
    throttled: at => {
      if (at - lastCut < settling) return;
      lastCut = at;
      lastGrowth = at;
      rate = Math.max(least, rate * cut);
      tokens = Math.min(tokens, 0);
    },
    answered: at => {
      rate = Math.min(most, rate + most * recovery * Math.min(1, (at - lastGrowth) / 1000));
      lastGrowth = at;
    },
  };
}
