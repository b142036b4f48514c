import { describe, expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { readResult } from '../../src/report/read-result.ts';
import type { Files } from '../scan/inputs/folder.ts';
import { ownRule, plumbline, repository } from './plumbline.ts';
import { waiverComment } from './waiver.ts';

const own = { ...repository, 'infra/agent.yaml': '' };

async function scanned(files: Files, ...args: readonly string[]): Promise<Report> {
  const { stdout: text } = await plumbline(['scan', '--as-of', '2026-11-21', '-f', 'json', ...args], {
    files: { ...own, ...files },
  });
  return readResult({ path: 'result.json', text });
}

const states = ({ results }: Report): readonly string[] =>
  results.map(({ resource, verdict }) => `${resource.name} ${verdict}`).toSorted();

const comment = waiverComment();
const two = (first: string, second: string, third = ''): string => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
${first}  One:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: one
${second}  Two:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: two
${third}`;

test.each<readonly [string, string, readonly string[]]>([
  ['right above the resource', two('', `  ${comment}\n`), ['One fail', 'Two waived']],
  [
    'inside of the resource',
    two('', '').replace('      AgentName: one', `      ${comment}\n      AgentName: one`),
    ['One waived', 'Two fail'],
  ],
  [
    'behind a value',
    two('', '').replace('AgentName: one', `AgentName: one ${comment}`),
    ['One waived', 'Two fail'],
  ],
  ['below the last property, indented as it is', two('', `      ${comment}\n`), ['One waived', 'Two fail']],
  ['below the last resource', two('', '', `      ${comment}\n`), ['One fail', 'Two waived']],
  ['among other comments', two('', `  # the second\n  ${comment}\n  # agent\n`), ['One fail', 'Two waived']],
  [
    'on several lines',
    two(
      '',
      '  # plumbline:waive acme/owner owner=@ml approver=@security\n  #   ticket=RISK-1 created=2026-11-01 expires=2027-02-19\n  #   reason="internal pilot"\n',
    ),
    ['One fail', 'Two waived'],
  ],
  [
    'by a former rule id in other letters',
    two('', `  ${waiverComment({ rule: 'ACME/Owner' })}\n`),
    ['One fail', 'Two waived'],
  ],
  [
    'with line ends of Windows',
    two('', `  ${comment}\n`).replaceAll('\n', '\r\n'),
    ['One fail', 'Two waived'],
  ],
  [
    'in a text, which is no comment',
    two('', '').replace('AgentName: one', `AgentName: one\n      Instruction: |\n        ${comment}`),
    ['One fail', 'Two fail'],
  ],
  [
    'of another rule',
    two('', `  ${waiverComment({ rule: 'bedrock/agent-guardrail-attached' })}\n`),
    ['One fail', 'Two fail'],
  ],
  ['that expired', two('', `  ${waiverComment({ expires: '2026-11-20' })}\n`), ['One fail', 'Two fail']],
  [
    'that has not begun',
    two('', `  ${waiverComment({ created: '2026-11-22' })}\n`),
    ['One fail', 'Two fail'],
  ],
  ['on its last day', two('', `  ${waiverComment({ expires: '2026-11-21' })}\n`), ['One fail', 'Two waived']],
])('a comment %s', async (_, template, expected) => {
  const report = await scanned({ 'infra/two.yaml': template });
  expect(states(report)).toEqual(expected);
  expect(report.problems.filter(({ message }) => message.includes('waiver'))).toEqual([]);
});

test.each<readonly [string, string, string]>([
  ['without a field', waiverComment().replace(' ticket=RISK-1', ''), 'it needs `ticket`'],
  [
    'without anything',
    '# plumbline:waive acme/owner',
    'it needs `reason`, `owner`, `approver`, `ticket`, `created`, `expires`',
  ],
  ['of no rule', waiverComment({ rule: 'acme/onwer' }), 'rule acme/onwer does not exist'],
  [
    'for too long',
    waiverComment({ expires: '2028-11-01' }),
    'it would hold for 731 days; at most 365 are allowed',
  ],
  ['until a day that is none', waiverComment({ expires: '2027-02-29' }), '`expires` is no day: "2027-02-29"'],
  ['with a field that is none', `${waiverComment()} until=2027-01-01`, 'it has no field `until`'],
  ['with a field twice', `${waiverComment()} owner=@me`, '`owner` is there twice'],
  [
    'with a quote that does not end',
    waiverComment({ reason: '"internal' }),
    'cannot read `reason="internal`: write name=value, with quotes around what has spaces',
  ],
])('a comment %s does not hold, and says so', async (_, text, message) => {
  const report = await scanned({ 'infra/two.yaml': two('', `  ${text}\n`) });
  expect(states(report)).toEqual(['One fail', 'Two fail']);
  expect(report.problems).toContainEqual(
    expect.objectContaining({
      message: `the waiver does not hold: ${message}`,
      path: 'infra/two.yaml',
      effect: 'what it names counts',
    }),
  );
  expect(report.complete).toBe(false);
});

const json = (metadata: unknown): string =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: { One: { Type: 'AWS::Bedrock::Agent', Metadata: metadata, Properties: { AgentName: 'one' } } },
  });

const fields = {
  rule: 'acme/owner',
  reason: 'internal pilot',
  owner: '@ml',
  approver: '@security',
  ticket: 481,
  created: '2026-11-01',
  expires: '2027-02-19',
};

