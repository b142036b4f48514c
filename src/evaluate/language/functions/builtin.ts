import type { Frame, Operand } from '../runtime.ts';
import type { Type } from '../type.ts';

/** A function of the language. Methods take what stands before the dot as their first argument. */
export interface Builtin {
  readonly name: string;
  readonly style: 'method' | 'function';
  /** The types each argument may have, the receiver first. */
  readonly takes: readonly (readonly Type[])[];
  readonly gives: Type | ((args: readonly Type[]) => Type);
  /** True when it can decide something of a text with holes or a reference; without it they count as unknown. */
  readonly texts?: true;
  /**
   * Never sees unknowns or failures as arguments; elements of lists may be unknown.
   * Must be pure, and fail for operands of other kinds than it takes.
   */
  readonly run: (args: readonly Operand[], frame: Frame) => Operand;
}

/** The key of a function in the table: same name, style and number of arguments is the same function. */
export function builtinKey(style: Builtin['style'], name: string, count: number): string {
  return `${style === 'method' ? '.' : ''}${name}/${count}`;
}
