import { spend } from '../budget.ts';
import { equals } from '../equal.ts';
import type { Truth } from '../equal.ts';
import { elementsOf, force, read } from '../force.ts';
import { statementType } from '../policy-types.ts';
import type { DictOperand, Frame, ListOperand, Operand } from '../runtime.ts';
import { readVirtual } from '../statements.ts';
import { globCovers, globMatches, globMeetsArns, lowerChars } from '../text-match.ts';
import type { Chars } from '../text-pattern.ts';
import { allTrue, anyTrue, not } from '../truth.ts';
import { bool, listOf, text } from '../type.ts';
import { failure, isComposite, malformed, opaque, unknownOfText } from '../unknowns.ts';
import type { Builtin } from './builtin.ts';
import { asDict, asList, charsOf, refuse } from './operands.ts';

/*
 * Questions to a statement. Actions have no letter case; an action of the question is one action, not a pattern.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */

type Ask = (pattern: Chars) => boolean | undefined;

/** `s.matchesAction(a)`: Action has it, or NotAction leaves it over; the effect does not matter. */
function matchesAction(statement: DictOperand, action: Chars, frame: Frame): Truth {
  const asked = lowerChars(action);
  const ask: Ask = pattern => globMatches(lowerChars(pattern), asked);
  return eitherField(statement, ['actions', 'notActions'], { ask, askNot: ask }, frame);
}

function withEffect(effect: string) {
  return (statement: DictOperand, action: Chars, frame: Frame): Truth => {
    const stated = read(statement, 'Effect', frame);
    const fits =
      stated === undefined ? failure('the statement has no Effect') : equals(stated, effect, frame);
    return allTrue([fits, matchesAction(statement, action, frame)]);
  };
}

/**
 * `s.coversResource(a)`: a pattern of Resource matches the ARN, or one of those that it stands for when it has wildcards;
 * or NotResource does not take all of them away.
 */
function coversResource(statement: DictOperand, arn: Chars, frame: Frame): Truth {
  const ask: Ask = pattern => globMeetsArns(pattern, arn);
  const askNot: Ask = pattern => globCovers(pattern, arn);
  return eitherField(statement, ['resources', 'notResources'], { ask, askNot }, frame);
}

/** One of a pair of fields such as Action and NotAction, of which a statement has one. */
function eitherField(
  statement: DictOperand,
  [field, opposite]: readonly ['actions', 'notActions'] | readonly ['resources', 'notResources'],
  { ask, askNot }: { readonly ask: Ask; readonly askNot: Ask },
  frame: Frame,
): Truth {
  const listed = listedIn(statement, field, frame);
  if (listed) return matchesOne(listed, ask, frame);
  const excluded = listedIn(statement, opposite, frame);
  if (excluded) return not(matchesOne(excluded, askNot, frame));
  return statement.entries.has('Effect') ? malformed(without[field]) : failure('not a statement');
}

const without = {
  actions: 'the statement has no Action and no NotAction',
  resources: 'the statement has no Resource and no NotResource',
} as const;

/** The list of a virtual field; nothing when the statement certainly has no such field. */
function listedIn(statement: DictOperand, field: string, frame: Frame): Operand | undefined {
  const listed = readVirtual(statement, field, frame);
  if (listed === undefined) return undefined;
  const list = asList(listed);
  return list && list.items.length === 0 && !list.rest ? undefined : listed;
}

function matchesOne(listed: Operand, ask: Ask, frame: Frame): Truth {
  const list = asList(listed);
  if (!list) return opaque(listed) ?? malformed('this is not a list of patterns');
  const answers = elementsOf(list, frame).map(element => {
    spend(frame);
    return patternAnswer(force(element, frame), ask);
  });
  return anyTrue(list.rest ? [...answers, list.rest] : answers);
}

function patternAnswer(pattern: Operand | undefined, ask: Ask): Truth {
  const chars = charsOf(pattern);
  if (chars === undefined)
    return (pattern === undefined ? undefined : opaque(pattern)) ?? malformed('this is not a pattern');
  const decided = ask(chars);
  if (decided !== undefined) return decided;
  return typeof chars === 'string' ? failure('the pattern is too long') : unknownOfText(chars);
}

