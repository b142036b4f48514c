import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../src/catalog/package-folder.ts';
import { UsageError } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import type { ScanRequest } from '../../src/scan/request.ts';
import { planOf } from '../parse/terraform-plan/show.ts';
import { folder } from './inputs/folder.ts';
import { scanFolder } from './scan-folder.ts';

const text = (path: string): string =>
  readFileSync(join(packageFolder, 'fixtures', 'terraform', 'agents', path), 'utf8');

const source = {
  'infra/main.tf': text('main.tf'),
  'infra/modules/agent/main.tf': text('modules/agent/main.tf'),
  'infra/modules/kms/main.tf': text('modules/kms/main.tf'),
};

type Files = Parameters<typeof folder>[0];

async function scanned(files: Files, more: Partial<ScanRequest> = {}): Promise<Report> {
  const report = await scanFolder(folder({ '.git/HEAD': '', ...files }), [], more);
  if (!report) throw new Error('nothing was found');
  return report;
}

/** `fail infra/main.tf:12 module.a.aws_x.y`, for one rule. */
const verdicts = ({ results }: Report, rule: string): readonly string[] =>
  results
    .filter(finding => finding.rule === rule)
    .map(
      ({ verdict, location, resource }) => `${verdict} ${location?.path}:${location?.line} ${resource.name}`,
    )
    .toSorted();

const inputs = (report: Report): readonly string[] =>
  report.inputs.map(({ path, status, resources, reason }) =>
    `${status} ${path} ${resources} ${reason ?? ''}`.trim(),
  );

test('a plan is assessed instead of its source, and its findings stand in the source', async () => {
  const both = await scanned({ ...source, 'out/plan.json': text('plan.json') });
  expect(inputs(both)).toEqual([
    'parsed infra/main.tf 0 it says where things are written; out/plan.json, the plan of it, is assessed',
    'parsed infra/modules/agent/main.tf 0 it says where things are written; out/plan.json, the plan of it, is assessed',
    'parsed infra/modules/kms/main.tf 0 it says where things are written; out/plan.json, the plan of it, is assessed',
    'parsed out/plan.json 14',
  ]);
  expect(verdicts(both, 'bedrock/guardrail-version-pinned')).toEqual([
    'fail infra/modules/agent/main.tf:17 module.agent["a.b"].aws_bedrockagent_agent.this',
    'fail infra/modules/agent/main.tf:17 module.agent["c[d]"].aws_bedrockagent_agent.this',
  ]);
});

const ids = ({ results }: Report): readonly string[] =>
  results
    .filter(({ verdict, resource }) => verdict !== 'unknown' && resource.type !== 'account')
    .map(({ id, verdict }) => `${id} ${verdict}`)
    .toSorted();

test('the source alone decides what its plan decides, with the same ids', async () => {
  const alone = ids(await scanned(source, { placement: { account: '123456789012' } }));
  const planned = ids(await scanned({ ...source, 'infra/plan.json': text('plan.json') }));
  expect(planned).toEqual(expect.arrayContaining([...alone]));
});

const agent = `resource "aws_bedrockagent_agent" "a" {
  agent_name                  = "a"
  agent_resource_role_arn     = "arn:aws:iam::111122223333:role/agent"
  foundation_model            = "amazon.nova-lite-v1:0"
  customer_encryption_key_arn = KEY
}
`;

const key = 'resource "aws_kms_key" "k" {\n  enable_key_rotation = true\n}\n';

const rule = 'bedrock/agent-customer-key';

test('a key that is known after apply is a key (checkov#5752)', async () => {
  const expected = ['pass main.tf:1 aws_bedrockagent_agent.a'];
  expect(
    verdicts(
      await scanned({
        'main.tf': `${agent.replace('KEY', 'aws_kms_key.k.arn')}${key}`,
      }),
      rule,
    ),
  ).toEqual(expected);
  const plan = planOf([
    {
      address: 'aws_kms_key.k',
      after: { enable_key_rotation: true },
      unknown: { arn: true },
      expressions: {},
    },
    {
      address: 'aws_bedrockagent_agent.a',
      after: { agent_name: 'a', foundation_model: 'amazon.nova-lite-v1:0' },
      unknown: { customer_encryption_key_arn: true, agent_arn: true },
      expressions: { customer_encryption_key_arn: { references: ['aws_kms_key.k.arn', 'aws_kms_key.k'] } },
    },
  ]);
  expect(verdicts(await scanned({ 'plan.json': plan }), rule)).toEqual([
    'pass plan.json:1 aws_bedrockagent_agent.a',
  ]);
});

/** A module that encrypts when it is told to, and is not told to by itself. */
const optional = `variable "key" {
  default = null
}
${agent.replace('KEY', 'var.key')}`;

const call = (name: string, arn?: string): string =>
  `module "${name}" {\n  source = "./modules/agent"\n${arn === undefined ? '' : `  key    = ${arn}\n`}}\n`;

test.each([
  ['one order', call('with', 'aws_kms_key.k.arn') + call('without')],
  ['the other order', call('without') + call('with', 'aws_kms_key.k.arn')],
])('calls of one module have their own values, in %s (checkov#7470, trivy#10926)', async (_, calls) => {
  const report = await scanned({ 'main.tf': calls + key, 'modules/agent/main.tf': optional });
  expect(verdicts(report, rule)).toEqual([
    'fail modules/agent/main.tf:4 module.without.aws_bedrockagent_agent.a',
    'pass modules/agent/main.tf:4 module.with.aws_bedrockagent_agent.a',
  ]);
});

