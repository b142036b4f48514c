import type { Cursor, NestedCursor } from './cursor.ts';
import { fieldOf, isFields, spellingOf } from './json.ts';

/**
 * Which of the written blocks each planned block comes from. Terraform sorts the blocks of a set, and leaves out what a
 * `dynamic` does not make, so that literals decide before the order does.
 */
export function matchBlocks(
  planned: readonly unknown[],
  written: readonly NestedCursor[],
): readonly (Cursor | undefined)[] {
  const statics = written.filter(block => !block.isDynamic);
  const dynamic = written.find(block => block.isDynamic);
  const free = new Set(statics);
  return planned.map((block, index) => {
    const sameOrder = dynamic ? undefined : statics[index];
    const best = [...free]
      .map(one => ({ one, score: scoreOf(one, block) + (one === sameOrder ? half : 0) }))
      .toSorted((a, b) => b.score - a.score)[0];
    if (!best || (dynamic && best.score <= 0)) return dynamic ?? statics.at(-1);
    free.delete(best.one);
    return best.one;
  });
}

/** The order decides where literals do not. */
const half = 0.5;

/** How many literals agree; negative when one does not. */
function scoreOf(written: Cursor, planned: unknown): number {
  if (!isFields(planned)) return 0;
  let score = 0;
  for (const name of Object.keys(planned)) {
    const literal = spellingOf(written.literal(name));
    if (literal === undefined) continue;
    if (literal !== spellingOf(fieldOf(planned, name))) return -1;
    score += 1;
  }
  return score;
}
