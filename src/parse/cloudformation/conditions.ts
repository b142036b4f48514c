import type { Span } from '../../model/source.ts';
import type { Condition, Value } from '../../model/value.ts';
import type { Node } from '../../syntax/node.ts';
import { spanOf } from '../../syntax/span.ts';
import { equality } from './equality.ts';
import { argumentsOf, valueOf } from './functions/arguments.ts';
import { callOf, conditionCallOf, type Call } from './intrinsic.ts';
import { and, constant, not, or, picks } from './logic.ts';
import { textOf, writtenAs } from './loops.ts';
import type { Scope } from './scope.ts';
import { malformed } from './trouble.ts';

/** The truth of a condition: of one that is declared, or of what stands among the operands of another. */
export function evaluate(node: Node, scope: Scope): Condition {
  const { budget } = scope.instance.run;
  if (budget.depth <= 0) return undecided(node, scope, 'the condition is nested too deeply');
  budget.depth -= 1;
  const call = conditionCallOf(node);
  const condition = call ? called(call, node, scope) : plain(node, scope);
  budget.depth += 1;
  return condition;
}

function called({ name, argument }: Call, node: Node, scope: Scope): Condition {
  const operands = argumentsOf(argument);
  switch (name) {
    case 'Condition':
      return named(argument, node, scope);
    case 'Fn::And':
      return and(operands.map(operand => evaluate(operand, scope)));
    case 'Fn::Or':
      return or(operands.map(operand => evaluate(operand, scope)));
    case 'Fn::Not':
      return operands[0]
        ? not(evaluate(operands[0], scope))
        : refused(node, scope, 'Fn::Not needs a condition');
    case 'Fn::Equals':
      return equals(operands, node, scope);
    default:
      return undecided(node, scope, `${name} is not followed in conditions`);
  }
}

function named(argument: Node, node: Node, scope: Scope): Condition {
  const name = textOf(argument, scope);
  const condition = name === undefined ? undefined : scope.instance.condition(name);
  if (condition) return condition;
  if (scope.instance.openings().length > 0)
    return undecided(node, scope, `the condition ${name ?? ''} is not in view`);
  return refused(node, scope, `the template has no condition ${name ?? 'of that name'}`);
}

/** What language extensions and macros leave behind: a plain truth. */
function plain(node: Node, scope: Scope): Condition {
  const text = textOf(node, scope);
  if (text === 'true' || text === 'false') return constant(text === 'true');
  return refused(node, scope, 'a condition needs one of Fn::And, Fn::Or, Fn::Not, Fn::Equals and Condition');
}

function equals([left, right, ...others]: readonly Node[], node: Node, scope: Scope): Condition {
  if (!left || !right || others.length > 0) return refused(node, scope, 'Fn::Equals needs two values');
  const values = [valueOf(left, scope), valueOf(right, scope)] as const;
  return (
    byCase(left, values[1], scope) ??
    byCase(right, values[0], scope) ??
    equality(...values, opening(node, scope))
  );
}

/** A parameter is one of the literals that it is compared with, or something else: never two of them. */
function byCase(node: Node, other: Value, scope: Scope): Condition | undefined {
  const call = callOf(node);
  const name = call?.name === 'Ref' ? textOf(call.argument, scope) : undefined;
  if (name === undefined || other.kind !== 'known') return undefined;
  const cases = scope.instance.cases(name);
  if (!cases?.includes(String(other.value))) return undefined;
  const choice = { choice: scope.instance.prefix + name, because: { what: name, at: placeOf(node, scope) } };
  return picks(choice, [...cases.map(text => text === String(other.value)), false]);
}

function refused(node: Node, scope: Scope, message: string): Condition {
  malformed(scope, placeOf(node, scope), message);
  return undecided(node, scope, message);
}

const undecided = (node: Node, scope: Scope, what: string): Condition => ({
  kind: 'open',
  ...opening(node, scope),
  because: { what, at: placeOf(node, scope) },
});

/** Written the same way it is the same condition. */
function opening(node: Node, scope: Scope) {
  const identity = writtenAs(node, scope);
  const what = identity.length > 80 ? `${identity.slice(0, 79)}…` : identity;
  return {
    choice: `${scope.instance.prefix}Conditions[${identity}]`,
    because: { what, at: placeOf(node, scope) },
  };
}

const placeOf = (node: Node, { file }: Scope): Span => spanOf(file, node);
