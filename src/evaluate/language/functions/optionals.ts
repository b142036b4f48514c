import type { Operand, Optional } from '../runtime.ts';
import { dyn, optionalOf } from '../type.ts';
import type { Type } from '../type.ts';
import { failure, isComposite } from '../unknowns.ts';
import type { Builtin } from './builtin.ts';
import { refuse } from './operands.ts';

const anyOptional = optionalOf(dyn);

function value([subject]: readonly Operand[]): Operand {
  const optional = asOptional(subject);
  if (!optional) return refuse('value', 'an optional', subject);
  return optional.value === undefined ? failure('value() of none') : optional.value;
}

export function asOptional(operand: Operand | undefined): Optional | undefined {
  return operand !== undefined && isComposite(operand) && operand.kind === 'optional' ? operand : undefined;
}

const inside = ([of = dyn]: readonly Type[]): Type => (of.kind === 'optional' ? of.of : dyn);

/** Functions of optionals; `orValue` and `or` are not here, they look at their argument only when they need it. */
export const optionalFunctions: readonly Builtin[] = [
  {
    name: 'hasValue',
    style: 'method',
    takes: [[anyOptional]],
    gives: { kind: 'bool' },
    run: ([subject]) => {
      const optional = asOptional(subject);
      return optional ? optional.value !== undefined : refuse('hasValue', 'an optional', subject);
    },
  },
  { name: 'value', style: 'method', takes: [[anyOptional]], gives: inside, run: value },
];
