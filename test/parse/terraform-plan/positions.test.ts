import { expect, test } from 'vitest';

import type { PlanContext } from '../../../src/parse/terraform-plan/parse.ts';
import { agentsPlan, declarationOf, filesOf, parse, placeOf, planOf, property, sourcesIn } from './show.ts';

const agent = 'module.agent["a.b"].aws_bedrockagent_agent.this';
const guardrail = 'module.agent["c[d]"].aws_bedrock_guardrail.this';

test('every resource and value of a plan has its place in the source', () => {
  const parsed = parse(agentsPlan(), { files: sourcesIn('agents') });
  expect(parsed.problems).toEqual([]);
  expect(parsed.plans).toEqual([
    {
      path: 'plan.json',
      source: '.',
      files: ['main.tf', 'modules/agent/main.tf', 'modules/kms/main.tf'],
      gone: 0,
      forgotten: 0,
    },
  ]);
  for (const { declarations } of parsed.stacks)
    for (const { at } of declarations) expect(placeOf(at)).toMatch(/^(?:modules\/\w+\/)?main\.tf:/);
  expect(placeOf(declarationOf(parsed, agent).at)).toBe('modules/agent/main.tf:8:1');
  expect(placeOf(property(parsed, agent, 'guardrail_configuration.0.guardrail_version')?.at)).toBe(
    'modules/agent/main.tf:17:5',
  );
  // The attribute of the content of a dynamic block, whichever of its blocks it is.
  expect(placeOf(property(parsed, guardrail, 'topic_policy_config.0.topics_config.1.name')?.at)).toBe(
    'modules/agent/main.tf:27:9',
  );
});

test('without a source, the places are those of the plan, which is one line', () => {
  const text = agentsPlan();
  const parsed = parse(text);
  const column = (piece: string): number => text.indexOf(piece, text.indexOf('"resource_changes"')) + 1;
  expect(placeOf(declarationOf(parsed, agent).at)).toBe(
    `plan.json:1:${column(`"address":${JSON.stringify(agent)}`)}`,
  );
  expect(placeOf(property(parsed, agent, 'agent_name')?.at)).toBe(
    `plan.json:1:${column('"agent_name":"agent-a.b"')}`,
  );
});

const key = planOf([
  {
    address: 'aws_kms_key.k',
    after: { description: 'x', enable_key_rotation: true },
    expressions: { description: { constant_value: 'x' } },
  },
]);

const block = 'resource "aws_kms_key" "k" {}';

test.each<[string, [string, Readonly<Record<string, string>>, PlanContext], string | undefined]>([
  ['beside the plan', ['infra/plan.json', { 'infra/main.tf': block }, {}], 'infra'],
  ['in a folder around it', ['infra/out/plan.json', { 'infra/main.tf': block }, {}], 'infra'],
  [
    'somewhere else, when it is all of the plan',
    ['plans/a.json', { 'infra/a.tf': block }, { folders: ['infra'] }],
    'infra',
  ],
  [
    'as JSON',
    ['plan.json', { 'cdk.tf.json': '{"resource":{"aws_kms_key":{"k":{"description":"x"}}}}' }, {}],
    '.',
  ],
  ['of OpenTofu', ['plan.json', { 'main.tofu': block, 'main.tf': '' }, {}], '.'],
  ['named by the user', ['plan.json', { 'a/b/c.tf': block }, { given: ['a/b'] }], 'a/b'],
  ['of something else', ['plan.json', { 'main.tf': 'resource "aws_s3_bucket" "b" {}' }, {}], undefined],
  [
    'somewhere else, with more in it',
    ['plans/a.json', { 'infra/a.tf': `${block}\nresource "aws_s3_bucket" "b" {}` }, { folders: ['infra'] }],
    undefined,
  ],
  [
    'that two folders could be',
    ['plan/a.json', { 'a/a.tf': block, 'b/b.tf': block }, { folders: ['a', 'b'] }],
    undefined,
  ],
])('a source %s', (_, [path, texts, more], expected) => {
  const { plans, stacks, problems } = parse(key, { files: filesOf(texts), ...more }, path);
  expect(plans.map(({ source }) => source)).toEqual([expected]);
  expect(problems).toEqual([]);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  expect(stacks[0]?.declarations[0]?.key).toBe(`${expected ?? folder}#aws_kms_key.k`);
});

test('a source that is newer than the plan, or older, is said', () => {
  const files = filesOf({
    'main.tf':
      'resource "aws_kms_key" "k" {}\nresource "aws_s3_bucket" "new" {}\nresource "aws_s3_bucket" "other" {}\n',
  });
  const old = planOf([
    { address: 'aws_kms_key.k', expressions: {} },
    { address: 'aws_kms_key.gone', expressions: {} },
    { address: 'aws_s3_bucket.other', expressions: {} },
  ]);
  expect(parse(old, { files }).problems.map(({ message, path }) => `${path}: ${message}`)).toEqual([
    'main.tf: aws_s3_bucket.new stands here and is not in the plan plan.json',
    'plan.json: aws_kms_key.gone is in the plan, and not in its source in .',
  ]);
});

test('the call of a module that is not in view stands for what is in it', () => {
  const files = filesOf({ 'main.tf': '\nmodule "kms" {\n  source = "acme/kms/aws"\n}\n' });
  const parsed = parse(
    planOf([{ address: 'module.kms.aws_kms_key.this', after: { a: 1 } }], { configuration: undefined }),
    { files },
  );
  expect(placeOf(declarationOf(parsed, 'module.kms.aws_kms_key.this').at)).toBe('main.tf:2:1');
});

test('modules that terraform init installed are read, others are not looked for', () => {
  const files = filesOf({
    'main.tf': 'module "kms" {\n  source = "acme/kms/aws"\n}\n',
    '.terraform/modules/modules.json':
      '{"Modules":[{"Key":"","Dir":"."},{"Key":"kms","Dir":".terraform/modules/kms"}]}',
    '.terraform/modules/kms/key.tf': '\nresource "aws_kms_key" "this" {\n  description = "x"\n}\n',
  });
  const plan = planOf([{ address: 'module.kms.aws_kms_key.this', after: { description: 'x' } }], {
    configuration: undefined,
  });
  const parsed = parse(plan, { files });
  expect(placeOf(property(parsed, 'module.kms.aws_kms_key.this', 'description')?.at)).toBe(
    '.terraform/modules/kms/key.tf:3:3',
  );
});

test('blocks of a set are found again by what is written in them', () => {
  const files = filesOf({
    'main.tf': `resource "aws_security_group" "s" {
  ingress {
    from_port = 443
  }
  ingress {
    from_port = 22
  }
}
`,
  });
  const sorted = planOf([
    {
      address: 'aws_security_group.s',
      after: { ingress: [{ from_port: 22 }, { from_port: 443 }] },
      expressions: {
        ingress: [{ from_port: { constant_value: 443 } }, { from_port: { constant_value: 22 } }],
      },
    },
  ]);
  const parsed = parse(sorted, { files });
  const places = [0, 1].map(index =>
    placeOf(property(parsed, 'aws_security_group.s', `ingress.${index}.from_port`)?.at),
  );
  expect(places).toEqual(['main.tf:6:5', 'main.tf:3:5']);
});
