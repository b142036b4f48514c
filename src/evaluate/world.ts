import type { Condition, Link } from '../model/value.ts';
import type { World } from './language/runtime.ts';

interface Pick {
  readonly choice: string;
  readonly count: number;
  readonly because: Link | undefined;
  index: number;
}

/** Decides `Equals`: true, false, or undefined when the operands do not tell. */
export type Compare = (
  condition: Extract<Condition, { kind: 'equals' }>,
  world: World,
) => boolean | undefined;

export interface Worlds {
  readonly world: World;
  /** Moves on to the next world; false when all that the evaluation asked for have been seen. */
  readonly advance: () => boolean;
  /** What this world decided so far, for messages. */
  readonly picks: () => readonly Link[];
  /** Forgets what was asked for. */
  readonly restart: () => void;
}

/**
 * All ways in which the choices that one evaluation meets can turn out, one after the other.
 *
 * A choice is made when it is first asked for and then holds; `advance` replays with the last open
 * choice changed. So only choices that matter are multiplied, and the same choice never contradicts itself.
 */
export function worldsOf(compare: Compare): Worlds {
  // Few choices meet in one evaluation, mostly none: a search is cheaper than a map.
  const trail: Pick[] = [];
  const world: World = {
    pick(choice, count, because) {
      const before = trail.find(pick => pick.choice === choice);
      if (before) return before.index;
      trail.push({ choice, count, because, index: 0 });
      return 0;
    },
    truth: condition => truth(condition, world, compare),
  };
  return {
    world,
    advance() {
      for (let last = trail.pop(); last; last = trail.pop()) {
        if (last.index + 1 < last.count) {
          last.index += 1;
          trail.push(last);
          return true;
        }
      }
      return false;
    },
    picks: () => (trail.length === 0 ? none : trail.flatMap(({ because }) => because ?? [])),
    restart: () => void (trail.length = 0),
  };
}

const none: readonly never[] = [];

function truth(condition: Condition, world: World, compare: Compare): boolean {
  switch (condition.kind) {
    case 'constant':
      return condition.value;
    case 'not':
      return !truth(condition.of, world, compare);
    case 'and':
      return condition.of.every(part => truth(part, world, compare));
    case 'or':
      return condition.of.some(part => truth(part, world, compare));
    case 'open':
      return world.pick(condition.choice, 2, condition.because) === 0;
    case 'equals':
      return (
        compare(condition, world) ??
        world.pick(choiceOf(condition), 2, { what: 'a condition that cannot be decided' }) === 0
      );
  }
}

/** The same comparison of the same values is one choice, wherever it is written. */
function choiceOf({ left, right }: Extract<Condition, { kind: 'equals' }>): string {
  return `equals:${canonical(left)}=${canonical(right)}`;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'at' || key === 'via') return undefined;
    return part instanceof Map ? [...part] : part;
  });
}
