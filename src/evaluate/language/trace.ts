import type { Expr } from './ast.ts';
import { compileExpression } from './compile.ts';
import type { CompileEnv, Tracer } from './compiler.ts';
import { compileLocator, isPath } from './locate.ts';
import type { Place } from './locate.ts';
import type { Frame, Operand } from './runtime.ts';
import { showSlot } from './show.ts';

/** One evaluation of one part of an expression, with the evaluations it is made of. */
export interface Step {
  readonly expr: Expr;
  readonly operand: Operand;
  /** The operand as a message would print it: sensitive values are not in it. */
  readonly shown: string;
  /** Where it was read, for names, selections, indexes and `has()`. */
  readonly place?: Place;
  readonly steps: readonly Step[];
}

/** So many steps of one evaluation are kept; a loop over thousands of elements is cut short, not the run. */
const maxSteps = 5000;

/** Evaluates an expression and keeps every step on the way: what was read, where it came from and what became of it. */
export function traceExpression(expr: Expr, env: CompileEnv, frame: Frame): Step {
  const recorder = makeRecorder();
  const run = compileExpression(expr, { ...env, trace: recorder.tracer });
  const operand = run(frame);
  return recorder.root() ?? { expr, operand, shown: showSlot(operand, frame), steps: [] };
}

interface Open {
  readonly steps: Step[];
  readonly sensitiveBefore: boolean;
}

function makeRecorder(): { readonly tracer: Tracer; readonly root: () => Step | undefined } {
  const open: Open[] = [];
  let count = 0;
  let root: Step | undefined;
  const tracer: Tracer = {
    enter: (_expr, { reads }) => {
      open.push({ steps: [], sensitiveBefore: reads.sensitive });
      reads.sensitive = false;
    },
    leave: (expr, operand, frame, env) => {
      const { steps = [], sensitiveBefore = false } = open.pop() ?? {};
      count += 1;
      const step = { ...stepOf(expr, operand, frame, env), steps };
      frame.reads.sensitive ||= sensitiveBefore;
      const parent = open.at(-1);
      if (!parent) root = step;
      else if (count <= maxSteps) parent.steps.push(step);
    },
  };
  return { tracer, root: () => root };
}

function stepOf(expr: Expr, operand: Operand, frame: Frame, env: CompileEnv): Omit<Step, 'steps'> {
  const hidden = frame.reads.sensitive && typeof operand !== 'boolean';
  const shown = hidden ? '<redacted>' : showSlot(operand, frame);
  const path = expr.kind === 'has' ? expr.target : expr;
  if (!isPath(path)) return { expr, operand, shown };
  const { trace: _, ...untraced } = env;
  return { expr, operand, shown, place: compileLocator(path, untraced)(frame) };
}
