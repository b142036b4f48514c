import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folder } from '../scan/inputs/folder.ts';
import { plumbline, repository } from './plumbline.ts';

describe('config show', () => {
  test('every setting with its origin', async () => {
    const files = {
      ...repository,
      'plumbline.yaml': `${repository['plumbline.yaml']}region: eu-west-1\nfailOn: low\n`,
    };
    const { stdout } = await plumbline(['config', 'show', '--origin', '--set', 'ownerTag=team'], { files });
    expect(stdout.split('\n').map(line => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
      'policies | plumbline.yaml:1:12 | ["./acme.yaml"]',
      'parameters.ownerTag | --set | "team"',
      'rules | plumbline.yaml:2:9 | ["rules"]',
      'inputs.include | default | []',
      'inputs.exclude | default | []',
      'region | plumbline.yaml:3:1 | "eu-west-1"',
      'account | not set | -',
      'partition | not set | -',
      'accounts | default | {}',
      'cloudformation.parameters | default | {}',
      'cloudformation.templates | default | {}',
      'terraform.variables | default | {}',
      'terraform.varFiles | default | []',
      'terraform.workspace | not set | -',
      'terraform.sources | default | []',
      'terraform.roots | default | {}',
      'waivers | default | []',
      'inlineWaivers | default | true',
      'baseline | not set | -',
      'failOn | plumbline.yaml:4:1 | "low"',
      'unknown | default | "warn"',
      'requireComplete | default | false',
      '',
    ]);
  });

  test('as JSON, with and without', async () => {
    const plain = await plumbline(['config', 'show', '-f', 'json'], { files: repository });
    expect(JSON.parse(plain.stdout)).toMatchObject({
      policies: ['./acme.yaml'],
      failOn: 'high',
      region: null,
    });
    const origin = await plumbline(['config', 'show', '-f', 'json', '--origin'], { files: repository });
    expect(JSON.parse(origin.stdout)).toMatchObject({ failOn: { value: 'high', where: 'default' } });
  });

  test('the command line overrides the policies of the file', async () => {
    const { stdout } = await plumbline(['config', 'show', '--origin', '--policy', 'genai-baseline'], {
      files: repository,
    });
    expect(stdout).toMatch(/^policies +--policy +\["genai-baseline"\]\n/);
  });
});

describe('init', () => {
  test('writes a configuration that loads, and says what is next', async () => {
    const cwd = folder({});
    const { code, stdout, stderr } = await plumbline(['init'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^wrote plumbline\.yaml\n\nnext\n/);
    expect((await plumbline(['config', 'show'], { cwd })).code).toBe(0);
  });

  test('never overwrites', async () => {
    const cwd = folder({ 'plumbline.yaml': '# mine\n' });
    expect(await plumbline(['init'], { cwd })).toMatchObject({ code: 2 });
    expect(readFileSync(join(cwd, 'plumbline.yaml'), 'utf8')).toBe('# mine\n');
  });
});

describe('policies', () => {
  test('list', async () => {
    const { stdout } = await plumbline(['policies', 'list']);
    expect(stdout).toMatch(/^POLICY +TITLE\n(?:.*\n)*genai-baseline +.* \(default\)\n/);
  });

  test('show: rules, parameters, their values and what is missing', async () => {
    const { stdout } = await plumbline(['policies', 'show', './acme.yaml'], { files: repository });
    expect(stdout).toBe(`acme: Acme

1 rule
  acme/owner  medium  Agents carry an owner tag

parameters
  ownerTag  string
      The key of the tag.
      "owner"  (rules/acme/owner/rule.yaml)
      used by acme/owner
`);
  });

  test('show as JSON', async () => {
    const { stdout } = await plumbline(['policies', 'show', 'genai-baseline', '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      policies: ['genai-baseline'],
      rules: expect.arrayContaining([
        expect.objectContaining({ id: 'bedrock/agent-approved-model', missing: ['approvedModels'] }),
      ]),
      parameters: expect.arrayContaining([
        expect.objectContaining({ name: 'approvedModels', example: expect.any(Array) }),
      ]),
    });
  });
});

test('the result of an earlier scan may lie beside the files, whatever it is called', async () => {
  const cwd = folder({ ...repository });
  const scan = () => plumbline(['scan', '-f', 'json=plumbline.json', '-f', 'sarif=plumbline.sarif'], { cwd });
  expect((await scan()).code).toBe(0);
  expect(await scan()).toMatchObject({ code: 0, stderr: expect.stringContaining('gate: ') });
});
