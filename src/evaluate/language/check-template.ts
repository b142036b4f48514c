import type { Expr } from './ast.ts';
import { checkExpression } from './check.ts';
import type { CheckEnv } from './checker.ts';
import type { Diagnostic } from './diagnostic.ts';
import { isPath } from './locate.ts';
import { parseTemplate, shifted } from './template.ts';

/** Checks the expressions of a message; offsets are into the message. What may be absent may be printed. */
export function checkTemplate(text: string, env: CheckEnv): readonly Diagnostic[] {
  const { parts, diagnostics } = parseTemplate(text);
  const inside = parts.flatMap(part =>
    typeof part === 'string'
      ? []
      : checkExpression(part.expr, { ...env, absentAllowed: true }).diagnostics.map(diagnostic =>
          shifted(diagnostic, part.start),
        ),
  );
  return [...diagnostics, ...inside].toSorted((left, right) => left.start - right.start);
}

/** Checks what a finding points at: a path of names, selections and indexes. What may be absent may be pointed at. */
export function checkPath(expr: Expr, env: CheckEnv): readonly Diagnostic[] {
  const { diagnostics } = checkExpression(expr, { ...env, absentAllowed: true });
  if (isPath(expr)) return diagnostics;
  const { start, end } = expr;
  const message = 'a place is a path: names, selections and indexes';
  return [
    { code: 'not-a-path', severity: 'error', message, start, end, hint: 'such as r.Config.Name' },
    ...diagnostics,
  ];
}
