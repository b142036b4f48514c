import { expect, test } from 'vitest';

import type { Value } from '../../src/model/value.ts';
import type { Deployments } from '../../src/scan/deployments.ts';
import { parseInputs } from '../../src/scan/parse-inputs.ts';
import { find, folder, template } from './inputs/folder.ts';

const manifest = JSON.stringify({
  version: '48.0.0',
  artifacts: {
    App: {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/eu-central-1',
      properties: { templateFile: 'App.template.json', tags: { team: 'ai' } },
      metadata: {
        '/App/Key/Resource': [
          { type: 'aws:cdk:logicalId', data: 'Key', trace: ['new App (/build/lib/app.ts:1:1)'] },
        ],
      },
    },
  },
});

const scp = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 'bedrock:*', Resource: '*' }],
});

const files = {
  'infra/agent.yaml': template,
  'infra/nested.yaml': `Resources:\n  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ./agent.yaml }\n`,
  'cdk.out/manifest.json': manifest,
  'cdk.out/App.template.json': '{"Resources":{"Key":{"Type":"AWS::KMS::Key"}}}',
  'lib/app.ts': 'new kms.Key(this);\n',
  'org/scp/deny.json': scp,
};

async function parse(deployments: Partial<Deployments> = {}) {
  const root = folder(files);
  const found = await find(root);
  return parseInputs(found, { root, placement: {}, placements: [], templateParameters: [], ...deployments });
}

const literal = (value: Value): unknown => (value.kind === 'known' ? value.value : value.kind);

test('templates, assemblies and policy documents become stacks of one run', async () => {
  const { stacks, inputs, problems } = await parse();
  expect(
    stacks.flatMap(({ declarations }) => declarations.map(({ key, at }) => `${key} ${at.file.path}`)),
  ).toEqual([
    'infra/nested.yaml#Inner infra/nested.yaml',
    'infra/nested.yaml#Inner/Agent infra/agent.yaml',
    'cdk.out/App.template.json#Key lib/app.ts',
    'org/scp/deny.json#deny org/scp/deny.json',
  ]);
  expect(inputs.map(({ path, resources }) => `${path} ${resources}`)).toEqual([
    'cdk.out/App.template.json 1',
    'cdk.out/manifest.json 0',
    'infra/agent.yaml 1',
    'infra/nested.yaml 1',
    'org/scp/deny.json 1',
  ]);
  expect(problems).toEqual([]);
});

test('every file that a finding may point at is at hand', async () => {
  const { files: texts } = await parse();
  expect([...texts.keys()].toSorted()).toEqual([
    'cdk.out/App.template.json',
    'infra/agent.yaml',
    'infra/nested.yaml',
    'lib/app.ts',
    'org/scp/deny.json',
  ]);
});

test('what a manifest says of its stacks counts more than what the run says of everything', async () => {
  const { stacks } = await parse({
    placement: { region: 'us-east-1', account: '111122223333' },
    placements: [{ paths: 'infra/**', placement: { region: 'eu-west-1' } }],
  });
  expect(stacks.map(({ key, region, account }) => [key, literal(region), literal(account)])).toEqual([
    ['infra/nested.yaml', 'eu-west-1', '111122223333'],
    ['cdk.out/App.template.json', 'eu-central-1', '111122223333'],
    ['organization-policies', 'unknown', 'unknown'],
  ]);
});
