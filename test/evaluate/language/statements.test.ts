import { describe, expect, it } from 'vitest';

import { absent, known } from '../../../src/model/value.ts';
import type { Value } from '../../../src/model/value.ts';
import { evaluateText, plain } from './evaluate-text.ts';
import {
  S,
  U,
  conditional,
  dictOf,
  listOf,
  openList,
  referenceTo,
  segment,
  textOf,
} from './sample-values.ts';

const words = (...values: readonly string[]): Value => listOf(...values.map(value => known(value)));

function statement(fields: Readonly<Record<string, Value>>): Value {
  return dictOf({
    Effect: known('Allow'),
    Action: known('bedrock:InvokeModel'),
    Resource: known('*'),
    ...fields,
  });
}

const ask = (text: string, s: Value): unknown => plain(evaluateText(text, { s }));

const model = 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0';

describe('statements of a document', () => {
  const one = statement({});
  it.each<[string, Value, unknown]>([
    ['a list', dictOf({ Statement: listOf(one, one) }), 2],
    ['a single statement', dictOf({ Statement: one }), 1],
    [
      'a list with one that is not there',
      dictOf({ Statement: listOf(one, conditional('off', one, absent)) }),
      1,
    ],
    ['an unknown document', U, '<unknown>'],
    ['an unknown statement', dictOf({ Statement: U }), '<unknown>'],
    ['an open list', dictOf({ Statement: openList(one) }), '<unknown>'],
    ['an open document', { kind: 'dict', entries: new Map(), rest: U }, '<unknown>'],
    ['no statement at all', dictOf({ Version: known('2012-10-17') }), '<failure>'],
    ['a document nobody parsed', known('{"Statement":[]}'), '<failure>'],
    ['a document with a hole', textOf('{"Statement":', S), '<unknown>'],
  ])('%s', (_name, document, expected) => {
    expect(plain(evaluateText('size(d.statements)', { d: document }))).toEqual(expected);
  });
});

const virtualFields: readonly [name: string, text: string, s: Value, expected: unknown][] = [
  ['one action', 's.actions', statement({}), ['bedrock:InvokeModel']],
  ['many actions', 's.actions', statement({ Action: words('a:B', 'c:D') }), ['a:B', 'c:D']],
  ['no actions', 's.actions', dictOf({ Effect: known('Allow'), NotAction: known('a:B') }), []],
  [
    'actions that are not',
    's.notActions',
    dictOf({ Effect: known('Allow'), NotAction: known('a:B') }),
    ['a:B'],
  ],
  ['an unknown action', 's.actions', statement({ Action: U }), '<unknown>'],
  [
    'a reference as resource',
    's.resources',
    statement({ Resource: referenceTo('f#B', 'Arn') }),
    ['<reference>'],
  ],
  ['everybody', 's.principals', statement({ Principal: known('*') }), [{ type: '*', value: '*' }]],
  [
    'every AWS principal',
    's.principals',
    statement({ Principal: dictOf({ AWS: known('*') }) }),
    [{ type: 'AWS', value: '*' }],
  ],
  [
    'principals of two kinds',
    's.principals',
    statement({ Principal: dictOf({ AWS: words('1', '2'), Service: known('x.amazonaws.com') }) }),
    [
      { type: 'AWS', value: '1' },
      { type: 'AWS', value: '2' },
      { type: 'Service', value: 'x.amazonaws.com' },
    ],
  ],
  ['an unknown principal', 's.principals', statement({ Principal: U }), '<unknown>'],
  [
    'one unknown AWS principal',
    's.principals',
    statement({ Principal: dictOf({ AWS: S, Service: known('x') }) }),
    [{ type: 'Service', value: 'x' }, '…'],
  ],
  [
    'a list with an unknown',
    's.principals',
    statement({ Principal: dictOf({ AWS: listOf(S) }) }),
    [{ type: 'AWS', value: '<unknown>' }],
  ],
  ['no principal', 's.principals', statement({}), []],
  [
    'conditions',
    's.conditions',
    statement({
      Condition: dictOf({ 'ForAllValues:StringLikeIfExists': dictOf({ 'aws:SourceArn': known('x') }) }),
    }),
    [
      {
        operator: 'StringLike',
        qualifier: 'ForAllValues',
        ifExists: true,
        key: 'aws:SourceArn',
        lowerKey: 'aws:sourcearn',
        values: ['x'],
      },
    ],
  ],
  ['no conditions', 's.conditions', statement({}), []],
  ['unknown conditions', 's.conditions', statement({ Condition: U }), '<unknown>'],
  ['an unknown block', 's.conditions', statement({ Condition: dictOf({ StringEquals: S }) }), ['…']],
  ['has', '[has(s.conditions), has(s.actions), has(s.notActions)]', statement({}), [false, true, false]],
  ['only of statements', 's.actions', dictOf({ Action: known('x') }), '<failure>'],
];

describe('virtual fields', () => {
  it.each(virtualFields)('%s', (_name, text, s, expected) => {
    expect(ask(text, s)).toEqual(expected);
  });
});

