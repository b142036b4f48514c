import type { TypeRegistry } from '../../model/types.ts';
import type { Expr, Range } from './ast.ts';
import type { Diagnostic } from './diagnostic.ts';
import { noGuards, pathKey } from './guards.ts';
import type { Guards } from './guards.ts';
import type { RegexEngine } from './regex.ts';
import { overlaps, showType } from './type.ts';
import type { Type } from './type.ts';

/** What an expression is checked against. */
export interface CheckEnv {
  readonly variables: Pick<ReadonlyMap<string, Type>, 'get' | 'keys'>;
  readonly registry: TypeRegistry;
  /** Checks literal patterns of `matches()`; without it they are not checked. */
  readonly regex?: RegexEngine;
  /** What holds before: the guards of the rule's `where`. */
  readonly assume?: Guards;
  /** In messages and paths a property may be read whether it is set or not. */
  readonly absentAllowed?: true;
}

/** What is known of an expression: its type, and what is certain when it is true and when it is false. */
export interface Checked {
  readonly type: Type;
  readonly whenTrue: Guards;
  readonly whenFalse: Guards;
}

export const typed = (type: Type, whenTrue: Guards = noGuards, whenFalse: Guards = noGuards): Checked => ({
  type,
  whenTrue,
  whenFalse,
});

interface Local {
  readonly name: string;
  readonly type: Type;
  /** Tells apart variables of one name, and makes an alias of a path the same as the path. */
  readonly id: string;
}

/** The checker as its parts see it. */
export interface Checker {
  readonly env: CheckEnv;
  readonly check: (expr: Expr, guards: Guards) => Checked;
  readonly typeOf: (name: string) => Type | undefined;
  readonly names: () => readonly string[];
  /** The guard key of a path; nothing for other expressions. */
  readonly keyOf: (expr: Expr) => string | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly with: (locals: readonly Omit<Local, 'id'>[], alias?: string) => Checker;
}

/** Makes a checker; `dispatch` checks one node. */
export function makeChecker(
  env: CheckEnv,
  dispatch: (expr: Expr, guards: Guards, checker: Checker) => Checked,
  report: (diagnostic: Diagnostic) => void,
): Checker {
  let count = 0;
  const scoped = (locals: readonly Local[]): Checker => {
    const local = (name: string): Local | undefined => locals.findLast(entry => entry.name === name);
    const idOf = (name: string): string => local(name)?.id ?? name;
    const checker: Checker = {
      env,
      check: (expr, guards) => dispatch(expr, guards, checker),
      typeOf: name => local(name)?.type ?? env.variables.get(name),
      names: () => [...locals.map(({ name }) => name), ...env.variables.keys()],
      keyOf: expr => pathKey(expr, idOf),
      report,
      with: (added, alias) => {
        const withIds = added.map(entry => {
          count += 1;
          return { ...entry, id: alias ?? `${entry.name}#${count}` };
        });
        return scoped([...locals, ...withIds]);
      },
    };
    return checker;
  };
  return scoped([]);
}

interface Wrong {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

export function reportError(
  { report }: Checker,
  { start, end }: Range,
  { code, message, hint }: Wrong,
): void {
  report({ code, severity: 'error', message, start, end, ...(hint !== undefined && { hint }) });
}

export function reportWarning(
  { report }: Checker,
  { start, end }: Range,
  { code, message, hint }: Wrong,
): void {
  report({ code, severity: 'warning', message, start, end, ...(hint !== undefined && { hint }) });
}

/** Reports an expression that cannot have one of the wanted types. */
export function expectType(
  checker: Checker,
  { expr, type }: { readonly expr: Expr; readonly type: Type },
  what: string,
  wanted: readonly Type[],
): void {
  if (wanted.some(one => overlaps(type, one))) return;
  const names = [...new Set(wanted.map(showType))].join(' or ');
  const hint = type.kind === 'optional' ? 'an optional becomes a value with .orValue(…)' : undefined;
  reportError(checker, expr, {
    code: 'type',
    message: `${what} must be ${names}, this is ${showType(type)}`,
    hint,
  });
}
