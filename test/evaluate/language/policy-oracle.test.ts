import { assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';

import { documentValue, lost } from '../../rules/policy-oracle/judge.ts';
import { hasAction, hasResource, textsOf } from '../../rules/policy-oracle/naive.ts';
import type { Statement, Texts } from '../../rules/policy-oracle/naive.ts';
import {
  actions,
  identityStatement,
  resources,
  resourceStatement,
} from '../../rules/policy-oracle/random-policy.ts';
import { evaluateText, plain } from './evaluate-text.ts';

/*
 * What the language says of a statement, held against the documented evaluation of one action and one resource.
 */

const ask = (question: string, statement: object): unknown =>
  plain(evaluateText(`d.statements.map(s, ${question})[0]`, { d: documentValue([statement]) }));

const keys = ['aws:SourceIp', 'aws:PrincipalArn', 'bedrock:GuardrailIdentifier', 'iam:PassedToService'];
const runs = { numRuns: 500, seed: 5 };

test('of actions', () => {
  assert(
    property(identityStatement([]), constantFrom(...actions), (statement, action) => {
      const has = hasAction(statement, action);
      expect(ask(`s.matchesAction('${action}')`, statement)).toBe(has);
      expect(ask(`s.allowsAction('${action}')`, statement)).toBe(has && statement.Effect === 'Allow');
      expect(ask(`s.deniesAction('${action}')`, statement)).toBe(has && statement.Effect === 'Deny');
    }),
    runs,
  );
});

test('of resources', () => {
  assert(
    property(identityStatement([]), constantFrom(...resources), (statement, resource) => {
      expect(ask(`s.coversResource('${resource}')`, statement)).toBe(hasResource(statement, resource));
    }),
    runs,
  );
});

/** Each principal with its type, as they are written. */
const named = (principal: Statement['Principal'] = {}): readonly unknown[] =>
  typeof principal === 'string'
    ? [{ type: principal === '*' ? '*' : 'AWS', value: principal }]
    : Object.entries(principal).flatMap(([type, values]) => textsOf(values).map(value => ({ type, value })));

test('of principals', () => {
  assert(
    property(resourceStatement([]), statement => {
      expect(ask('s.principals', statement)).toEqual(named(statement.Principal));
      expect(ask('has(s.NotPrincipal)', statement)).toBe(statement.NotPrincipal !== undefined);
    }),
    runs,
  );
});

const testsIn = ({ Condition = {} }: Statement): readonly (readonly [string, string, Texts])[] =>
  Object.entries(Condition).flatMap(([operator, block]) =>
    Object.entries(block).map(([key, values]) => [operator, key, values] as const),
  );

test('of conditions', () => {
  assert(
    property(identityStatement(keys), constantFrom(...keys), (statement, key) => {
      const all = testsIn(statement);
      expect(ask('s.conditions', statement)).toEqual(
        all.map(([operator, name, values]) => ({
          operator: operator.replace(/^For\w+:/, '').replace(/IfExists$/, ''),
          qualifier: /^(For\w+):/.exec(operator)?.[1] ?? '',
          ifExists: operator.endsWith('IfExists'),
          key: name,
          lowerKey: name.toLowerCase(),
          values: textsOf(values),
        })),
      );
      expect(ask(`s.hasCondition('${key}')`, statement)).toBe(
        all.some(([, name]) => name.toLowerCase() === key.toLowerCase()),
      );
      const wanted = all.filter(
        ([operator, name]) => `${operator} ${name}`.toLowerCase() === `stringlike ${key}`.toLowerCase(),
      );
      expect(ask(`s.condition('StringLike', '${key}')`, statement)).toEqual(
        wanted.flatMap(([, , values]) => textsOf(values)),
      );
    }),
    runs,
  );
});

/** The statement with one of the texts of its actions or resources as another one. */
function withOther(statement: Statement, which: number, other: unknown): object {
  const name = (['Action', 'NotAction', 'Resource', 'NotResource'] as const).filter(
    one => statement[one] !== undefined,
  );
  const field = name[which % Math.max(1, name.length)];
  if (field === undefined) return statement;
  const texts: unknown[] = [...textsOf(statement[field] ?? [])];
  return { ...statement, [field]: texts.length > 0 ? texts.with(which % texts.length, other) : texts };
}

const questions = [
  ...actions.map(action => `s.allowsAction('${action}')`),
  ...resources.map(resource => `s.coversResource('${resource}')`),
];

test('of a statement of which a part is not known: what is decided stays', () => {
  let decided = 0;
  assert(
    property(
      identityStatement([]),
      nat(),
      constantFrom('*', '?', ...actions, ...resources),
      constantFrom(...questions),
      (statement, which, filling, question) => {
        const said = ask(question, withOther(statement, which, lost));
        if (typeof said !== 'boolean') return;
        decided += 1;
        expect(ask(question, withOther(statement, which, filling))).toBe(said);
      },
    ),
    runs,
  );
  expect(decided).toBeGreaterThan(100);
});
