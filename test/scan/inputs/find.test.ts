import { truncateSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { nothingFound } from '../../../src/scan/inputs/find.ts';
import { resolveTargets } from '../../../src/scan/inputs/root.ts';
import { find, folder, jsonTemplate, lines, template } from './folder.ts';

test('templates are found under any name, other data is only counted', async () => {
  const root = folder({
    '.git/HEAD': 'ref: refs/heads/main',
    'infra/agent.yaml': template,
    'infra/key.json': jsonTemplate,
    'infra/stack.template': template,
    'infra/no-extension': template,
    'infra/strange.ending': template,
    'k8s/deployment.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata:\n  Resources: "a::b"\n',
    'docs/guide.md': template,
    'src/stack.ts': `export const body = \`${template}\`;`,
    'notes.txt': `A template looks like this:\n\n${template}`,
    'package.json': '{"name":"app"}',
  });
  const found = await find(root);
  expect(lines(found)).toEqual([
    'parsed infra/agent.yaml',
    'parsed infra/key.json',
    'parsed infra/no-extension',
    'parsed infra/stack.template',
    'parsed infra/strange.ending',
  ]);
  expect(found.templates.map(({ file }) => file.path)).toEqual(found.inputs.map(({ path }) => path));
  expect(found.templates[0]?.file.text).toBe(template);
  expect(found.leftOut).toEqual({ ignored: 0, excluded: 0, others: 5 });
  expect(found.problems).toEqual([]);
});

test('what is recognised but not evaluated says why', async () => {
  const root = folder({
    'terragrunt.hcl': '',
    tfplan: Buffer.from(`PK\x03\x04${'\0'.repeat(26)}tfplan\0\0`, 'latin1'),
    'main.tfstate': '{}',
    'state.json': '{"version":4,"terraform_version":"1.11.4","serial":7,"lineage":"0f3c","resources":[]}',
    'cdktf.json': '{"language":"typescript","app":"npx ts-node main.ts"}',
    'preview.json': '{"steps":[{"op":"create","urn":"urn:pulumi:dev::app::aws:kms/key:Key::k"}]}',
    'plan.ndjson':
      '{"@level":"info","@message":"Terraform 1.11.4","type":"version"}\n{"@level":"info","@message":"x"}\n',
    'params.json': '[{"ParameterKey":"Model","ParameterValue":"x"}]',
    'config.json': '{"Parameters":{"Model":"x"},"Tags":{"a":"b"}}',
    'deploy.yaml': 'template-file-path: infra/agent.yaml\nparameters:\n  Model: x\n',
    'serverless.yml': 'service: chat\nprovider:\n  name: aws\nfunctions: {}\nresources:\n  Resources: {}\n',
    'agent.yaml.j2': `${template}      Instruction: {{ prompt }}\n`,
    'cookie/template.yaml': `${template}      {%- if streaming %}\n      Instruction: x\n      {%- endif %}\n`,
    'Pulumi.yaml': 'name: app\nruntime: nodejs\n',
  });
  expect(lines(await find(root))).toEqual([
    'skipped Pulumi.yaml (Pulumi programs and previews are not read; no command turns them into a plan of Terraform, which would be)',
    'skipped agent.yaml.j2 (it has to be rendered before it is a template; scan what is rendered)',
    'skipped cdktf.json (a CDK for Terraform app is read from what it synthesises: run `cdktf synth`, and scan cdktf.out)',
    'skipped config.json (parameter values of a template, used only when given with --cfn-parameters)',
    'skipped cookie/template.yaml (it has to be rendered before it is a template; scan what is rendered)',
    'skipped deploy.yaml (parameter values of a template, used only when given with --cfn-parameters)',
    'skipped main.tfstate (Terraform state is not read, it says what was and not what will be; scan a plan or the .tf files)',
    'skipped params.json (parameter values of a template, used only when given with --cfn-parameters)',
    'skipped plan.ndjson (the log of `terraform plan -json` is not the plan; save the plan and use `terraform show -json FILE`)',
    'skipped preview.json (Pulumi programs and previews are not read; no command turns them into a plan of Terraform, which would be)',
    'skipped serverless.yml (a Serverless Framework file is not read; run `serverless package` and scan the template it writes)',
    'skipped state.json (Terraform state is not read, it says what was and not what will be; scan a plan or the .tf files)',
    'skipped terragrunt.hcl (Terragrunt is read from its plans: run `terragrunt run --all plan --json-out-dir plans`, and scan plans)',
    'skipped tfplan (a saved plan is read as JSON: run `terraform show -json FILE > plan.json`, and scan plan.json)',
  ]);
});

test('Terraform is found by name, its plans by content, in any encoding', async () => {
  const plan =
    '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{},"resource_changes":[]}';
  const root = folder({
    '.git/HEAD': '',
    '.gitignore': 'cdktf.out/\n',
    'main.tf': 'resource "aws_bedrockagent_agent" "a" {}',
    'over.tofu': '',
    'gen.tf.json': '{}',
    'prod.tfvars': 'a = 1\n',
    'plan.json': plan,
    'plan-without-ending': plan,
    'windows.json': Buffer.from(`\ufeff${plan}`, 'utf16le'),
    '.terraform/modules/kms/main.tf': 'resource "aws_kms_key" "k" {}',
    'cdktf.out/manifest.json': '{"version":"0.20.0","stacks":{"app":{"name":"app"}}}',
    'cdktf.out/stacks/app/cdk.tf.json': '{}',
  });
  const found = await find(root);
  expect(lines(found)).toEqual([
    'parsed cdktf.out/stacks/app/cdk.tf.json',
    'parsed gen.tf.json',
    'parsed main.tf',
    'parsed over.tofu',
    'parsed plan-without-ending',
    'parsed plan.json',
    'parsed prod.tfvars',
    'parsed windows.json',
  ]);
  expect(found.plans.map(({ text }) => text)).toEqual([plan, plan, plan]);
  expect(found.terraform.map(({ path }) => path)).toEqual([
    'cdktf.out/stacks/app/cdk.tf.json',
    'gen.tf.json',
    'main.tf',
    'over.tofu',
    'prod.tfvars',
  ]);
});

test('a template that does not parse fails, with its place; broken data without any sign of a template does not', async () => {
  const root = folder({
    'agent.yaml': `${template}      Instruction: "never closed\n`,
    'key.json': jsonTemplate.slice(0, -3),
    'data.yaml': 'a: [1, 2\nb: }\n',
    'data.json': '{"a": }',
  });
  const found = await find(root);
  expect(found.inputs.map(({ path, status, format }) => ({ path, status, format }))).toEqual([
    { path: 'agent.yaml', status: 'failed', format: 'cloudformation' },
    { path: 'key.json', status: 'failed', format: 'cloudformation' },
  ]);
  expect(found.problems.map(({ path, cause, fatal }) => ({ path, cause, fatal }))).toEqual([
    { path: 'agent.yaml', cause: 'parse-error', fatal: true },
    { path: 'key.json', cause: 'parse-error', fatal: true },
  ]);
  expect(found.problems.map(({ region }) => region?.line)).toEqual([expect.any(Number), 1]);
  expect(found.problems[0]?.effect).toBe('the file was not assessed; nothing is known about its resources');
  expect(found.leftOut.others).toBe(2);
});

test('a key that is there twice is said, and the template is read', async () => {
  const found = await find(folder({ 'a.yaml': `${template}Resources: { Key: { Type: AWS::KMS::Key } }\n` }));
  expect(lines(found)).toEqual(['parsed a.yaml']);
  expect(found.problems).toEqual([
    {
      cause: 'parse-error',
      message: 'Duplicate key "Resources": the last one counts, the first is on line 2',
      path: 'a.yaml',
      region: { line: 7, column: 1, endLine: 7, endColumn: 10 },
      effect: 'what stands under the earlier key was not assessed',
      hint: 'keep one of them',
    },
  ]);
});

test('escapes cannot hide a template', async () => {
  const hidden = jsonTemplate
    .replace('Resources', String.raw`\u0052esources`)
    .replaceAll('::', String.raw`\u003a:`);
  expect(lines(await find(folder({ 'a.json': hidden })))).toEqual(['parsed a.json']);
});

test('every encoding that templates come in is read', async () => {
  const wide = Buffer.from(`\uFEFF${template}`, 'utf16le');
  const root = folder({
    'bom.yaml': `\uFEFF${template}`,
    'crlf.yaml': template.replaceAll('\n', '\r\n'),
    'utf16-bare.yaml': Buffer.from(template, 'utf16le'),
    'utf16be.yaml': Buffer.from(wide).swap16(),
    'utf16le.yaml': wide,
  });
  const found = await find(root);
  expect(lines(found)).toEqual([
    'parsed bom.yaml',
    'parsed crlf.yaml',
    'parsed utf16-bare.yaml',
    'parsed utf16be.yaml',
    'parsed utf16le.yaml',
  ]);
  expect(found.templates.map(({ file }) => file.text.replaceAll('\r', ''))).toEqual(Array(5).fill(template));
});

test('a template that is not UTF-8 fails; binary data is of no interest', async () => {
  const root = folder({
    'latin1.yaml': Buffer.from(`# caf\u00e9\n${template}`, 'latin1'),
    'image.yaml': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]),
    'empty.yaml': '',
  });
  const found = await find(root);
  expect(found.inputs.map(({ path, status }) => `${status} ${path}`)).toEqual(['failed latin1.yaml']);
  expect(found.problems[0]?.region).toMatchObject({ line: 1, column: 6 });
  expect(found.leftOut.others).toBe(2);
});

