import type { Expr } from './ast.ts';
import type { RegexEngine } from './regex.ts';
import type { Frame, Operand } from './runtime.ts';

/** A compiled expression: pure, never throws but for `BudgetExceeded`. */
export type Run = (frame: Frame) => Operand;

/** A variable of an expression. With `definition` (a `let`) it is computed on first use, while its slot is undefined. */
export interface Variable {
  readonly slot: number;
  readonly definition?: Run;
}

/** Told of every step of an evaluation, inner ones first: for `rules trace` and for explanations. */
export interface Tracer {
  readonly enter: (expr: Expr, frame: Frame) => void;
  /** `env` is what was in scope there. */
  readonly leave: (expr: Expr, operand: Operand, frame: Frame, env: CompileEnv) => void;
}

/** What an expression is compiled against. */
export interface CompileEnv {
  readonly variables: ReadonlyMap<string, Variable>;
  /** Counts the slots of a rule; expressions that share a frame share it, so that no two variables share a slot. */
  readonly slots: { count: number };
  /** Needed when the expression calls `matches()`: `loadRegexEngine()`. */
  readonly regex?: RegexEngine;
  readonly trace?: Tracer;
}

/** The compiler as its parts see it. */
export interface Compiler extends CompileEnv {
  readonly compile: (expr: Expr) => Run;
  /** Compiles `body` with new variables in scope, each in a slot of its own. */
  readonly bind: <T>(names: readonly string[], body: (inner: Compiler, slots: readonly number[]) => T) => T;
}
