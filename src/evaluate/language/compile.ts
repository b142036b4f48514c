import type { Expr, ListLiteral, MapLiteral } from './ast.ts';
import { compileCall } from './compile-call.ts';
import { compileBind, compileComprehension } from './compile-comprehension.ts';
import { compileLogic, compileTernary } from './compile-logic.ts';
import { compileBinary, compileUnary } from './compile-operator.ts';
import { compileHas, compileIndex, compileSelect } from './compile-select.ts';
import type { CompileEnv, Compiler, Run, Variable } from './compiler.ts';
import { force, orElse } from './force.ts';
import { inputOf, remembered } from './lookup.ts';
import type { Element, Operand } from './runtime.ts';
import { computeSlot } from './slot.ts';
import { failure, isComposite, opaque } from './unknowns.ts';

/**
 * Compiles a parsed expression to a closure over a frame: strong Kleene over unknowns and open lists.
 * It does not fail: what the checker would refuse becomes a failure when it is evaluated.
 */
export function compileExpression(expr: Expr, env: CompileEnv): Run {
  const run = compilerFor(env).compile(expr);
  sources.set(run, { expr, env });
  return run;
}

/** The same for a `let` that looks things up in the fact tables: what depends on one name only is found once a name. */
export function compileLookup(expr: Expr, env: CompileEnv): Run {
  const run = compileExpression(expr, env);
  const input = env.trace ? undefined : inputOf(expr, env);
  if (input === undefined) return run;
  const remembering = remembered(run, compileVariable(input, env));
  sources.set(remembering, { expr, env });
  return remembering;
}

interface Source {
  readonly expr: Expr;
  readonly env: CompileEnv;
}

const sources = new WeakMap<Run, Source>();

/** What a closure was compiled from, so that the place of a `let` can be found through its definition. */
export const compiledFrom = (run: Run): Source | undefined => sources.get(run);

function compilerFor(env: CompileEnv): Compiler {
  const compiler: Compiler = {
    ...env,
    compile: expr => traced(expr, compileNode(expr, compiler), env),
    bind: (names, body) => {
      const slots = names.map(() => env.slots.count++);
      const added = names.map((name, index): [string, Variable] => [name, { slot: slots[index] ?? 0 }]);
      return body(compilerFor({ ...env, variables: new Map([...env.variables, ...added]) }), slots);
    },
  };
  return compiler;
}

function traced(expr: Expr, run: Run, env: CompileEnv): Run {
  const { trace } = env;
  if (!trace) return run;
  return frame => {
    trace.enter(expr, frame);
    const operand = run(frame);
    trace.leave(expr, operand, frame, env);
    return operand;
  };
}

function compileNode(expr: Expr, compiler: Compiler): Run {
  switch (expr.kind) {
    case 'literal': {
      const { value } = expr;
      return () => value;
    }
    case 'identifier':
      return compileVariable(expr.name, compiler);
    case 'select':
      return compileSelect(expr, compiler);
    case 'index':
      return compileIndex(expr, compiler);
    case 'has':
      return compileHas(expr, compiler);
    case 'call':
      return compileCall(expr, compiler);
    case 'comprehension':
      return compileComprehension(expr, compiler);
    case 'bind':
      return compileBind(expr, compiler);
    default:
      return compileOperator(expr, compiler);
  }
}

type Operator = Extract<Expr, { kind: 'logic' | 'unary' | 'binary' | 'ternary' | 'list' | 'map' }>;

function compileOperator(expr: Operator, compiler: Compiler): Run {
  switch (expr.kind) {
    case 'logic':
      return compileLogic(expr, compiler);
    case 'unary':
      return compileUnary(expr, compiler);
    case 'binary':
      return compileBinary(expr, compiler);
    case 'ternary':
      return compileTernary(expr, compiler);
    case 'list':
      return compileList(expr, compiler);
    case 'map':
      return compileMap(expr, compiler);
  }
}

function compileVariable(name: string, { variables }: CompileEnv): Run {
  const variable = variables.get(name);
  if (!variable) return () => failure(`there is no variable '${name}'`);
  const { slot, definition } = variable;
  const gone = failure(`'${name}' is not there`);
  if (!definition)
    return frame => {
      const kept = frame.slots[slot];
      return kept === undefined ? gone : orElse(force(kept, frame), gone);
    };
  return frame => {
    const kept = frame.slots[slot];
    if (kept !== undefined) return orElse(force(kept, frame), gone);
    const computed = computeSlot(definition, frame);
    frame.slots[slot] = computed;
    return orElse(force(computed, frame), gone);
  };
}

function compileList({ items }: ListLiteral, { compile }: Compiler): Run {
  const runs = items.map(({ value, optional }) => ({ run: compile(value), optional }));
  return frame => {
    const made: Element[] = [];
    for (const { run, optional } of runs) {
      const outcome = elementOf(run(frame), optional);
      if (outcome === undefined) continue;
      if (isComposite(outcome) && outcome.kind === 'failure') return outcome;
      made.push(outcome);
    }
    return { kind: 'list', items: made };
  };
}

function compileMap({ entries }: MapLiteral, { compile }: Compiler): Run {
  const runs = entries.map(entry => ({
    key: compile(entry.key),
    value: compile(entry.value),
    optional: entry.optional,
  }));
  return frame => {
    const made = new Map<string, Element>();
    for (const { key, value, optional } of runs) {
      const name = key(frame);
      if (typeof name !== 'string') return opaque(name) ?? failure('the keys of a map are strings');
      if (made.has(name)) return failure('a key occurs twice in a map');
      const outcome = elementOf(value(frame), optional);
      if (outcome === undefined) continue;
      if (isComposite(outcome) && outcome.kind === 'failure') return outcome;
      made.set(name, certain(outcome));
    }
    return { kind: 'dict', entries: made };
  };
}

/** The operand as an element; nothing for an optional that is none. */
function elementOf(operand: Operand, optional: boolean): Exclude<Operand, { kind: 'optional' }> | undefined {
  if (!isComposite(operand) || operand.kind !== 'optional')
    return optional && !opaque(operand) ? failure('only an optional can be left out') : operand;
  if (!optional) return failure('an optional cannot be an element: use [?…] or orValue()');
  return operand.value === undefined ? undefined : elementOf(operand.value, false);
}

/** An entry that the expression itself makes is there, even when its value is not known. */
function certain(element: Element): Element {
  if (typeof element !== 'object' || element?.kind !== 'unknown' || element.set) return element;
  return { ...element, set: true };
}
