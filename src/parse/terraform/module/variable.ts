import type { Span } from '../../../model/source.ts';
import type { Link } from '../../../model/value.ts';
import type { Expression } from '../../../syntax/hcl/ast.ts';
import type { Scope } from '../expressions/scope.ts';
import { attributeAt, type Item, type ItemAttribute } from '../source/item.ts';
import { convert } from '../terms/convert.ts';
import { move, secret } from '../terms/move.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, isNull, type Term } from '../terms/term.ts';
import { any, type Type } from '../terms/type.ts';
import { lost } from '../terms/unknown.ts';
import { allowedValues } from './allowed-values.ts';
import { typeConstraint } from './type-constraint.ts';

/** A value that somebody passes to a variable, and how it came there. */
export interface Passed {
  readonly term: Term;
  readonly link: Link;
}

export interface VariableFrame {
  readonly name: string;
  readonly item: Item;
  readonly passed: Passed | undefined;
  /** A scope without names: defaults and types refer to nothing. */
  readonly empty: (at: Span) => Scope;
  /** Identity of the variable in a run: a choice between its values has it, too. */
  readonly key: string;
  /** Why there is no value when none is passed. */
  readonly missing: string;
}

/** The value of a variable in one module instance. */
export function variableValue(frame: VariableFrame): Term {
  const type = typeOfVariable(frame);
  const value = converted(given(frame), type, frame);
  return flag(frame, 'sensitive') ? secret(value) : value;
}

function typeOfVariable({ item, empty }: VariableFrame): Type {
  const declared = item.attributes.get('type');
  if (!declared) return any;
  const scope = empty(attributeAt(declared));
  return typeConstraint(declared.attribute.value, expression => scope.machine.evaluate(expression, scope));
}

function converted(term: Term, type: Type, { name, item }: VariableFrame): Term {
  try {
    return convert(term, type, item.at);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    throw new EvaluationError(`variable ${name}: ${error.message}`, term.at ?? item.at);
  }
}

/** What is passed; without it, and for null where null is not taken, the default. */
function given(frame: VariableFrame): Term {
  const { passed, item } = frame;
  const byDefault = item.attributes.get('default');
  if (!passed) return byDefault ? defaultOf(frame, byDefault) : undecided(frame);
  const term = move(passed.term, passed.term.at ?? item.at, passed.link);
  if (!byDefault || !isFalse(item.attributes.get('nullable')?.attribute.value)) return term;
  return spread([term], item.at, ([plain = term]) => (isNull(plain) ? defaultOf(frame, byDefault) : plain));
}

function defaultOf({ name, empty }: VariableFrame, byDefault: ItemAttribute): Term {
  const at = attributeAt(byDefault);
  const scope = empty(at);
  const term = scope.machine.evaluate(byDefault.attribute.value, scope);
  return move(term, at, { what: `default of variable ${name}`, at });
}

/** Nobody says a value: what the validations allow, and true or false, are all that it can be. */
function undecided(frame: VariableFrame): Term {
  const { name, item, key, missing } = frame;
  const because: Link = { what: missing, at: item.at };
  const options = allowedValues(frame) ?? truths(item);
  if (!options) return { ...lost(missing, item.at), one: key };
  return {
    kind: 'one-of',
    choice: key,
    options: options.map(value => ({
      kind: 'known',
      value,
      at: item.at,
      via: [{ what: `one value of variable ${name}`, at: item.at }],
    })),
    because,
    at: item.at,
  };
}

function truths({ attributes }: Item): readonly (boolean | null)[] | undefined {
  const type = attributes.get('type')?.attribute.value;
  if (type?.kind !== 'variable' || type.name !== 'bool') return undefined;
  return isFalse(attributes.get('nullable')?.attribute.value) ? [true, false] : [true, false, null];
}

const flag = ({ item }: VariableFrame, name: string): boolean => {
  const value = item.attributes.get(name)?.attribute.value;
  return value?.kind === 'literal' && value.value === true;
};

const isFalse = (value: Expression | undefined): boolean =>
  value?.kind === 'literal' && value.value === false;
