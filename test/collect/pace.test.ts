import { expect, test } from 'vitest';

import { bucketOf } from '../../src/collect/pace.ts';
import type { Bucket } from '../../src/collect/pace.ts';

/** Calls side by side for so many seconds, against a service that takes `limit` of them a second; time is counted, not waited. */
function answeredIn(bucket: Bucket, limit: number, seconds: number): number {
  const due = Array.from({ length: 8 }, () => bucket.take(0));
  let allowed = limit;
  let last = 0;
  let answered = 0;
  for (;;) {
    const at = Math.min(...due);
    if (at > seconds * 1000) return answered;
    allowed = Math.min(limit, allowed + ((at - last) / 1000) * limit);
    last = at;
    const index = due.indexOf(at);
    const heard = at + 50;
    if (allowed >= 1) {
      allowed -= 1;
      answered += 1;
      bucket.answered(heard);
    } else bucket.throttled(heard);
    due[index] = heard + bucket.take(heard);
  }
}

test.each([
  [1, 100],
  [10, 100],
  [50, 100],
])('where nothing else limits it, it gives %i calls a second', (most, limit) => {
  const calls = answeredIn(bucketOf(most, 0), limit, 60);
  expect(calls).toBeGreaterThanOrEqual(most * 59);
  expect(calls).toBeLessThanOrEqual(most * 60 + 8);
});

test('in no second there are more calls than that, after a rest neither', () => {
  const bucket = bucketOf(10, 0);
  const sent = [0, 0, 5000, 5050, 5100].flatMap(at => Array.from({ length: 10 }, () => at + bucket.take(at)));
  const inSecond = sent.map(from => sent.filter(at => at >= from && at < from + 1000).length);
  expect(Math.max(...inSecond)).toBe(10);
  expect(Math.max(...sent)).toBeLessThan(8000);
});

test.each([
  [10, 5],
  [100, 20],
  [10, 9],
])('of %i calls a second where the service takes %i, most of those come through', (most, limit) => {
  expect(answeredIn(bucketOf(most, 0), limit, 60)).toBeGreaterThan((limit * 60) / 1.5);
});

test('calls that are throttled side by side count once', () => {
  const rates = [1, 8].map(times => {
    const bucket = bucketOf(10, 0);
    for (let call = 0; call < 10; call += 1) bucket.take(0);
    for (let call = 0; call < times; call += 1) bucket.throttled(100);
    return bucket.take(100);
  });
  expect(rates[0]).toBe(rates[1]);
  expect(rates[0]).toBeGreaterThan(0);
});

test('a service that takes nothing is asked less and less, and never not at all', () => {
  const bucket = bucketOf(10, 0);
  const waits = Array.from({ length: 40 }, (_, second) => {
    bucket.throttled(second * 2000);
    return bucket.take(second * 2000);
  });
  expect(waits.at(-1)).toBeGreaterThan(waits[5] ?? 0);
  expect(Math.max(...waits)).toBeLessThan(40 * 5000);
});
