import type { Expr } from './ast.ts';

/**
 * What is certain at a point of an expression: `r.Config` is set, a list is not empty. Facts are texts, so that sets of
 * them can be joined and intersected.
 */
export type Guards = ReadonlySet<string>;

export const noGuards: Guards = new Set();

export const both = (left: Guards, right: Guards): Guards => {
  if (right.size === 0) return left;
  return left.size === 0 ? right : new Set([...left, ...right]);
};

export const shared = (left: Guards, right: Guards): Guards =>
  new Set([...left].filter(fact => right.has(fact)));

/** The name of what a path selects, the same wherever the path occurs; nothing for other expressions. */
export function pathKey(expr: Expr, idOf: (variable: string) => string | undefined): string | undefined {
  switch (expr.kind) {
    case 'identifier':
      return idOf(expr.name);
    case 'select':
      return keyWith(pathKey(expr.operand, idOf), JSON.stringify(expr.field));
    case 'index': {
      const index =
        expr.index.kind === 'literal' ? JSON.stringify(expr.index.value) : pathKey(expr.index, idOf);
      return keyWith(pathKey(expr.operand, idOf), index);
    }
    default:
      return undefined;
  }
}

const keyWith = (path: string | undefined, key: string | undefined): string | undefined =>
  path === undefined || key === undefined ? undefined : `${path}[${key}]`;

export const notEmpty = (path: string): string => `size ${path}`;
