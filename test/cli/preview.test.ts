import { expect, test } from 'vitest';

import { agent, ownRule, plumbline, repository } from './plumbline.ts';

const files = {
  ...repository,
  'rules/acme/owner/rule.yaml': ownRule
    .replace('severity: medium', 'severity: critical')
    .concat('stage: preview\n'),
};

test('a rule in preview is shown and does not gate', async () => {
  const { code, stdout } = await plumbline(['scan', '--fail-on', 'low'], { files });
  expect(code).toBe(0);
  expect(stdout).toContain('Agent support has no owner.');
  expect(stdout).toContain('in preview, never gates');
  expect(stdout).toContain('gate: fail-on=low → passed (exit 0): no failure at or above low');
});

test('not when it is unknown either', async () => {
  const open = { ...files, 'infra/agent.yaml': agent('!FindInMap [A, B, C]') };
  const { code, stdout } = await plumbline(['scan', '--unknown', 'fail', '-f', 'json'], { files: open });
  expect(JSON.parse(stdout)).toMatchObject({ results: [{ verdict: 'unknown', stage: 'preview' }] });
  expect(code).toBe(0);
});

test('rules list says so', async () => {
  const { stdout } = await plumbline(['rules', 'list', 'acme/*'], { files });
  expect(stdout).toMatch(/acme\/owner {2}critical {2}on, in preview/);
});

test('a stage that is none', async () => {
  const broken = { ...files, 'rules/acme/owner/rule.yaml': `${ownRule}stage: beta\n` };
  const { code, stderr } = await plumbline(['scan'], { files: broken });
  expect(code).toBe(2);
  expect(stderr).toMatch(/rule\.yaml:\d+:8/);
});