test('named files are always read, and always answered', async () => {
  const root = folder({
    '.gitignore': 'build\n',
    'build/agent.yaml': template,
    'empty.yaml': '',
    'image.png': Uint8Array.from([0x89, 0x50, 0, 0, 0]),
    'main.py': 'def main(: # no Python either',
    'broken.yaml': 'a: [1, 2',
    'list.yaml': '- 1\n- 2\n',
    'README.md': template,
  });
  const args = [
    'build/agent.yaml',
    'empty.yaml',
    'image.png',
    'main.py',
    'broken.yaml',
    'list.yaml',
    'README.md',
  ];
  const found = await find(root, { args, exclude: ['**'] });
  expect(
    found.inputs.map(({ path, status, reason = '' }) => `${status} ${path}: ${reason.split(':')[0]}`),
  ).toEqual([
    'parsed README.md: ',
    'failed broken.yaml: cannot be parsed',
    'parsed build/agent.yaml: ',
    'skipped empty.yaml: it is empty',
    'skipped image.png: it is not text',
    'skipped list.yaml: nothing in it is infrastructure code of a known kind',
    'skipped main.py: nothing in it is infrastructure code of a known kind',
  ]);
  expect(found.problems.map(({ path, fatal }) => ({ path, fatal }))).toEqual([
    { path: 'broken.yaml', fatal: true },
  ]);
});

