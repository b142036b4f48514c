import { isCelError, isCelList, isCelMap, run } from '@bufbuild/cel';
import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';

import { complete, randomWorld } from './complete.ts';
import { evaluateText, plain } from './evaluate-text.ts';
import { randomData } from './random-data.ts';
import { boolean } from './random-expression.ts';
import { randomFrom } from './random.ts';

/*
 * Of data that is all known, an independent evaluator of CEL must say the same. Both sides may fail for the same reason,
 * which is what the unguarded reads of the random expressions are for.
 */

const tally = { bools: 0, failures: 0 };

type CelInput = NonNullable<Parameters<typeof run>[1]>[string];

/** Integers as the other evaluator knows them. */
function asInput(value: unknown): CelInput {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(asInput);
  if (typeof value !== 'object' || value === null) return null;
  return new Map(Object.entries(value).map(([key, inner]): [string, CelInput] => [key, asInput(inner)]));
}

function fromResult(value: unknown): unknown {
  if (isCelError(value)) return '<failure>';
  if (isCelList(value)) return [...value].map(fromResult);
  if (isCelMap(value)) return Object.fromEntries([...value].map(([key, inner]) => [key, fromResult(inner)]));
  return typeof value === 'bigint' ? Number(value) : value;
}

function agrees(seed: number): void {
  const random = randomFrom(seed);
  const text = boolean({ random, cel: true }, 1 + random.below(4));
  const data = complete(randomData({ random, open: 0 }), {
    random,
    world: randomWorld(random),
    references: new Map(),
  });
  const mine = plain(evaluateText(text, { r: data ?? null }));
  const theirs = fromResult(run(text, { r: asInput(plain(data)) }));
  if (mine === '<failure>') tally.failures += 1;
  else tally.bools += 1;
  if (mine !== theirs)
    throw new Error(`${text} of ${JSON.stringify(plain(data))}: ${String(mine)}, not ${String(theirs)}`);
}

it('agrees with another evaluator on known data', () => {
  assert(property(integer(), agrees), { numRuns: 6000, seed: 1 });
  expect(tally.bools).toBeGreaterThan(3000);
  expect(tally.failures).toBeGreaterThan(100);
}, 60_000);
