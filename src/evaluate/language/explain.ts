import type { Expr } from './ast.ts';
import type { CompileEnv } from './compiler.ts';
import type { Place } from './locate.ts';
import type { Frame, Operand } from './runtime.ts';
import { traceExpression } from './trace.ts';
import type { Step } from './trace.ts';
import { isComposite } from './unknowns.ts';

/** A value that an expression read. */
interface Read {
  readonly expr: Expr;
  readonly shown: string;
  readonly place: Place;
}

/** Why an expression came out as it did. */
export interface Explanation {
  /** The smallest part that decided it. */
  readonly expr: Expr;
  readonly operand: Operand;
  readonly shown: string;
  /** What that part read, in the order in which it read it. */
  readonly reads: readonly Read[];
}

/**
 * Evaluates an expression once more and finds the smallest part that decided its outcome: of `a && b` that is false the
 * operand that is false, of `all()` the condition at the element that broke it, of an unknown the read that was not known.
 */
export function explainDecision(expr: Expr, env: CompileEnv, frame: Frame): Explanation {
  const step = narrow(traceExpression(expr, env, frame));
  return { expr: step.expr, operand: step.operand, shown: step.shown, reads: readsOf(step) };
}

function narrow(step: Step): Step {
  const inner = decisive(step);
  return inner ? narrow(inner) : step;
}

/** The part that alone decided; nothing when it took all parts together. */
function decisive(step: Step): Step | undefined {
  const { expr, operand, steps } = step;
  if (typeof operand !== 'boolean') return steps.find(inner => sameDoubt(inner.operand, operand));
  switch (expr.kind) {
    case 'unary':
    case 'bind':
      return steps.at(-1);
    case 'ternary':
      return steps[1];
    case 'logic':
      return operand === (expr.operator === '||')
        ? steps.find(inner => inner.operand === operand)
        : undefined;
    case 'comprehension':
      return decisiveElement(step, expr.macro === 'exists');
    default:
      return undefined;
  }
}

function decisiveElement({ operand, steps }: Step, decides: boolean): Step | undefined {
  return operand === decides ? steps.slice(1).findLast(inner => inner.operand === operand) : undefined;
}

/** An unknown comes from the first part that is not known; a failure from the first that fails. */
function sameDoubt(inner: Operand, outer: Operand): boolean {
  if (!isComposite(inner) || !isComposite(outer)) return false;
  if (outer.kind === 'failure') return inner.kind === 'failure';
  if (outer.kind !== 'unknown') return false;
  return inner.kind === 'unknown' || inner.kind === 'reference' || inner.kind === 'text' || isOpen(inner);
}

const isOpen = (operand: Exclude<Operand, string | number | boolean | null>): boolean =>
  (operand.kind === 'list' || operand.kind === 'dict') && operand.rest !== undefined;

/** The longest paths below a step; `has()` reads whether its path is set. */
function readsOf({ expr, operand, shown, place, steps }: Step): readonly Read[] {
  if (place && expr.kind === 'has')
    return [
      { expr: expr.target, shown: operand === true ? 'set' : operand === false ? '<absent>' : shown, place },
    ];
  return place ? [{ expr, shown, place }] : steps.flatMap(readsOf);
}
