import { array, constant, constantFrom, nat, oneof, record, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';

import type { Statement, Texts } from './naive.ts';

const own = '111122223333';
const partner = '444455556666';

/** A text as it is, with wildcards in it, or in other letters. */
function patterned(text: string): Arbitrary<string> {
  const place = nat(text.length);
  return oneof(
    { weight: 3, arbitrary: constant(text) },
    tuple(place, place).map(([a, b]) => `${text.slice(0, Math.min(a, b))}*${text.slice(Math.max(a, b))}`),
    place.map(at => `${text.slice(0, at)}*`),
    place.map(at => `${text.slice(0, at)}?${text.slice(at + 1)}`),
  );
}

const oneOrMany = (one: Arbitrary<string>): Arbitrary<Texts> =>
  oneof(one, array(one, { minLength: 1, maxLength: 3 }));

export const actions = [
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:GetGuardrail',
  'iam:PassRole',
  'kms:Decrypt',
  's3:GetObject',
] as const;

const anyCase = (text: Arbitrary<string>): Arbitrary<string> =>
  tuple(text, nat(3)).map(([one, how]) => [one, one, one.toLowerCase(), one.toUpperCase()][how] ?? one);

const action = anyCase(oneof(constant('*'), constantFrom(...actions).chain(patterned)));

export const approved = 'amazon.nova-lite-v1:0';
export const resources = [
  `arn:aws:bedrock:eu-central-1::foundation-model/${approved}`,
  `arn:aws:bedrock:us-east-1::foundation-model/${approved}`,
  'arn:aws:bedrock:eu-central-1::foundation-model/meta.llama3-8b-instruct-v1:0',
  `arn:aws:bedrock:eu-central-1:${own}:guardrail/g1`,
  `arn:aws:iam::${own}:role/app`,
  `arn:aws:iam::${own}:role/team/xq`,
  'arn:aws:s3:::documents/a',
] as const;

const resource = oneof(constant('*'), constantFrom(...resources).chain(patterned));

const values: Readonly<Record<string, readonly string[]>> = {
  'aws:PrincipalOrgID': ['o-abcdefgh', 'o-*', 'o-ab*', 'o-abcdefg?'],
  'aws:PrincipalOrgPaths': ['o-abcdefgh/*', 'o-*/r-1/*', 'o-abcdefgh/r-1/ou-1/'],
  'aws:PrincipalAccount': [own, partner, '*', '1111*', '????????????'],
  'kms:CallerAccount': [own, '*', '1?1122223333'],
  'aws:PrincipalArn': [
    `arn:aws:iam::${own}:role/app`,
    `arn:aws:iam::${own}:role/*`,
    'arn:aws:iam::*:role/app',
    'arn:aws:iam::*:role/*',
    '*',
  ],
  'aws:SourceAccount': [own, '*', '1111????????'],
  'aws:SourceArn': [
    `arn:aws:bedrock:eu-central-1:${own}:agent/*`,
    'arn:aws:bedrock:*:*:agent/*',
    'arn:aws:s3:::documents',
    'arn:aws:s3:::*',
    '*',
  ],
  'aws:SourceVpce': ['vpce-1', 'vpce-*', 'vpce-?'],
  'aws:SourceIp': ['10.0.0.0/8'],
  'aws:PrincipalIsAWSService': ['true', 'false'],
  'bedrock:GuardrailIdentifier': [
    'arn:aws:bedrock:eu-central-1:111122223333:guardrail/g1',
    'arn:aws:bedrock:eu-central-1:111122223333:guardrail/*',
  ],
  'iam:PassedToService': [
    'bedrock.amazonaws.com',
    'Bedrock.amazonaws.com',
    '*.amazonaws.com',
    'lambda.amazonaws.com',
    's*',
  ],
  'aws:RequestedRegion': ['eu-central-1', 'eu-*', 'us-east-1'],
};

const textOperators = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
];
const arnOperators = ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals'];

function operatorsOf(key: string): readonly string[] {
  if (key === 'aws:SourceIp') return ['IpAddress', 'NotIpAddress'];
  if (key === 'aws:PrincipalIsAWSService') return ['Bool'];
  return key.endsWith('Arn') || key === 'bedrock:GuardrailIdentifier'
    ? [...textOperators, ...arnOperators]
    : textOperators;
}

/** One test of one of some keys. */
function condition(keys: readonly string[]): Arbitrary<readonly [string, string, Texts]> {
  return constantFrom(...keys).chain(key =>
    oneof(
      {
        weight: 8,
        arbitrary: tuple(
          tuple(
            constantFrom('', '', '', '', 'ForAnyValue:', 'ForAllValues:'),
            anyCase(constantFrom(...operatorsOf(key))),
            constantFrom('', '', '', 'IfExists'),
          ).map(parts => parts.join('')),
          anyCase(constant(key)),
          oneOrMany(constantFrom(...(values[key] ?? []))),
        ),
      },
      tuple(constant('Null'), constant(key), constantFrom('true', 'false')),
    ),
  );
}