describe('actions', () => {
  const invoke = "s.allowsAction('bedrock:InvokeModel')";
  it.each<[string, Value, unknown]>([
    [invoke, statement({}), true],
    [invoke, statement({ Action: known('BEDROCK:invokemodel') }), true],
    [invoke, statement({ Action: known('bedrock:*') }), true],
    [invoke, statement({ Action: known('*') }), true],
    [invoke, statement({ Action: known('bedrock:Invoke*') }), true],
    [invoke, statement({ Action: known('bedrock:Invoke?odel') }), true],
    [invoke, statement({ Action: known('bedrock:Get*') }), false],
    [invoke, statement({ Action: words('s3:*', 'bedrock:InvokeModel') }), true],
    [invoke, statement({ Effect: known('Deny') }), false],
    [invoke, statement({ Effect: S }), '<unknown>'],
    [invoke, statement({ Effect: S, Action: known('s3:*') }), false],
    [invoke, statement({ Action: U }), '<unknown>'],
    [invoke, statement({ Action: listOf(U, known('bedrock:*')) }), true],
    [invoke, statement({ Action: openList(known('s3:*')) }), '<unknown>'],
    [invoke, statement({ Action: openList(known('bedrock:*')) }), true],
    [invoke, statement({ Action: textOf('s3:', S) }), false],
    [invoke, statement({ Action: textOf('bedrock:', S) }), '<unknown>'],
    [invoke, dictOf({ Effect: known('Allow'), NotAction: known('iam:*') }), true],
    [invoke, dictOf({ Effect: known('Allow'), NotAction: known('bedrock:*') }), false],
    [invoke, dictOf({ Effect: known('Allow'), NotAction: openList(known('iam:*')) }), '<unknown>'],
    [invoke, dictOf({ Effect: known('Allow') }), '<unknown>'],
    ["s.deniesAction('bedrock:InvokeModel')", statement({ Effect: known('Deny') }), true],
    ["s.deniesAction('bedrock:InvokeModel')", statement({}), false],
    ["s.matchesAction('bedrock:InvokeModel')", statement({ Effect: S }), true],
  ])('%s', (text, s, expected) => {
    expect(ask(text, s)).toEqual(expected);
  });
});

const covers = (arn: string): string => `s.coversResource('${arn}')`;

describe('resources', () => {
  const any = 'arn:*:bedrock:*::foundation-model/*';
  it.each<[string, Value, unknown]>([
    [covers(model), statement({}), true],
    [covers(model), statement({ Resource: known(model) }), true],
    [covers(model), statement({ Resource: known('arn:aws:bedrock:*::foundation-model/*') }), true],
    [covers(model), statement({ Resource: known('arn:aws:s3:::*') }), false],
    [covers(any), statement({ Resource: known(model) }), true],
    [covers(any), statement({ Resource: known('arn:aws:s3:::*') }), false],
    [covers(any), statement({ Resource: known('*/amazon.*') }), true],
    [covers(any), statement({ Resource: known('arn:*:?') }), true],
    [covers(model), statement({ Resource: known('arn:*:quicksight:*') }), false],
    // A star goes beyond colons; that a model is called `x:quicksight:x` does not happen.
    [covers(any), statement({ Resource: textOf('arn:*:quicksight:', segment, ':1:dataset/*') }), false],
    [covers('arn:*:iam::*:role/x'), statement({ Resource: known('*/agents/*') }), false],
    [
      covers(any),
      statement({ Resource: textOf('arn:', segment, ':bedrock:', segment, '::foundation-model/x') }),
      true,
    ],
    [
      covers(model),
      statement({ Resource: textOf('arn:aws:bedrock:', segment, '::foundation-model/amazon.*') }),
      '<unknown>',
    ],
    [
      covers(model),
      statement({ Resource: textOf('arn:aws:bedrock:', segment, '::foundation-model/other') }),
      false,
    ],
    [covers(model), statement({ Resource: referenceTo('f#X', 'Arn') }), '<unknown>'],
    [covers(model), statement({ Resource: listOf(referenceTo('f#X', 'Arn'), known('*')) }), true],
    [covers(model), dictOf({ Effect: known('Allow'), NotResource: known('arn:aws:s3:::*') }), true],
    [covers(model), dictOf({ Effect: known('Allow'), NotResource: known('*') }), false],
    [covers(any), dictOf({ Effect: known('Allow'), NotResource: known(model) }), true],
    [covers(any), dictOf({ Effect: known('Allow'), NotResource: known('arn:*') }), false],
    [covers(model), dictOf({ Effect: known('Allow') }), '<unknown>'],
  ])('%s', (text, s, expected) => {
    expect(ask(text, s)).toEqual(expected);
  });
});

describe('conditions', () => {
  const s = statement({
    Condition: dictOf({
      StringEquals: dictOf({ 'aws:SourceAccount': words('1', '2'), 'AWS:sourceOrgID': known('o-1') }),
      'ForAnyValue:StringLike': dictOf({ 'aws:PrincipalOrgPaths': known('o-1/*') }),
      Null: S,
    }),
  });
  it.each<[string, unknown]>([
    ["s.condition('StringEquals', 'aws:sourceaccount')", ['1', '2', '…']],
    ["s.condition('stringequals', 'aws:SourceOrgID')", ['o-1', '…']],
    ["s.condition('StringEqualsIfExists', 'aws:SourceAccount')", ['…']],
    ["s.condition('ForAnyValue:StringLike', 'aws:principalorgpaths')", ['o-1/*', '…']],
    ["s.condition('StringLike', 'aws:principalorgpaths')", ['…']],
    ["s.hasCondition('aws:SOURCEACCOUNT')", true],
    ["s.hasCondition('aws:SourceArn')", '<unknown>'],
  ])('%s', (text, expected) => {
    expect(ask(text, s)).toEqual(expected);
  });

  it('is sure of what is not there when everything is in view', () => {
    expect(ask("s.hasCondition('aws:SourceArn')", statement({}))).toBe(false);
    expect(ask("s.condition('StringEquals', 'x')", statement({}))).toEqual([]);
  });
});
