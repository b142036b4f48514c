import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { redactorOf } from '../../src/collect/snapshot/redact.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the same id has the same pseudonym wherever it stands, in a resumed run too', () => {
  const path = join(folder, 'a.plumb');
  const redactor = redactorOf(path, true);
  const other = redactor.account('111122223333');
  expect(other).toMatch(/^\d{12}$/);
  expect(other).not.toBe('111122223333');
  expect(redactorOf(path, false).account('111122223333')).toBe(other);
  expect(
    redactor.record({
      type: 'observation',
      kind: 'organizations:account',
      account: '111122223333',
      region: 'global',
      partition: 'aws',
      id: 'arn:aws:organizations::111122223333:account/o-x/111122223333',
      data: {
        Id: '111122223333',
        Name: 'ml-prod',
        Email: 'ml@example.com',
        Size: 111_122_223_333,
        Parents: ['r-1'],
      },
      tags: { owner: '111122223333' },
      calls: [
        {
          kind: 'call',
          account: '111122223333',
          region: 'global',
          action: 'organizations:ListAccounts',
          time: '',
        },
      ],
    }),
  ).toEqual({
    type: 'observation',
    kind: 'organizations:account',
    account: other,
    region: 'global',
    partition: 'aws',
    id: `arn:aws:organizations::${other}:account/o-x/${other}`,
    data: {
      Id: other,
      Name: expect.stringMatching(/^name-/),
      Email: expect.stringMatching(/^name-/),
      // A number is no id.
      Size: 111_122_223_333,
      Parents: ['r-1'],
    },
    tags: { owner: other },
    calls: [
      { kind: 'call', account: other, region: 'global', action: 'organizations:ListAccounts', time: '' },
    ],
  });
});

test('without the key nothing goes on', () => {
  expect(() => redactorOf(join(folder, 'b.plumb'), false)).toThrow(/its key .*b\.plumb\.key is not there/);
});
