import { childrenOf } from './ast.ts';
import type { Expr } from './ast.ts';
import { spend } from './budget.ts';
import type { CompileEnv, Run } from './compiler.ts';
import { relationFunctions } from './functions/relations.ts';
import type { Operand } from './runtime.ts';
import { isComposite } from './unknowns.ts';

/**
 * The one variable that an expression over the fact tables depends on; nothing when it looks in no table, or at more than
 * that, as at the resources around it.
 */
export function inputOf(expr: Expr, env: CompileEnv): string | undefined {
  const names = namesIn(expr);
  if (!names.has('facts') || names.has('r')) return undefined;
  const [input, ...others] = [...names].filter(name => env.variables.has(name) && !constants.has(name));
  return others.length === 0 ? input : undefined;
}

/** The same in all evaluations of a rule. */
const constants = new Set(['facts', 'params']);

const relations = new Set(relationFunctions.map(({ name }) => name));

/** The identifiers of an expression; `r` too when it asks for what is around the subject. */
function namesIn(expr: Expr): Set<string> {
  const names = new Set<string>();
  const visit = (part: Expr): void => {
    if (part.kind === 'identifier') names.add(part.name);
    if (part.kind === 'call' && relations.has(part.function)) names.add('r');
    for (const child of childrenOf(part)) visit(child);
  };
  visit(expr);
  return names;
}

/** More are forgotten, so that memory stays bounded. */
const mostAnswers = 1_000;

/** What a pure expression gives for each scalar that it depends on. It costs as many steps each time, whoever asks first. */
export function remembered(run: Run, input: Run): Run {
  const answers = new Map<Operand, { readonly operand: Operand; readonly steps: number }>();
  return frame => {
    const given = input(frame);
    if (isComposite(given)) return run(frame);
    const known = answers.get(given);
    if (known) {
      spend(frame, known.steps);
      return known.operand;
    }
    const before = frame.budget.left;
    const operand = run(frame);
    if (answers.size >= mostAnswers) answers.clear();
    answers.set(given, { operand, steps: before - frame.budget.left });
    return operand;
  };
}