test.each<readonly [string, unknown, readonly string[]]>([
  ['that holds', { plumbline: { waivers: [fields] } }, ['One waived']],
  ['beside that of CDK', { 'aws:cdk:path': 'App/One', plumbline: { waivers: [fields] } }, ['One waived']],
  ['without an end', { plumbline: { waivers: [{ ...fields, expires: undefined }] } }, ['One fail']],
  ['that is no list', { plumbline: fields }, ['One fail']],
  ['with a list for a field', { plumbline: { waivers: [{ ...fields, owner: ['@ml'] }] } }, ['One fail']],
])('Metadata %s', async (_, metadata, expected) => {
  const report = await scanned({ 'infra/one.json': json(metadata) });
  expect(states(report)).toEqual(expected);
  expect(report.problems.some(({ message }) => message.includes('waiver'))).toBe(expected[0] === 'One fail');
});

const agentBlock = (name: string, inside = ''): string => `resource "aws_bedrockagent_agent" "${name}" {
  agent_name              = "${name}"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/agent"
  foundation_model        = "amazon.nova-lite-v1:0"
${inside}}

`;

test('Terraform: above a resource or inside of it, with either mark, in a text never', async () => {
  const lines = waiverComment().replace(' reason=', '\n#   reason=');
  const text = agentBlock('text', `  instruction = <<EOT\n${comment}\nEOT\n`);
  const report = await scanned({
    'infra/main.tf': `${lines}\n${agentBlock('above')}${agentBlock('inside', `  ${comment.replace('#', '//')}\n`)}${agentBlock('without')}${text}`,
  });
  expect(states(report)).toEqual([
    'aws_bedrockagent_agent.above waived',
    'aws_bedrockagent_agent.inside waived',
    'aws_bedrockagent_agent.text fail',
    'aws_bedrockagent_agent.without fail',
  ]);
});

test('they can be switched off, on the command line and in the configuration', async () => {
  const files = { 'infra/two.yaml': two('', `  ${comment}\n`) };
  expect(states(await scanned(files, '--no-inline'))).toEqual(['One fail', 'Two fail']);
  const config = `${repository['plumbline.yaml']}inlineWaivers: false\n`;
  expect(states(await scanned({ ...files, 'plumbline.yaml': config }))).toEqual(['One fail', 'Two fail']);
});

test('what stands at a resource of a nested stack holds wherever the template is used', async () => {
  const parent = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  A: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: two.yaml } }
  B: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: two.yaml } }
`;
  const report = await scanned({ 'infra/parent.yaml': parent, 'infra/two.yaml': two('', `  ${comment}\n`) });
  expect(states(report).filter(text => text.includes('Two'))).toEqual(
    states(report).flatMap(text => (text.includes('Two') ? ['Two waived'] : [])),
  );
  expect(report.waivers.length).toBe(report.results.filter(({ resource }) => resource.name === 'Two').length);
});

const bucket = (above: string, inside = ''): string => `resource "aws_s3_bucket" "data" {
  bucket = "training-data"
}

${above}resource "aws_s3_bucket_public_access_block" "data" {
  bucket                  = aws_s3_bucket.data.id
  block_public_acls       = false
${inside}  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`;

const said = ({ results }: Report): readonly string[] =>
  results.map(({ property, verdict }) => `${property} ${verdict}`).toSorted();

describe('Terraform: at a block that is a part of another resource', () => {
  const config = { 'plumbline.yaml': 'rules: [rules]\npolicies: [./acme.yaml]\n' };
  const asserts = `  - expr: r.?PublicAccessBlockConfiguration.?BlockPublicAcls.orValue(false)
    message: ACLs may open the bucket.
    at: r.PublicAccessBlockConfiguration.BlockPublicAcls
  - expr: r.?BucketName.orValue('') == 'other'
    message: The bucket has the wrong name.
    at: r.BucketName
`;
  const blockRule = ownRule
    .replace('for: AWS::Bedrock::Agent', 'for: AWS::S3::Bucket')
    .replace(/assert:[^]*why:/, () => `assert:\n${asserts}why:`)
    .replace(/params:\n.*\n/, '')
    .replace(/cloudformation: ".*"/, 'cloudformation: "BucketName: x\\n"');
  const world = { ...config, 'rules/acme/owner/rule.yaml': blockRule };
  const one = ['BucketName fail', 'PublicAccessBlockConfiguration.BlockPublicAcls waived'];

  test.each([
    ['above it', bucket(`${comment}\n`)],
    ['inside of it', bucket('', `  ${comment}\n`)],
  ])('%s it names what points into the block, and nothing else of the whole', async (_, text) => {
    const report = await scanned({ ...world, 'infra/main.tf': text });
    expect(said(report)).toEqual(one);
    expect(report.waivers).toMatchObject([{ outcome: 'active', covers: 1 }]);
  });

  test('of another rule, or where nothing fails in the block, it is unused', async () => {
    const text = bucket(`${comment}\n`).replace('= false', '= true');
    const report = await scanned({ ...world, 'infra/main.tf': text });
    expect(said(report)).toEqual(['BucketName fail']);
    expect(report.waivers).toMatchObject([
      { resource: 'infra/main.tf#aws_s3_bucket_public_access_block.data', outcome: 'unused' },
    ]);
  });
});
