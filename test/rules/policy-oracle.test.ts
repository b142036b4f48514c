import { assert, nat, oneof, pre, property } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';

import type { Value } from '../../src/model/value.ts';
import { documentValue, judge, lost } from './policy-oracle/judge.ts';
import type { Properties } from './policy-oracle/judge.ts';
import type { Statement } from './policy-oracle/naive.ts';
import {
  documentOf,
  fence,
  guarded,
  identityStatement,
  resourceStatement,
  trustStatement,
} from './policy-oracle/random-policy.ts';
import {
  admitsStrangers,
  bareInvocation,
  invokesOtherModels,
  leavesTheFence,
  passesAnyRole,
  trustsStrangers,
} from './policy-oracle/rules.ts';

/*
 * The rules about policies look at patterns; a plain evaluator asks the same of single requests, one by one. What lets a
 * request through that should not get through never passes, also while a part of the document is not known.
 */

type Document = readonly Statement[];

interface Oracle {
  readonly rule: string;
  readonly type: string;
  readonly documents: Arbitrary<Document>;
  readonly properties: (document: Value) => Properties;
  /** Whether a request gets through that should not. */
  readonly isOpen: (document: Document) => boolean;
}

const guardrail = 'bedrock:GuardrailIdentifier';
const spared = ['aws:SourceIp', 'aws:PrincipalArn', 'aws:PrincipalIsAWSService', 'aws:PrincipalOrgID'];
const callers = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalAccount',
  'kms:CallerAccount',
  'aws:PrincipalArn',
  'aws:SourceIp',
];
const outside = ['999988887777', '444455556666'];
const ofIdentity = (PolicyDocument: Value) => ({ PolicyDocument });
const ofStrangers = (document: Document): boolean => admitsStrangers(document);
const ofUntrusted = (document: Document): boolean => admitsStrangers(document, outside);

const identity = { type: 'AWS::IAM::ManagedPolicy', properties: ofIdentity };
const resource = documentOf(resourceStatement(callers));

const oracles: readonly Oracle[] = [
  {
    rule: 'iam/model-invocation-scoped',
    ...identity,
    documents: documentOf(identityStatement(['aws:SourceIp'])),
    isOpen: invokesOtherModels,
  },
  {
    rule: 'iam/invocation-requires-guardrail',
    ...identity,
    documents: oneof(documentOf(identityStatement([guardrail, ...spared])), guarded([guardrail, ...spared])),
    isOpen: bareInvocation,
  },
  {
    rule: 'iam/pass-role-scoped',
    ...identity,
    documents: documentOf(identityStatement(['iam:PassedToService', 'iam:PassedToService', 'aws:SourceIp'])),
    isOpen: passesAnyRole,
  },
  {
    rule: 'iam/service-role-trust-scoped',
    type: 'AWS::IAM::Role',
    documents: documentOf(trustStatement(['aws:SourceAccount', 'aws:SourceArn'])),
    properties: document => ({ AssumeRolePolicyDocument: document }),
    isOpen: trustsStrangers,
  },
  {
    rule: 'kms/key-policy-closed',
    type: 'AWS::KMS::Key',
    documents: resource,
    properties: document => ({ KeyPolicy: document }),
    isOpen: ofStrangers,
  },
  {
    rule: 'network/endpoint-policy-restricted',
    type: 'AWS::EC2::VPCEndpoint',
    documents: resource,
    properties: document => ({
      VpcEndpointType: 'Interface',
      ServiceName: 'com.amazonaws.eu-central-1.bedrock-runtime',
      PolicyDocument: document,
    }),
    isOpen: ofStrangers,
  },
  {
    rule: 'sagemaker/model-group-closed',
    type: 'AWS::SageMaker::ModelPackageGroup',
    documents: resource,
    properties: document => ({ ModelPackageGroupName: 'g', ModelPackageGroupPolicy: document }),
    isOpen: ofUntrusted,
  },
  {
    rule: 'bedrock/resource-policy-organisation',
    type: 'AWS::Bedrock::ResourcePolicy',
    documents: resource,
    properties: document => ({ ResourceArn: 'x', PolicyDocument: document }),
    isOpen: ofUntrusted,
  },
  {
    rule: 'agentcore/resource-policy-closed',
    type: 'AWS::BedrockAgentCore::ResourcePolicy',
    documents: resource,
    properties: document => ({ ResourceArn: 'x', Policy: document }),
    isOpen: ofUntrusted,
  },
  {
    rule: 'organisation/region-deny',
    type: 'AWS::Organizations::Policy',
    documents: fence([...spared, 'aws:SourceVpce', 'aws:RequestedRegion']),
    properties: document => ({ Name: 'f', Type: 'SERVICE_CONTROL_POLICY', Content: document }),
    // What is no fence around Regions is not asked.
    isOpen: document => isFence(document) && leavesTheFence(document),
  },
];

