import { expect, test } from 'vitest';

import { dayAfter, daysBetween, isDay } from '../../src/model/day.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import { movedKey } from '../../src/scan/comparison/moved.ts';
import { seenBy } from '../../src/scan/comparison/seen.ts';
import { matchesOf } from '../../src/scan/waivers/matching.ts';
import { findingOn } from '../report/sample.ts';

const waiverOf = (resource: string): Waiver => ({
  rule: 'bedrock/agent-guardrail',
  resource,
  reason: 'internal pilot',
  owner: '@ml',
  approver: '@security',
  ticket: 'RISK-1',
  created: '2026-11-01',
  expires: '2027-02-19',
  origin: 'file',
  where: 'waivers.yaml:2:5',
});

const findings = ['A', 'AB', 'B[0]', 'B["x*"]'].map(name => findingOn(name, 1));

test.each<readonly [string, readonly string[]]>([
  ['infra/agents.yaml#A', ['A']],
  ['infra/agents.yaml#a', []],
  ['infra/agents.yaml#A*', ['A', 'AB']],
  ['infra/*#A', ['A']],
  ['*.yaml#*B', ['AB']],
  ['infra/agents.yaml#B[0]', ['B[0]']],
  ['infra/agents.yaml#B[*]', ['B[0]', 'B["x*"]']],
  ['infra/agents.yaml#B["x*"]', ['B["x*"]']],
  ['*agents*#*', ['A', 'AB', 'B[0]', 'B["x*"]']],
  ['*#A*A', []],
  ['infra/.*', []],
])('%s names %j', (resource, names) => {
  const waiver = waiverOf(resource);
  const named = matchesOf([waiver], findings).get(waiver) ?? [];
  expect(named.map(finding => finding.resource.name)).toEqual(names);
});

test('a pattern of many stars takes no longer than the text', () => {
  const waiver = waiverOf(`infra/${'*a'.repeat(5_000)}b`);
  const long = findingOn('x', 1, {
    resource: { key: `infra/${'a'.repeat(50_000)}`, type: 'AWS::Bedrock::Agent', name: 'x' },
  });
  expect(matchesOf([waiver], [long]).get(waiver)).toEqual([]);
});

test.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test('days are counted across the end of summer time and of years', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-12-31', '2025-12-31')).toBe(-365);
  expect(dayAfter('2027-12-31', 60)).toBe('2028-02-29');
});

const view = {
  inputs: [
    { path: 'infra/a.yaml', status: 'parsed', resources: 1 },
    { path: 'infra/broken.yaml', status: 'failed', resources: 0 },
    { path: 'infra/skipped.yaml', status: 'skipped', resources: 0 },
    { path: 'tf/main.tf', status: 'parsed', resources: 1 },
  ],
  rules: new Set(['a/b']),
  paths: ['infra', 'tf'],
  accounts: new Set(['111122223333']),
  exists: (path: string) => path === 'infra/excluded.yaml',
} as const;

test.each([
  ['infra/a.yaml#X', true],
  ['infra/gone.yaml#X', true],
  ['infra/broken.yaml#X', false],
  ['infra/skipped.yaml#X', false],
  ['infra/excluded.yaml#X', false],
  ['other/a.yaml#X', false],
  ['infrastructure/a.yaml#X', false],
  ['tf#module.a["b#c"].aws_kms_key.k', true],
  ['account/*', false],
  ['arn:aws:bedrock:eu-west-1:111122223333:agent/A', true],
  ['arn:aws:bedrock:eu-west-1:444455556666:agent/A', false],
])('whether a run looked at %s: %s', (resource, seen) => {
  expect(seenBy(view)({ rule: 'a/b', resource })).toBe(seen);
  expect(seenBy(view)({ rule: 'a/c', resource })).toBe(false);
});

test.each([
  ['one file', [['new.yaml', 'old.yaml']], ['old.yaml'], 'old.yaml#A', 'new.yaml#A'],
  ['a folder', [['b/main.tf', 'a/main.tf']], ['a/main.tf'], 'a#aws_x.y', 'b#aws_x.y'],
  ['a part of a folder', [['b/main.tf', 'a/main.tf']], ['a/main.tf', 'a/other.tf'], 'a#aws_x.y', 'a#aws_x.y'],
  [
    'a folder to two places',
    [
      ['b/main.tf', 'a/main.tf'],
      ['c/x.tf', 'a/x.tf'],
    ],
    ['a/main.tf', 'a/x.tf'],
    'a#aws_x.y',
    'a#aws_x.y',
  ],
] as const)('what moved with %s', (...[, renames, paths, from, to]) => {
  expect(movedKey({ renames: new Map(renames), paths: new Set(paths) })(from)).toBe(to);
});
