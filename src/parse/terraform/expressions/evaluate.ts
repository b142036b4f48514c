import type { Unknown } from '../../../model/value.ts';
import type { Literal, ObjectLiteral, Expression } from '../../../syntax/hcl/ast.ts';
import { move } from '../terms/move.ts';
import { maximumSize, sizeOf } from '../terms/size.ts';
import { EvaluationError, isNull, object, tuple, type DictTerm, type Term } from '../terms/term.ts';
import { concat } from '../terms/text.ts';
import { lost, lostIn } from '../terms/unknown.ts';
import { call } from './call.ts';
import { comprehension } from './comprehension.ts';
import { binary, conditional, unary } from './operators.ts';
import { spanOf, type Scope } from './scope.ts';
import { template } from './template.ts';
import { splat, traverse, variable } from './traversal.ts';

/** The value of an expression, as far as it is known; throws an `EvaluationError` where Terraform would refuse it. */
export function evaluate(expression: Expression, scope: Scope): Term {
  const { budget } = scope.machine;
  if (budget.depth <= 0) return lost('expressions are nested too deeply', spanOf(scope, expression));
  if (budget.steps <= 0) return tooMuch(expression, scope);
  budget.depth -= 1;
  budget.steps -= 1;
  try {
    const term = valueOf(expression, scope);
    const size = sizeOf(term);
    budget.steps -= size - 1;
    return size > maximumSize ? lost('a value with too much in it', spanOf(scope, expression)) : term;
  } finally {
    budget.depth += 1;
  }
}

/** Nobody writes a configuration that takes so much: the run must not look as if it had been read. */
function tooMuch(expression: Expression, scope: Scope): Term {
  scope.machine.report({
    cause: 'timeout',
    message: 'There is too much to work out in this configuration.',
    path: scope.file.path,
    effect: 'The values that were left are unknown.',
    fatal: true,
  });
  return lost('there is too much to work out', spanOf(scope, expression));
}

function valueOf(expression: Expression, scope: Scope): Term {
  switch (expression.kind) {
    case 'literal':
      return literal(expression, scope);
    case 'template':
      return template(expression, scope);
    case 'variable':
      return move(variable(expression, scope), spanOf(scope, expression));
    case 'attr':
    case 'index':
      return traverse(expression, scope);
    case 'splat':
      return splat(expression, scope);
    case 'parentheses':
      return evaluate(expression.of, scope);
    case 'tuple':
      return tuple(
        expression.items.map(item => evaluate(item, scope)),
        spanOf(scope, expression),
      );
    case 'object':
      return dict(expression, scope);
    default:
      return operation(expression, scope);
  }
}

function operation(
  expression: Extract<Expression, { kind: 'call' | 'unary' | 'binary' | 'conditional' | 'for' }>,
  scope: Scope,
): Term {
  switch (expression.kind) {
    case 'call':
      return call(expression, scope);
    case 'unary':
      return unary(expression, scope);
    case 'binary':
      return binary(expression, scope);
    case 'conditional':
      return conditional(expression, scope);
    case 'for':
      return comprehension(expression, scope);
  }
}

const literal = (expression: Literal, scope: Scope): Term => ({
  kind: 'known',
  value: expression.value,
  at: spanOf(scope, expression),
});

/** An entry points from its key to the end of its value. A key that is not known leaves the object open. */
function dict({ items, ...place }: ObjectLiteral, scope: Scope): DictTerm {
  const entries = new Map<string, Term>();
  const at = spanOf(scope, place);
  let rest: DictTerm['rest'];
  for (const item of items) {
    const key = keyOf(item.key, scope);
    const whole = spanOf(scope, { start: item.key.start, end: item.value.end });
    const value = evaluate(item.value, scope);
    if (typeof key === 'string') entries.set(key, { ...value, at: whole });
    else {
      rest = lostIn('a key', key, whole);
      hideTwins(entries, key, rest);
    }
  }
  return { ...object(entries, at), ...(rest && { rest }) };
}

/** Of two entries with one key the later one counts: what stands before a key that is not known may be replaced by it. */
function hideTwins(entries: Map<string, Term>, key: Term, because: Unknown): void {
  for (const [name, { at }] of entries)
    if (mayBe(key, name)) entries.set(name, { ...because, ...(at && { at }) });
}

function mayBe(key: Term, name: string): boolean {
  if (key.kind !== 'text') return true;
  const [first, last] = [key.parts[0], key.parts.at(-1)];
  return (
    !(typeof first === 'string' && !name.startsWith(first)) &&
    !(typeof last === 'string' && !name.endsWith(last))
  );
}

function keyOf(expression: Expression, scope: Scope): string | Term {
  const at = spanOf(scope, expression);
  const key = evaluate(expression, scope);
  if (isNull(key)) throw new EvaluationError('a key is null', at);
  const text = concat([key], at);
  return text.kind === 'known' ? String(text.value) : text;
}
