import type { AppliedRule } from '../model/policy.ts';
import type { Rule, Snippet } from '../model/rule.ts';
import { childrenOf } from './language/ast.ts';
import type { Expr } from './language/ast.ts';
import { compileExpression, compileLookup } from './language/compile.ts';
import type { CompileEnv, Run, Tracer, Variable } from './language/compiler.ts';
import { compileLocator } from './language/locate.ts';
import type { Locator } from './language/locate.ts';
import { parseExpression } from './language/parse.ts';
import type { Parsed } from './language/parse.ts';
import { plainValue } from './language/plain-value.ts';
import type { RegexEngine } from './language/regex.ts';
import type { Slot } from './language/runtime.ts';
import { compileTemplate } from './language/template.ts';
import type { Template } from './language/template.ts';
import { failure } from './language/unknowns.ts';

export interface PreparedAssertion {
  readonly expr: Run;
  readonly message: Template;
  readonly at?: Locator;
  readonly related: readonly Locator[];
}

export interface PreparedEach {
  readonly slot: number;
  readonly over: Run;
  /** Slots of the `let`s that depend on this variable, to be computed again for each element. */
  readonly clears: readonly number[];
}

/** A rule that can be applied to any number of subjects. */
export interface PreparedRule extends AppliedRule {
  /** Compiled when the first subject asks for it: of most rules there is none. */
  readonly program: () => Program;
}

/** The expressions of a rule, compiled, and its parameters in place. */
export interface Program {
  readonly each: readonly PreparedEach[];
  readonly where?: Run;
  readonly assert: readonly PreparedAssertion[];
  /** The slots at the start of an evaluation, the subject at 0. */
  readonly slots: readonly (Slot | undefined)[];
}

export interface PrepareOptions {
  /** The fact tables, made once by `plainValue` for all rules. */
  readonly facts: Slot;
  readonly regex?: RegexEngine;
  /** Makes the tracer of one snippet of the rule; `env` is what its expressions are compiled against. */
  readonly trace?: (snippet: Snippet, env: CompileEnv) => Tracer;
}

const subjectSlot = 0;

export function prepareRule(applied: AppliedRule, options: PrepareOptions): PreparedRule {
  let program: Program | undefined;
  return { ...applied, program: () => (program ??= programOf(applied, options)) };
}

/** Compiles a rule. It was checked before; what does not parse here fails when it is evaluated, and is unknown. */
function programOf(applied: AppliedRule, options: PrepareOptions): Program {
  const { rule } = applied;
  const env = environment(options);
  const eachSlots = rule.each.map(({ name }) => declare(env, name));
  const uses = defineLets(rule, env);
  const each = rule.each.map(({ name, expr }, index) => ({
    slot: eachSlots[index] ?? subjectSlot,
    over: compile(expr, env),
    clears: [...uses].flatMap(([letName, names]) =>
      names.has(name) ? (env.variables.get(letName)?.slot ?? []) : [],
    ),
  }));
  const assert = rule.assert.map(({ expr, message, at, related = [] }) => ({
    expr: compile(expr, env),
    message: compileTemplate(message.text, env),
    ...(at && { at: locator(at, env) }),
    related: related.map(snippet => locator(snippet, env)),
  }));
  const where = rule.where && compile(rule.where, env);
  const slots = startingSlots(applied, options, env.slots.count);
  return { each, assert, ...(where && { where }), slots };
}

interface Environment extends CompileEnv {
  readonly variables: Map<string, Variable>;
  readonly tracer?: PrepareOptions['trace'];
}

function environment({ regex, trace }: PrepareOptions): Environment {
  const variables = new Map<string, Variable>([
    ['r', { slot: subjectSlot }],
    ['params', { slot: 1 }],
    ['facts', { slot: 2 }],
  ]);
  return {
    variables,
    slots: { count: variables.size },
    ...(regex && { regex }),
    ...(trace && { tracer: trace }),
  };
}

/** Defines the `let`s in order, so that none is circular; returns the names that each of them depends on. */
function defineLets(rule: Rule, env: Environment): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, ReadonlySet<string>>();
  for (const { name, expr } of rule.let) {
    const parsed = parseExpression(expr.text);
    uses.set(name, parsed.ok ? namesUsed(parsed.expr, uses) : new Set());
    const definition = compileParsed(
      parsed,
      expr,
      { ...env, variables: new Map(env.variables) },
      compileLookup,
    );
    env.variables.set(name, { slot: env.slots.count++, definition });
  }
  return uses;
}

function namesUsed(whole: Expr, uses: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (expr: Expr): void => {
    if (expr.kind === 'identifier') {
      names.add(expr.name);
      for (const name of uses.get(expr.name) ?? []) names.add(name);
    }
    for (const child of childrenOf(expr)) visit(child);
  };
  visit(whole);
  return names;
}

const compile = (snippet: Snippet, env: Environment): Run =>
  compileParsed(parseExpression(snippet.text), snippet, env);

function compileParsed(
  parsed: Parsed,
  snippet: Snippet,
  env: Environment,
  compileParts = compileExpression,
): Run {
  if (parsed.ok)
    return compileParts(parsed.expr, env.tracer ? { ...env, trace: env.tracer(snippet, env) } : env);
  const broken = failure(parsed.diagnostic.message);
  return () => broken;
}

/** A path that does not parse points at the subject as a whole. */
function locator({ text }: Snippet, env: CompileEnv): Locator {
  const parsed = parseExpression(text);
  return parsed.ok ? compileLocator(parsed.expr, env) : () => ({ via: [], path: [], found: false });
}

function declare(env: Environment, name: string): number {
  const slot = env.slots.count++;
  env.variables.set(name, { slot });
  return slot;
}

function startingSlots(
  { parameters }: AppliedRule,
  { facts }: PrepareOptions,
  count: number,
): (Slot | undefined)[] {
  const slots = Array.from<Slot | undefined>({ length: count });
  slots[1] = plainValue(parameters);
  slots[2] = facts;
  return slots;
}