const isFence = (document: Document): boolean =>
  document.some(({ Condition = {} }) =>
    Object.entries(Condition).some(
      ([operator, block]) =>
        /^[^:]*:?stringnot/i.test(operator) &&
        Object.keys(block).some(key => key.toLowerCase() === 'aws:requestedregion'),
    ),
  );

const runs = { numRuns: 400, seed: 11 };

test.each(oracles)(
  '$rule passes nothing that is open',
  async ({ rule, type, documents, properties, isOpen }) => {
    const ask = await judge(rule, type);
    let open = 0;
    assert(
      property(documents, document => {
        const verdict = ask(properties(documentValue(document)));
        if (!isOpen(document)) return;
        open += 1;
        expect(['fail', 'unknown']).toContain(verdict);
      }),
      runs,
    );
    expect(open).toBeGreaterThan(20);
  },
);

/** Documents without conditions and without a Deny, of which everything can be said. */
const plainOnes = (documents: Arbitrary<Document>): Arbitrary<Document> =>
  documents.map(all => all.map(statement => ({ ...statement, Effect: 'Allow' as const, Condition: {} })));

test.each(oracles.filter(({ rule }) => !rule.startsWith('organisation/')))(
  '$rule fails nothing plain that is closed',
  async ({ rule, type, documents, properties, isOpen }) => {
    const ask = await judge(rule, type);
    assert(
      property(plainOnes(documents), document => {
        pre(!isOpen(document) && !isOdd(document));
        expect(ask(properties(documentValue(document)))).not.toBe('fail');
      }),
      runs,
    );
  },
);

/** An Allow for all but some is open whoever they are, and a wildcard in the middle of an ARN may be for anything. */
const isOdd = (document: Document): boolean =>
  document.some(
    ({ NotPrincipal, Resource = [], NotResource = [] }) =>
      NotPrincipal !== undefined || [Resource, NotResource].flat().some(pattern => /[*?]./.test(pattern)),
  );

/** The paths of the texts in a document. */
function textsIn(part: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof part === 'string') return [path];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(part) ? Number(key) : key]),
  );
}

/** The document with something else at a path. */
function replaced(part: unknown, [step, ...path]: readonly (string | number)[], other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(part))
    return part.map((item: unknown, index) => (index === step ? replaced(item, path, other) : item));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, key === step ? replaced(inner, path, other) : inner]),
  );
}

test.each(oracles)('$rule decides nothing that a part decides which is not known', async oracle => {
  const ask = await judge(oracle.rule, oracle.type);
  let decided = 0;
  assert(
    property(oracle.documents, oracle.documents, nat(), nat(), (document, other, which, what) => {
      const paths = textsIn(document);
      const path = paths[which % paths.length] ?? [];
      // It turns out as what stands at such a place elsewhere, as it is, or as a wildcard.
      const key = path.at(-1);
      const elsewhere = textsIn(other).filter(one => one.at(-1) === key);
      const filling = valueAt(other, elsewhere[what % Math.max(1, elsewhere.length)] ?? []);
      const opened = ask(oracle.properties(documentValue(replaced(document, path, lost))));
      if (opened !== 'fail' && opened !== 'pass') return;
      decided += 1;
      for (const text of [valueAt(document, path), filling, key === 'Effect' ? 'Deny' : '*']) {
        if (typeof text !== 'string') continue;
        const whole = ask(oracle.properties(documentValue(replaced(document, path, text))));
        // A part alone of what was asked may be asked of nobody any more.
        expect([whole, text]).not.toEqual([opened === 'fail' ? 'pass' : 'fail', text]);
      }
    }),
    runs,
  );
  expect(decided).toBeGreaterThan(20);
});

function valueAt(part: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([key]) => key === String(step))?.[1]
        : undefined,
    part,
  );
}
