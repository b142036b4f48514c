import type { Problem } from '../../../model/problem.ts';
import type { SourceFile, Span } from '../../../model/source.ts';
import type { Link } from '../../../model/value.ts';
import type { Expression, Placed } from '../../../syntax/hcl/ast.ts';
import type { Files } from '../functions/call-site.ts';
import type { Open, Term } from '../terms/term.ts';

/** Where an expression stands. */
export interface Scope {
  readonly machine: Machine;
  /** The file that the offsets of the expression belong to. */
  readonly file: SourceFile;
  /** What the first name of a traversal stands for, when it is none of `names`. */
  readonly root: (name: string, at: Span) => Term;
  /** The names of the `for` expressions, dynamic blocks and instances around, the innermost first. */
  readonly names?: Names;
}

interface Names {
  readonly terms: ReadonlyMap<string, Term>;
  readonly around?: Names;
}

/** What all expressions of one stack share. */
export interface Machine {
  readonly evaluate: (expression: Expression, scope: Scope) => Term;
  readonly files: Files;
  /** A truth that nobody knows, other than all before it. */
  readonly open: (because: Link) => Open;
  /** What Terraform would refuse, where the value is unknown instead. */
  readonly report: (problem: Problem) => void;
  readonly budget: Budget;
}

/** Counts down; what would go below zero is left unknown. */
export interface Budget {
  /** Nesting of expressions under evaluation. */
  depth: number;
  /** Expressions to evaluate. */
  steps: number;
}

export const spanOf = ({ file }: Pick<Scope, 'file'>, { start, end }: Placed): Span => ({
  kind: 'span',
  file,
  start,
  end,
});

/** The scope with more names. */
export const within = (scope: Scope, names: Readonly<Record<string, Term>>): Scope => ({
  ...scope,
  names: { terms: new Map(Object.entries(names)), ...(scope.names && { around: scope.names }) },
});

export function named(scope: Scope, name: string): Term | undefined {
  for (let names = scope.names; names; names = names.around) {
    const term = names.terms.get(name);
    if (term) return term;
  }
  return undefined;
}