function conditions(keys: readonly string[]): Arbitrary<Pick<Statement, 'Condition'>> {
  if (keys.length === 0) return constant({});
  return array(condition(keys), { maxLength: 2 }).map(list => {
    const block: Record<string, Record<string, Texts>> = {};
    for (const [operator, key, given] of list) (block[operator] ??= {})[key] = given;
    return list.length > 0 ? { Condition: block } : {};
  });
}

const actionsAsked = tuple(nat(4), oneOrMany(action)).map(
  ([how, list]): Pick<Statement, 'Action' | 'NotAction'> =>
    how === 0 ? { NotAction: list } : { Action: list },
);

const resourcesAsked = tuple(nat(4), oneOrMany(resource)).map(
  ([how, list]): Pick<Statement, 'Resource' | 'NotResource'> =>
    how === 0 ? { NotResource: list } : { Resource: list },
);

const effect = constantFrom<Statement['Effect']>('Allow', 'Allow', 'Deny');

const principal = oneof(
  constant('*'),
  record({
    AWS: oneOrMany(
      constantFrom('*', own, partner, `arn:aws:iam::${own}:root`, `arn:aws:iam::${partner}:role/x`),
    ),
  }),
  record({ Service: oneOrMany(constantFrom('bedrock.amazonaws.com', 'lambda.amazonaws.com')) }),
);

/** A statement of an identity, with conditions on some keys. */
export const identityStatement = (keys: readonly string[]): Arbitrary<Statement> =>
  tuple(effect, actionsAsked, resourcesAsked, conditions(keys)).map(([Effect, what, where, more]) => ({
    Effect,
    ...what,
    ...where,
    ...more,
  }));

/** A statement of a resource, of which the principals are left out by name in a few. */
export const resourceStatement = (keys: readonly string[]): Arbitrary<Statement> =>
  tuple(effect, nat(9), principal, conditions(keys)).map(([Effect, how, named, more]) => ({
    Effect,
    ...(how === 0 && named !== '*' ? { NotPrincipal: named } : { Principal: named }),
    Action: '*',
    Resource: '*',
    ...more,
  }));

/** A statement of who may assume a role. */
export const trustStatement = (keys: readonly string[]): Arbitrary<Statement> =>
  tuple(effect, principal, conditions(keys)).map(([Effect, Principal, more]) => ({
    Effect,
    Principal,
    Action: 'sts:AssumeRole',
    ...more,
  }));

/** Models may be invoked, and something denies it. */
export const guarded = (keys: readonly string[]): Arbitrary<readonly Statement[]> =>
  tuple(
    oneOrMany(constantFrom('bedrock:InvokeModel', 'bedrock:Invoke*', 'bedrock:InvokeModelWith*', '*')),
    oneOrMany(constantFrom('*', ...resources.slice(0, 3))),
    oneOrMany(constantFrom('bedrock:InvokeModel', 'bedrock:Invoke*', 'bedrock:*')),
    oneOrMany(constantFrom('*', '*', 'arn:aws:bedrock:*::foundation-model/*', ...resources.slice(0, 3))),
    constantFrom('StringNotEquals', 'ArnNotLike', 'StringNotLike', 'StringEquals', 'Null'),
    conditions(keys),
  ).map(([Action, Resource, denied, among, operator, more]) => [
    { Effect: 'Allow', Action, Resource },
    {
      Effect: 'Deny',
      Action: denied,
      Resource: among,
      Condition: {
        ...more.Condition,
        [operator]: {
          ...more.Condition?.[operator],
          'bedrock:GuardrailIdentifier':
            operator === 'Null' ? 'true' : `arn:aws:bedrock:eu-central-1:${own}:guardrail/g1`,
        },
      },
    },
  ]);

/** A fence around Regions with something more in it. */
export const fence = (keys: readonly string[]): Arbitrary<readonly Statement[]> =>
  tuple(
    constantFrom<Pick<Statement, 'Action' | 'NotAction'>>(
      { Action: '*' },
      { NotAction: ['iam:*', 'sts:*'] },
      { NotAction: 'bedrock:*' },
    ),
    constantFrom('StringNotEquals', 'StringNotLike', 'StringNotEqualsIfExists', 'StringEquals'),
    oneOrMany(constantFrom('eu-central-1', 'eu-central-1', 'us-east-1', 'eu-*')),
    conditions(keys),
  ).map(([actionsOf, operator, regions, more]) => [
    {
      Effect: 'Deny',
      ...actionsOf,
      Resource: '*',
      Condition: {
        ...more.Condition,
        [operator]: { ...more.Condition?.[operator], 'aws:RequestedRegion': regions },
      },
    },
  ]);

export const documentOf = (statement: Arbitrary<Statement>): Arbitrary<readonly Statement[]> =>
  array(statement, { minLength: 1, maxLength: 3 });
