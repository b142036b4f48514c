import { always, type Condition } from '../../../model/value.ts';
import type { Term } from '../terms/term.ts';
import { toValue } from '../terms/to-value.ts';

/** The truth of a term that is true or false in each way in which its choices can turn out. */
export function conditionOf(term: Term): Condition {
  if (term.kind === 'known') return { kind: 'constant', value: term.value === true };
  if (term.kind === 'conditional') {
    const { condition } = term;
    const then = conditionOf(term.then);
    const otherwise = conditionOf(term.otherwise);
    return or([and([condition, then]), and([{ kind: 'not', of: condition }, otherwise])]);
  }
  return { kind: 'equals', left: toValue(term), right: { kind: 'known', value: true } };
}

export function and(conditions: readonly Condition[]): Condition {
  const open = conditions.filter(condition => condition.kind !== 'constant' || !condition.value);
  const never = open.find(condition => condition.kind === 'constant');
  const [first = always, ...others] = open;
  return never ?? (others.length === 0 ? first : { kind: 'and', of: open });
}

function or(conditions: readonly Condition[]): Condition {
  const open = conditions.filter(condition => condition.kind !== 'constant' || condition.value);
  const certain = open.find(condition => condition.kind === 'constant');
  const [first = { kind: 'constant', value: false } as const, ...others] = open;
  return certain ?? (others.length === 0 ? first : { kind: 'or', of: open });
}