test('a for_each that nobody can decide drops nothing (trivy#7099)', async () => {
  const files = {
    'main.tf': `variable "agents" {\n  type = set(string)\n}\n${agent.replace('"a" {', '"a" {\n  for_each = var.agents').replace('  customer_encryption_key_arn = KEY\n', '')}`,
  };
  const open = await scanned(files);
  expect(verdicts(open, rule)).toHaveLength(1);
  expect(verdicts(open, rule)[0]).not.toContain('pass');
  // With a value it is decided.
  const given = { kind: 'file', file: { path: 'x.tfvars', text: 'agents = ["x", "y"]\n' } } as const;
  const decided = await scanned(files, { terraform: { variables: [{ given: [given] }], sources: [] } });
  expect(verdicts(decided, rule)).toHaveLength(2);
});

test('without values of variables, their defaults count, and with them they do not (c7n-left)', async () => {
  const main = `variable "key" {\n  type    = string\n  default = null\n}\n${agent.replace('KEY', 'var.key')}`;
  const arn = 'arn:aws:kms:eu-west-1:111122223333:key/0f3c2a1b-0000-4000-8000-000000000000';
  expect(verdicts(await scanned({ 'main.tf': main }), rule)).toEqual([
    'fail main.tf:5 aws_bedrockagent_agent.a',
  ]);
  const told = await scanned({ 'main.tf': main, 'terraform.tfvars': `key = "${arn}"\n` });
  expect(verdicts(told, rule)).toEqual(['pass main.tf:5 aws_bedrockagent_agent.a']);
});

test('findings of a plan of one line are where the values stand (checkov#1117)', async () => {
  const plan = planOf([
    {
      address: 'aws_bedrockagent_agent.a',
      after: { agent_name: 'a' },
      expressions: { agent_name: { constant_value: 'a' } },
    },
    {
      address: 'aws_bedrockagent_agent.b',
      after: { agent_name: 'b' },
      expressions: { agent_name: { constant_value: 'b' } },
    },
  ]);
  const { results } = await scanned({ 'plan.json': plan });
  const columns = results
    .filter(one => one.rule === rule)
    .map(({ location, resource }) => [resource.name, location?.column]);
  expect(columns).toEqual(
    ['a', 'b'].map(name => [
      `aws_bedrockagent_agent.${name}`,
      plan.indexOf(`"address":"aws_bedrockagent_agent.${name}"`) + 1,
    ]),
  );
  const main =
    'resource "aws_bedrockagent_agent" "a" {\n  agent_name = "a"\n}\nresource "aws_bedrockagent_agent" "b" {\n  agent_name = "b"\n}\n';
  expect(verdicts(await scanned({ 'main.tf': main, 'plan.json': plan }), rule)).toEqual([
    'fail main.tf:1 aws_bedrockagent_agent.a',
    'fail main.tf:4 aws_bedrockagent_agent.b',
  ]);
});

test('what is deleted is counted, what no root module uses is said', async () => {
  const plan = planOf([
    { address: 'aws_kms_key.k', actions: ['delete'], after: null },
    ...['a', 'b'].map(name => ({ address: `aws_kms_key.${name}`, actions: ['forget'], after: null })),
  ]);
  const report = await scanned({
    'a/plan.json': plan,
    'b/main.tf': key,
    'b/test.tfvars': 'x = 1\n',
    'a/tfplan': Buffer.from(`PK\u0003\u0004${'\0'.repeat(26)}tfplan`, 'latin1'),
  });
  expect(inputs(report)).toEqual([
    'parsed a/plan.json 0 1 resource that it deletes was not assessed; 2 resources that it forgets, and leaves in AWS, were not assessed',
    'skipped a/tfplan 0 a/plan.json, a plan as JSON, is assessed',
    'parsed b/main.tf 1',
    'skipped b/test.tfvars 0 values of variables, used only when given with --tf-var-file',
  ]);
  expect(report.problems).toEqual([]);
});

const given = (name: string) =>
  ({ kind: 'variable', name, text: 'x', via: { what: `--tf-var ${name}` } }) as const;

test.each<[string, [Files, NonNullable<ScanRequest['terraform']>], [string, string]]>([
  [
    'a variable that nobody has',
    [
      { 'main.tf': `variable "region" {}\n${key}` },
      { variables: [{ given: [given('regoin')] }], sources: [] },
    ],
    ['--tf-var regoin decides nothing: no root module has that variable', 'did you mean region?'],
  ],
  [
    'a variable of a plan',
    [{ 'plan.json': planOf([]) }, { variables: [{ given: [given('region')] }], sources: [] }],
    [
      '--tf-var decides nothing: there is no Terraform to evaluate',
      'plans hold the values that they were made with',
    ],
  ],
  [
    'a workspace of a plan',
    [{ 'plan.json': planOf([]) }, { variables: [], workspace: 'test', sources: [] }],
    [
      '--tf-workspace decides nothing: there is no Terraform to evaluate',
      'plans hold the values that they were made with',
    ],
  ],
  [
    'a source without plans',
    [{ 'infra/main.tf': key }, { variables: [], sources: ['infra'] }],
    ['--source infra decides nothing: no plan was found', ''],
  ],
])('%s is refused', async (_, [files, terraform], [message, hint]) => {
  const root = folder({ '.git/HEAD': '', ...files });
  const { scan } = await import('../../src/scan/scan.ts');
  const { requestOf } = await import('./scan-folder.ts');
  const request = requestOf(root, [], { terraform: { ...terraform, refusesIdle: true } });
  const error: unknown = await scan(request).catch((caught: unknown) => caught);
  expect(error instanceof UsageError && [error.message, error.hint ?? '']).toEqual([message, hint]);
});
