import type { Span } from '../../../model/source.ts';
import type { Binary, BinaryOperator, Conditional, Expression, Unary } from '../../../syntax/hcl/ast.ts';
import { number, plainOf, truth } from '../functions/plain.ts';
import { convert } from '../terms/convert.ts';
import { rounded } from '../terms/number.ts';
import { noteRefusal } from '../terms/refusals.ts';
import { identical, same } from '../terms/same.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, isNull, type Term } from '../terms/term.ts';
import { typeOf, unify } from '../terms/type.ts';
import { holeIn, lostIn } from '../terms/unknown.ts';
import { spanOf, type Scope } from './scope.ts';

export function unary({ operator, of, ...place }: Unary, scope: Scope): Term {
  const at = spanOf(scope, place);
  return spread([scope.machine.evaluate(of, scope)], at, ([term]) => {
    if (!term || holeIn(term)) return lostIn(operator, term ?? nothing, at);
    const plain = plainOf(term);
    return result(operator === '!' ? !truth(plain) : -number(plain), [term], at);
  });
}

const nothing: Term = { kind: 'known', value: null };

export function binary({ operator, left, right, ...place }: Binary, scope: Scope): Term {
  const at = spanOf(scope, place);
  const one = scope.machine.evaluate(left, scope);
  if (operator === '&&' || operator === '||') {
    return spread([one], at, ([plain = one]) => logic(operator, plain, right, { scope, at }));
  }
  const other = scope.machine.evaluate(right, scope);
  return spread([one, other], at, ([plain = one, second = other]) => operated(operator, plain, second, at));
}

interface Place {
  readonly scope: Scope;
  readonly at: Span;
}

/** The right side matters only when the left one does not decide. */
function logic(operator: '&&' | '||', left: Term, right: Expression, { scope, at }: Place): Term {
  const decides = operator === '||';
  const first = truthOf(left);
  if (first === decides) return result(decides, [left], at);
  return spread([scope.machine.evaluate(right, scope)], at, ([plain = nothing]) => {
    const second = truthOf(plain);
    if (first !== undefined && second !== undefined) return result(second, [left, plain], at);
    if (second === decides) return result(decides, [plain], at);
    return lostIn(operator, first === undefined ? left : plain, at);
  });
}

const truthOf = (term: Term): boolean | undefined => (holeIn(term) ? undefined : truth(plainOf(term)));

function operated(operator: BinaryOperator, left: Term, right: Term, at: Span): Term {
  if (operator === '==' || operator === '!=') return compared(operator, left, right, at);
  const open = [left, right].find(term => holeIn(term) !== undefined);
  if (open) return lostIn(operator, open, at);
  const value = calculate(operator, number(plainOf(left)), number(plainOf(right)));
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new EvaluationError('a division by zero', at);
  return result(value, [left, right], at);
}

function compared(operator: '==' | '!=', left: Term, right: Term, at: Span): Term {
  const equal = same(opened(left), opened(right));
  if (equal === undefined) return lostIn(operator, holeIn(left) ? left : right, at);
  return result(equal === (operator === '=='), [left, right], at);
}

/** A resource or module is an object; it is never null. */
const opened = (term: Term): Term => (term.kind === 'lazy' ? term.whole() : term);

function calculate(operator: BinaryOperator, left: number, right: number): number | boolean {
  switch (operator) {
    case '+':
      return rounded(left + right);
    case '-':
      return rounded(left - right);
    case '*':
      return rounded(left * right);
    case '/':
      return rounded(left / right);
    case '%':
      // Terraform gives what is divided here.
      return right === 0 ? left : rounded(left % right);
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}

/** What decided the operands decided the result. */
function result(value: number | boolean, from: readonly Term[], at: Span): Term {
  const known = from.filter(term => term.kind === 'known');
  const via = known.flatMap(term => term.via ?? []);
  const sensitive = known.some(term => term.sensitive);
  return { kind: 'known', value, at, ...(via.length > 0 && { via }), ...(sensitive && { sensitive: true }) };
}

export function conditional({ condition, then, otherwise, ...place }: Conditional, scope: Scope): Term {
  const at = spanOf(scope, place);
  const arms: Arms = { then, otherwise, scope, at };
  return spread([scope.machine.evaluate(condition, scope)], at, ([term = nothing]) => {
    const decided = isNull(term) ? noTruth(at) : truthOf(term);
    return decided === undefined ? bothArms(term, arms) : oneArm(decided, arms);
  });
}

function noTruth(at: Span): never {
  throw new EvaluationError('the condition is null', at);
}

interface Arms extends Place {
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** The arm that counts, brought to the type that both arms have. */
function oneArm(decided: boolean, { then, otherwise, scope, at }: Arms): Term {
  const arm = scope.machine.evaluate(decided ? then : otherwise, scope);
  if (arm.kind === 'known' && (arm.value === null || typeof arm.value === 'string')) return arm;
  const other = quietly(() => scope.machine.evaluate(decided ? otherwise : then, scope));
  return other ? alike(arm, other, at) : arm;
}

function quietly(work: () => Term): Term | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

function alike(arm: Term, other: Term, at: Span): Term {
  if (isNull(other) || isNull(arm)) return arm;
  const type = unify([typeOf(arm), typeOf(other)]);
  if (!type || type.kind === 'any') return arm;
  return quietly(() => convert(arm, type, at)) ?? arm;
}

/** An arm that Terraform would refuse is never deployed: the other one stands for both. */
function bothArms(condition: Term, { then, otherwise, scope, at }: Arms): Term {
  const yes = quietly(() => scope.machine.evaluate(then, scope));
  const no = quietly(() => scope.machine.evaluate(otherwise, scope));
  if (!yes && !no) return scope.machine.evaluate(then, scope);
  if (!yes || !no) {
    noteRefusal();
    return yes ?? no ?? nothing;
  }
  if (identical(yes, no)) return yes;
  const why = lostIn('a condition that is not known', condition, at);
  const [, because = { what: 'a condition that is not known', at }] = why.chain;
  return {
    kind: 'conditional',
    condition: scope.machine.open(because),
    then: alike(yes, no, at),
    otherwise: alike(no, yes, at),
    at,
  };
}
