import type { Unknown } from '../../model/value.ts';
import type { Logic, Ternary } from './ast.ts';
import type { Compiler, Run } from './compiler.ts';
import type { Failure, Operand } from './runtime.ts';
import { failure, kindOf, opaque, stronger } from './unknowns.ts';

/** `&&` and `||`: the deciding value wins wherever it stands; without one, unknown wins over failure. */
export function compileLogic({ operator, operands }: Logic, { compile }: Compiler): Run {
  const decisive = operator === '||';
  const runs = operands.map(operand => compile(operand));
  return frame => {
    let doubt: Unknown | Failure | undefined;
    for (const run of runs) {
      const operand = run(frame);
      if (operand === decisive) return decisive;
      if (operand !== !decisive) doubt = stronger(doubt, notBool(operand, operator));
    }
    return doubt ?? !decisive;
  };
}

/** `condition ? a : b`. */
export function compileTernary({ condition, whenTrue, whenFalse }: Ternary, { compile }: Compiler): Run {
  const test = compile(condition);
  const yes = compile(whenTrue);
  const no = compile(whenFalse);
  return frame => {
    const truth = test(frame);
    if (truth === true) return yes(frame);
    return truth === false ? no(frame) : notBool(truth, '?:');
  };
}

/** What becomes of an operand that should have been a bool and is neither true nor false. */
export function notBool(operand: Operand, where: string): Unknown | Failure {
  return opaque(operand) ?? failure(`'${where}' needs a bool, this is ${kindOf(operand)}`);
}