test('named files are read once, also when their folder is named too', async () => {
  const root = folder({ 'a/x.yaml': template, 'link.yaml': { link: 'a/x.yaml' } });
  const found = await find(root, { args: ['a', 'a/x.yaml', '.', 'link.yaml', './a/'] });
  expect(lines(found)).toEqual(['parsed a/x.yaml']);
});

test('finding nothing says what was looked for, where, and what was seen instead', async () => {
  const root = folder({
    '.git/HEAD': '',
    '.gitignore': 'out/\n',
    'infra/terragrunt.hcl': '',
    'infra/a/terragrunt.hcl': '',
    'infra/old/x.yaml': template,
    'infra/readme.md': '',
    'out/agent.yaml': template,
  });
  const query = { ...resolveTargets(root, ['infra']), inputs: { include: [], exclude: ['infra/old'] } };
  const error = nothingFound(query, await find(root, { args: ['infra'], exclude: ['infra/old'] }));
  expect(error.message).toBe('no infrastructure files found');
  expect(error.details).toEqual([
    'looked for CloudFormation and SAM templates (YAML or JSON), CDK assemblies (cdk.out), Terraform and OpenTofu (.tf, .tofu, .tf.json) and their plans (terraform show -json), organisation policies, under infra',
    '2 files skipped: Terragrunt is read from its plans: run `terragrunt run --all plan --json-out-dir plans`, and scan plans',
    '1 file of other kinds',
    '1 left out by inputs in the configuration',
  ]);
  expect(error.hint).toContain('even when git ignores them');
});

test('a file that is too large is said when its name promises a template, and fails when it was meant', async () => {
  const root = folder({ 'agent.yaml': '', 'data.bin2': '', 'named.bin2': '', 'clear.json': jsonTemplate });
  const names = ['agent.yaml', 'data.bin2', 'named.bin2', 'clear.json'];
  for (const name of names) truncateSync(join(root, name), 51 * 2 ** 20);
  const found = await find(root, { args: ['.', 'named.bin2'] });
  const reason = '51 MB is more than the limit of 50 MB; CloudFormation itself takes 1 MB';
  expect(lines(found)).toEqual([
    `skipped agent.yaml (${reason})`,
    `failed clear.json (${reason})`,
    `failed named.bin2 (${reason})`,
  ]);
  expect(found.problems.map(({ path, fatal }) => ({ path, fatal }))).toEqual([
    { path: 'clear.json', fatal: true },
    { path: 'named.bin2', fatal: true },
  ]);
  expect(found.leftOut.others).toBe(1);
});

test('resources outside of a template are said, and neither NULs nor a lost beginning hide anything', async () => {
  const root = folder({
    'lost.yaml': `rsion":"2010-09-09",${jsonTemplate.slice(1)}`,
    'part.yaml': 'Agent:\n  Type: AWS::Bedrock::Agent\n  Properties: { AgentName: support }\n',
    'slip.yaml': template.replace('Resources:', 'Resource:').replace(/^.*\n/, ''),
    'nul.yaml': template.replace('support', 'sup\0port'),
    'spec.yaml': 'Agent:\n  Type: AWS::Bedrock::Agent\n  Documentation: see elsewhere\n',
  });
  expect((await find(root)).inputs.map(({ path, status, format }) => `${status} ${path} ${format}`)).toEqual([
    'failed lost.yaml cloudformation',
    'failed nul.yaml undefined',
    'skipped part.yaml cloudformation-fragment',
    'skipped slip.yaml cloudformation-fragment',
  ]);
});
