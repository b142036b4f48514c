import type { Rule, Snippet } from '../model/rule.ts';
import type { Relation } from './directory/relation-table.ts';
import { childrenOf } from './language/ast.ts';
import type { Expr } from './language/ast.ts';
import { parseExpression } from './language/parse.ts';

/** The relations that rules follow against their direction: `linkedFrom('Roles', 'AWS::IAM::ManagedPolicy')`. */
export function askedRelations(rules: readonly Rule[]): readonly Relation[] {
  const found = new Map<string, Relation>();
  const visit = (expr: Expr): void => {
    if (expr.kind === 'call' && expr.function === 'linkedFrom') {
      const [path, type] = expr.args.map(arg => (arg.kind === 'literal' ? String(arg.value) : ''));
      if (path !== undefined && type !== undefined) found.set(`${type}:${path}`, { type, path });
    }
    for (const child of childrenOf(expr)) visit(child);
  };
  for (const { text } of rules.flatMap(snippetsOf)) {
    const parsed = parseExpression(text);
    if (parsed.ok) visit(parsed.expr);
  }
  return [...found.values()];
}

const snippetsOf = ({ let: lets, each, where, assert }: Rule): readonly Snippet[] =>
  [...lets, ...each, ...assert].map(({ expr }) => expr).concat(where ?? []);
