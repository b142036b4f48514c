import type { Origin } from '../../model/source.ts';
import type { Condition, Conditional, OneOf, Value } from '../../model/value.ts';
import { conditional, lost, oneOf } from './compose.ts';

/** As many combinations of choices are followed through a function; beyond that its result is unknown. */
export const maximumCombinations = 64;

type Apply = (plain: readonly Value[]) => Value;

/** Applies a function to values without choices, once for each way in which their choices can turn out. */
export function spread(values: readonly Value[], at: Origin, apply: Apply): Value {
  return values.some(isChoice) ? branch(values, at, apply, { left: maximumCombinations }) : apply(values);
}

/** How many combinations `spread` would make of these values, at the least. */
export function combinations(values: readonly Value[]): number {
  const sizes = new Map<string | Condition, number>();
  for (const value of values) {
    if (value.kind === 'one-of') sizes.set(value.choice, value.options.length);
    if (value.kind === 'conditional') sizes.set(value.condition, 2);
  }
  return [...sizes.values()].reduce((product, size) => product * size, 1);
}

const isChoice = (value: Value): value is OneOf | Conditional =>
  value.kind === 'one-of' || value.kind === 'conditional';

function branch(values: readonly Value[], at: Origin, apply: Apply, budget: { left: number }): Value {
  const open = values.find(isChoice);
  if (budget.left <= 0) return tooMany(at);
  if (!open) {
    budget.left -= 1;
    return apply(values);
  }
  const follow = (pick: (value: Value) => Value): Value => branch(values.map(pick), at, apply, budget);
  if (open.kind === 'conditional') {
    const { condition } = open;
    const yes = follow(value => (isArm(value, condition) ? value.then : value));
    const no = follow(value => (isArm(value, condition) ? value.otherwise : value));
    return conditional(condition, yes, no, at);
  }
  const { choice, because } = open;
  const options = open.options.map((_, index) => follow(value => optionOf(value, choice, index)));
  return oneOf(choice, options, because, at);
}

const isArm = (value: Value, condition: Condition): value is Conditional =>
  value.kind === 'conditional' && value.condition === condition;

function optionOf(value: Value, choice: string, index: number): Value {
  return value.kind === 'one-of' && value.choice === choice ? (value.options[index] ?? value) : value;
}

function tooMany(at: Origin): Value {
  const what = `more than ${maximumCombinations} combinations of undecided parameters and conditions`;
  return lost('unresolved-value', [{ what, at }], at);
}