function question(name: string, ask: (statement: DictOperand, asked: Chars, frame: Frame) => Truth): Builtin {
  return {
    name,
    style: 'method',
    takes: [[statementType], [text]],
    gives: bool,
    texts: true,
    run: ([subject, asked], frame) => {
      const statement = asDict(subject);
      const chars = charsOf(asked);
      if (!statement || chars === undefined) return refuse(name, 'a statement and a string', subject, asked);
      return ask(statement, chars, frame);
    },
  };
}

/**
 * `s.condition('StringEquals', 'aws:SourceAccount')`: the values under exactly this operator, with its qualifier and
 * `IfExists` where it has them, and this key; letter case does not matter. Empty when there are none.
 */
function condition([subject, operator, key]: readonly Operand[], frame: Frame): Operand {
  const statement = asDict(subject);
  if (!statement || typeof operator !== 'string' || typeof key !== 'string')
    return refuse('condition', 'a statement and two strings', subject, operator, key);
  return valuesWhere(
    statement,
    frame,
    one => fullOperator(one, frame) === operator.toLowerCase() && lowerKey(one, frame) === key.toLowerCase(),
  );
}

function fullOperator(one: DictOperand, frame: Frame): string {
  const qualifier = read(one, 'qualifier', frame);
  const suffix = read(one, 'ifExists', frame) === true ? 'IfExists' : '';
  const prefix = qualifier === '' ? '' : `${asText(qualifier)}:`;
  return `${prefix}${asText(read(one, 'operator', frame))}${suffix}`.toLowerCase();
}

const lowerKey = (one: DictOperand, frame: Frame): string => asText(read(one, 'lowerKey', frame));

const asText = (operand: Operand | undefined): string => (typeof operand === 'string' ? operand : '');

function valuesWhere(statement: DictOperand, frame: Frame, wanted: (one: DictOperand) => boolean): Operand {
  const conditions = conditionsOf(statement, frame);
  if (!isComposite(conditions) || conditions.kind !== 'list') return conditions;
  const items: ListOperand['items'][number][] = [];
  let { rest } = conditions;
  for (const element of conditions.items) {
    const one = asDict(force(element, frame));
    const values = one && wanted(one) ? asList(read(one, 'values', frame)) : undefined;
    if (!values) continue;
    spend(frame, values.items.length);
    items.push(...values.items);
    rest ??= values.rest;
  }
  return rest ? { kind: 'list', items, rest } : { kind: 'list', items };
}

function conditionsOf(statement: DictOperand, frame: Frame): Operand {
  return readVirtual(statement, 'conditions', frame) ?? failure('not a statement');
}

/** `s.hasCondition('aws:SourceAccount')`: some operator tests this key; letter case does not matter. */
function hasCondition([subject, key]: readonly Operand[], frame: Frame): Operand {
  const statement = asDict(subject);
  if (!statement || typeof key !== 'string')
    return refuse('hasCondition', 'a statement and a string', subject, key);
  const conditions = conditionsOf(statement, frame);
  const list = asList(conditions);
  if (!list) return conditions;
  const found = list.items.some(element => {
    const one = asDict(force(element, frame));
    return one !== undefined && lowerKey(one, frame) === key.toLowerCase();
  });
  return found || (list.rest ?? false);
}

/** Methods of the statements of a policy document. */
export const policyFunctions: readonly Builtin[] = [
  question('matchesAction', matchesAction),
  question('allowsAction', withEffect('Allow')),
  question('deniesAction', withEffect('Deny')),
  question('coversResource', coversResource),
  {
    name: 'condition',
    style: 'method',
    takes: [[statementType], [text], [text]],
    gives: listOf(text),
    run: condition,
  },
  { name: 'hasCondition', style: 'method', takes: [[statementType], [text]], gives: bool, run: hasCondition },
];
