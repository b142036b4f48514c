import type { Frame } from './runtime.ts';

/** Comprehension steps of one evaluation, unless the judge says otherwise. */
export const defaultBudget = 100_000;

/** The longest string an expression may make, in UTF-16 units. */
export const longestString = 1_000_000;

/** Thrown when an evaluation used up its steps: the verdict is unknown, cause timeout. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
}

/** Takes steps from the budget. */
export function spend({ budget }: Frame, steps = 1): void {
  budget.left -= steps;
  if (budget.left < 0) throw new BudgetExceeded('the evaluation took too many steps');
}
