import { describe, expect, test } from 'vitest';

import { plumbline, repository } from './plumbline.ts';
import { waiversYaml, waiverYaml } from './waiver.ts';

const explained = `acme/owner  Agents carry an owner tag
severity medium · confidence high · since 0.1 · here: on

Why
  Nobody knows whom to ask when the agent misbehaves.

Looks at
  AWS::Bedrock::Agent

Fails with
  - Agent \`AgentName\` has no \`ownerTag\`.

Fix
  Add the tag to the agent.

  CloudFormation:
    Tags: { owner: me }

Parameters
  ownerTag  string
      The key of the tag.
      "team"  (plumbline.yaml:3:15)

Elsewhere
  - checkov: ACME_1
`;

describe('a rule', () => {
  test('all that its files say, and what the policy makes of it', async () => {
    const config = `${repository['plumbline.yaml']}parameters: { ownerTag: team }\n`;
    const files = { ...repository, 'plumbline.yaml': config };
    expect(await plumbline(['explain', 'acme/owner', '--width', '100'], { files })).toEqual({
      code: 0,
      stdout: explained,
      stderr: '',
    });
  });

  test.each(['ACME/Owner', 'acme_1'])('by %s', async name => {
    const { stdout } = await plumbline(['explain', name], { files: repository });
    expect(stdout).toMatch(/^acme\/owner /);
  });

  test('an id of another tool that several rules stand for', async () => {
    const { code, stderr } = await plumbline(['explain', 'ACME_1'], {
      files: {
        ...repository,
        'rules/acme/second/rule.yaml': repository['rules/acme/owner/rule.yaml'].replace(
          'acme/owner',
          'acme/second',
        ),
      },
    });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: ACME_1 is what several rules check together
  acme/owner  Agents carry an owner tag
  acme/second  Agents carry an owner tag
  hint: plumbline explain acme/owner
`,
    });
  });

  test('as JSON and as Markdown', async () => {
    const json = await plumbline(['explain', 'acme/owner', '-f', 'json'], { files: repository });
    expect(JSON.parse(json.stdout)).toMatchObject({ id: 'acme/owner', enabled: true, examples: [] });
    const markdown = await plumbline(['explain', 'acme/owner', '-f', 'markdown'], { files: repository });
    expect(markdown.stdout).toContain('\n# Agents carry an owner tag\n');
  });
});

const found = async (): Promise<{ id: string }> => {
  const { stdout } = await plumbline(['scan', 'infra', '-f', 'json'], { files: repository });
  const report: { results: [{ id: string }] } = JSON.parse(stdout);
  return report.results[0];
};

describe('a finding', () => {
  test('its place, the values it stands on, and the fix', async () => {
    const { id } = await found();
    const { code, stdout } = await plumbline(['explain', id.slice(0, 10), 'infra'], { files: repository });
    expect(code).toBe(0);
    expect(stdout).toContain(`fail · severity medium · confidence high · finding ${id}\n`);
    expect(stdout).toContain('infra/agent.yaml:7:7');
    expect(stdout).toContain('│ Agent support has no owner.\n');
    expect(stdout).toMatch(/\nValues read\n {2}params\.ownerTag +owner\n {2}r\.tags .*infra\/agent\.yaml:7/);
    expect(stdout).toContain('\nFix\n  Add the tag to the agent.\n');
  });

  test('as JSON, the same as in the report', async () => {
    const finding = await found();
    const { stdout } = await plumbline(['explain', finding.id, 'infra', '-f', 'json'], { files: repository });
    expect(JSON.parse(stdout)).toMatchObject({ id: finding.id, rule: 'acme/owner', verdict: 'fail' });
  });

  test('the waiver that names it, with who accepted it', async () => {
    const { id } = await found();
    const asked = ['explain', id, 'infra', '--as-of', '2026-11-21'];
    const { stdout } = await plumbline(asked, {
      files: { ...repository, 'waivers.yaml': waiversYaml(waiverYaml({ id: 'W-1' })) },
    });
    expect(stdout).toContain(`waived · severity medium · confidence high · finding ${id}\n`);
    expect(stdout).toContain(`
Waiver
  waived until 2027-02-19
  id        W-1
  reason    internal pilot
  owner     @ml
  approver  @security
  ticket    RISK-1
  created   2026-11-01
  where     waivers.yaml:2:5
`);
  });

  test('one that is not there', async () => {
    const { code, stderr } = await plumbline(['explain', '0123456789abcdef', 'infra'], { files: repository });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: no finding has an id that begins with 0123456789abcdef
  hint: give the id with the paths of the scan that reported it: plumbline explain ID PATH
`,
    });
  });
});
