import { join } from 'node:path';

import { expect, test } from 'vitest';

import { loadCases, type LoadedCases } from '../../src/catalog/cases.ts';
import { folder } from '../scan/inputs/folder.ts';

const load = (cases: string): Promise<LoadedCases> => {
  const root = folder({ 'rules/acme/owner/cases.yaml': cases });
  return loadCases({ path: join(root, 'rules'), name: 'rules', trusted: false }, 'acme/owner');
};

const mistakes = async (cases: string): Promise<readonly string[]> =>
  (await load(cases)).diagnostics.map(({ region, message }) => `${region.line}:${region.column} ${message}`);

test('a template, with tags, and all that a case may say', async () => {
  const { cases, diagnostics } = await load(`cases:
  - name: the tag is missing
    expect: fail
    subject: Agent
    leftOut: Tags
    params: { ownerTag: owner, days: 3, names: [a] }
    context: { region: eu-west-1, account: "111122223333" }
    cloudformation:
      Resources:
        Agent: { Type: AWS::Bedrock::Agent, Properties: { AgentName: !Ref Name } }
    messages: [Agent support has no owner.]
    at: [Tags]
`);
  expect(diagnostics).toEqual([]);
  expect(cases).toMatchObject([
    {
      name: 'the tag is missing',
      expect: 'fail',
      subject: 'Agent',
      leftOut: 'Tags',
      params: { ownerTag: 'owner', days: 3, names: ['a'] },
      context: { region: 'eu-west-1', account: '111122223333' },
      input: { kind: 'cloudformation', tree: { kind: 'map' } },
      messages: ['Agent support has no owner.'],
      properties: ['Tags'],
    },
  ]);
  const [one] = cases;
  const { start, end } = one?.input.at ?? { start: 0, end: 0 };
  expect(one?.file.text.slice(start, end)).toMatch(/^Resources:\n {8}Agent: \{.*\}\n?\s*$/);
});

test('a graph, with what is open in it', async () => {
  const { cases } = await load(`cases:
  - name: another account
    expect: unknown
    graph:
      - { key: a, type: AWS::Bedrock::Agent, properties: { AgentName: x }, account: "111122223333" }
      - { key: b, type: AWS::Bedrock::Guardrail, tags: { owner: y } }
    open: { AWS::EC2::VPCEndpoint: access-denied }
`);
  expect(cases[0]?.input).toMatchObject({
    kind: 'graph',
    resources: [
      { key: 'a', type: 'AWS::Bedrock::Agent', account: '111122223333', properties: { kind: 'map' } },
      { key: 'b', type: 'AWS::Bedrock::Guardrail', tags: { kind: 'map' } },
    ],
    open: { 'AWS::EC2::VPCEndpoint': 'access-denied' },
  });
});

test('a Terraform configuration, with the places of the file of cases', async () => {
  const written = `cases:
  - name: a bucket
    expect: pass
    terraform: |
      resource "aws_s3_bucket" "b" {
        bucket = "logs"
      }
  - name: another one
    expect: pass
    terraform: 'locals {}'
`;
  const { cases } = await load(written);
  const inputs = cases.map(({ input }) => (input.kind === 'terraform' ? input : undefined));
  expect(inputs.map(input => input?.text)).toEqual([
    'resource "aws_s3_bucket" "b" {\n  bucket = "logs"\n}\n',
    'locals {}',
  ]);
  const [placed, quoted] = inputs.map(input => input?.source);
  expect(placed?.path).toMatch(/acme\/owner\/main\.tf$/);
  expect(placed?.text.trim()).toMatch(/^resource.*\}$/s);
  expect(placed?.text.indexOf('bucket = ')).toBe(written.indexOf('bucket = '));
  expect(quoted?.text).toBe('locals {}');
});

test('no file, no cases', async () => {
  const root = folder({ 'rules/acme/owner/': '' });
  const empty = await loadCases({ path: join(root, 'rules'), name: 'rules', trusted: false }, 'acme/owner');
  expect(empty).toEqual({ cases: [], diagnostics: [] });
});

const template = 'cloudformation: { Resources: {} }';

test.each([
  [`- { name: abcd, expect: passes, ${template} }`, ['2:25 "passes" is not allowed']],
  [
    `- { name: abcd, expect: pass, ${template}, graph: [] }`,
    ['2:3 `cloudformation` and `graph` exclude each other'],
  ],
  ['- { name: abcd, expect: pass }', ['2:3 either `cloudformation`, `terraform` or `graph` is missing']],
  [`- { name: abcd, expect: pass, ${template}, open: {} }`, ['2:66 `open` needs `graph`']],
  [
    `- { name: !Ref a, expect: pass, ${template} }`,
    ['2:11 the tag !Ref has no meaning here', '2:11 "a" is too short'],
  ],
])('%s', async (cases, expected) => {
  expect(await mistakes(`cases:\n${cases}\n`)).toEqual(expected);
});
