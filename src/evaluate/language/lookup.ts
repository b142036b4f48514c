import type { Unknown } from '../../model/value.ts';
import { childrenOf } from './ast.ts';
import type { Expr } from './ast.ts';
import { spend } from './budget.ts';
import type { CompileEnv, Run } from './compiler.ts';
import { relationFunctions } from './functions/relations.ts';
import type { Operand } from './runtime.ts';
import { isComposite, isUnknown } from './unknowns.ts';

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

interface Answer {
  readonly operand: Operand;
  readonly steps: number;
}

/** What a pure expression gives for each scalar that it depends on. It costs as many steps each time, whoever asks first. */
export function remembered(run: Run, input: Run): Run {
  const answers = new Map<Operand, Answer>();
  return frame => {
    const given = input(frame);
    const key = keyOf(given);
    if (key === undefined) return run(frame);
    const known = answers.get(key);
    if (known) {
      spend(frame, known.steps);
      return isUnknown(given) ? openedBy(given) : known.operand;
    }
    const before = frame.budget.left;
    const operand = run(frame);
    if (answers.size >= mostAnswers) answers.clear();
    if (key === given || isOpenedBy(operand, given))
      answers.set(key, { operand, steps: before - frame.budget.left });
    return operand;
  };
}

/** One unknown is like any other one of which no more is known: they share an answer. */
function keyOf(given: Operand): Operand | undefined {
  if (!isComposite(given)) return given;
  if (!isUnknown(given) || given.shape) return undefined;
  const { set = false, one } = given;
  return unknowns.find(known => known.set === set && known.isOne === (one !== undefined))?.key;
}

const unknowns = [true, false].flatMap(set =>
  [true, false].map(isOne => ({ set, isOne, key: { kind: 'list', items: [] } satisfies Operand })),
);

/** Nothing is certain to be found by what is not known. */
const openedBy = (given: Unknown): Operand => ({ kind: 'list', items: [], rest: given });

const isOpenedBy = (operand: Operand, given: Operand): boolean =>
  isComposite(operand) && operand.kind === 'list' && operand.items.length === 0 && operand.rest === given;
