import { expect, test } from 'vitest';

import type { Finding } from '../../../src/model/finding.ts';
import { hash } from '../../../src/scan/hash.ts';
import { packFindings, unpackFindings } from '../../../src/scan/live/packed-findings.ts';

/** What the rules say of a hundred resources of an account, two findings each. */
const findings = Array.from({ length: 100 }, (_, number): readonly Finding[] => {
  const key = `arn:aws:bedrock:eu-west-1:111122223333:agent/${hash(`agent ${number}`).slice(0, 10)}`;
  const resource = { key, type: 'AWS::Bedrock::Agent', name: `agent-${number}`, account: '111122223333' };
  return ['guardrail', 'key'].map(what => ({
    id: hash(`${key} ${what}`),
    rule: `bedrock/agent-${what}`,
    title: `Bedrock agents have a ${what}`,
    severity: 'high',
    confidence: 'medium',
    ...(what === 'key' ? { verdict: 'unknown', cause: 'access-denied' } : { verdict: 'fail' }),
    message: `Agent agent-${number} has no ${what}.`,
    chain: what === 'key' ? ['bedrock:GetAgent was denied'] : [],
    resource,
    property: 'CustomerEncryptionKeyArn',
    location: { path: 'a.yaml', line: number, column: 1, endLine: number, endColumn: 2 },
    related: [],
  }));
});

const placed = findings.map((some, order) => ({ order, findings: some }));

test('findings come back as they were, in the order of their places', () => {
  const packs = [packFindings(placed.slice(40).toReversed()), packFindings(placed.slice(0, 40))];
  expect(unpackFindings(packs)).toEqual(findings.flat());
  expect(unpackFindings([])).toEqual([]);
});

test('what is said of one resource is there once', () => {
  const [first, second] = unpackFindings([packFindings(placed)]);
  expect(first?.resource).toBe(second?.resource);
});

test('a packed finding takes less than a hundred bytes, with all that is kept for it', () => {
  expect(packFindings(placed).buffer.byteLength / findings.flat().length).toBeLessThan(100);
  const empty = packFindings([{ order: 0, findings: [] }]);
  expect(empty.buffer.byteLength).toBeLessThan(20);
});
