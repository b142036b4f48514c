import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, test } from 'vitest';

import { scanRoleFiles } from '../../scripts/scan-role.ts';
import { loadServices } from '../../src/collect/load-services.ts';
import { memberPolicies, permissionsOf } from '../../src/collect/permissions.ts';
import type { Permissions } from '../../src/collect/permissions.ts';
import type { Service } from '../../src/collect/service.ts';

let services: readonly Service[];
let permissions: Permissions;
beforeAll(async () => {
  services = await loadServices([]);
  permissions = permissionsOf(services);
}, 60_000);

describe('the policy of the scan role', () => {
  test('reads and nothing else', () => {
    const reading = /^[a-z0-9-]+:(Get|List|Describe|BatchGet|View|Select|SearchResources)[A-Za-z0-9]*$/;
    expect([...permissions.member, ...permissions.caller].filter(action => !reading.test(action))).toEqual([
      'sts:AssumeRole',
    ]);
  });

  test('reads no content, and denies it', () => {
    const [{ Statement } = { Statement: [] }] = memberPolicies(permissions);
    const denied = Statement.flatMap(({ Effect, Action }) => (Effect === 'Deny' ? Action : []));
    expect(denied).toContain('secretsmanager:GetSecretValue');
    const patterns = denied.map(action => new RegExp(`^${action.replaceAll('*', '.*')}$`));
    expect(permissions.member.filter(action => patterns.some(pattern => pattern.test(action)))).toEqual([]);
  });

  test('is in documents that IAM takes, and whole', () => {
    const documents = memberPolicies(permissions);
    for (const document of documents) expect(JSON.stringify(document).length).toBeLessThanOrEqual(6_144);
    const allowed = documents.flatMap(({ Statement }) =>
      Statement.flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : [])),
    );
    expect(allowed).toEqual(permissions.member);
  });

  test('is what deploy/ holds', async () => {
    const made = await scanRoleFiles();
    for (const [path, text] of Object.entries(made)) expect(readFileSync(path, 'utf8'), path).toBe(text);
  });
});

test('what deploy/ holds fails none of our own rules', () => {
  const out = execFileSync(process.execPath, ['src/main.ts', 'scan', 'deploy', '--no-config', '-f', 'json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
  expect(out).toContain('"path":"deploy/cloudformation/scan-role.yaml","status":"parsed"');
  expect(out).toContain('"path":"deploy/terraform/main.tf","status":"parsed"');
  expect(out).not.toContain('"verdict":"fail"');
});

test('no two services have one name, and no kind is of two of them', () => {
  const names = services.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const kinds = services.flatMap(service => [...new Set(service.kinds)]);
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
});
