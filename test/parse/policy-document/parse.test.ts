import { expect, test } from 'vitest';

import { regionOf } from '../../../src/model/source.ts';
import type { Value } from '../../../src/model/value.ts';
import { parsePolicyDocuments } from '../../../src/parse/policy-document/parse.ts';
import { readDocument } from '../../../src/syntax/read.ts';

const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "bedrock:*",
      "Resource": "arn:aws:bedrock:*:\${MANAGEMENT_ACCOUNT}:guardrail/\${aws:PrincipalTag/team}",
      "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "\${REGION}"] } }
    }
  ]
}
`;

/** The value behind keys and indexes. */
function find(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  let at = value;
  for (const step of path) {
    if (typeof step === 'number') at = at?.kind === 'list' ? at.items[step] : undefined;
    else at = at?.kind === 'dict' ? at.entries.get(step) : undefined;
  }
  return at;
}

function parse(content: string) {
  const document = readDocument({ path: 'org/scp/deny-models.json', text: content });
  if (!document.ok) throw new Error('no JSON');
  const [stack] = parsePolicyDocuments([{ document, type: 'SERVICE_CONTROL_POLICY' }]);
  return stack;
}

test('a document is a policy of the organisation, with the place of each value', () => {
  const stack = parse(text);
  const [policy] = stack?.declarations ?? [];
  expect(policy).toMatchObject({
    key: 'org/scp/deny-models.json#deny-models',
    type: 'AWS::Organizations::Policy',
    name: 'deny-models',
  });
  expect(find(policy?.properties, 'Name')).toMatchObject({ kind: 'known', value: 'deny-models' });
  expect(find(policy?.properties, 'Type')).toMatchObject({ kind: 'known', value: 'SERVICE_CONTROL_POLICY' });
  const action = find(policy?.properties, 'Content', 'Statement', 0, 'Action');
  expect(action).toMatchObject({ kind: 'known', value: 'bedrock:*' });
  expect(action?.at?.kind === 'span' && regionOf(action.at)).toEqual({
    line: 6,
    column: 7,
    endLine: 6,
    endColumn: 28,
  });
});

test('what is filled in at deployment is unknown, what IAM fills in is a part of the policy', () => {
  const content = parse(text)?.declarations[0]?.properties;
  const statement = find(content, 'Content', 'Statement', 0);
  expect(find(statement, 'Resource')).toMatchObject({
    kind: 'text',
    parts: [
      'arn:aws:bedrock:*:',
      { kind: 'unknown', cause: 'unresolved-value', set: true },
      ':guardrail/${aws:PrincipalTag/team}',
    ],
  });
  expect(find(statement, 'Condition', 'StringNotEquals', 'aws:RequestedRegion')).toMatchObject({
    kind: 'list',
    items: [
      { kind: 'known', value: 'eu-west-1' },
      { kind: 'unknown', set: true },
    ],
  });
});

test('nothing is known of what else is deployed, nor where', () => {
  expect(parse(text)).toMatchObject({
    key: 'organization-policies',
    account: { kind: 'unknown', cause: 'out-of-view', set: true },
    region: { kind: 'unknown', cause: 'out-of-view', set: true },
    openings: [{ types: 'all', because: { cause: 'out-of-view' } }],
  });
  expect(parsePolicyDocuments([])).toEqual([]);
});
