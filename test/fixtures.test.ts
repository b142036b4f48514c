import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { plumbline } from './cli/plumbline.ts';

/*
 * The templates under fixtures/ with the default policy, as a user would scan them. What they are to find stands in
 * comments above the line that the finding points at (`# expect: <rule> <verdict>`), or, where a comment cannot stand, in
 * a file beside the template. Every failure must be among them.
 */

const root = join(import.meta.dirname, '..');

const decisions = [
  'approvedModels=amazon.nova-lite-v1:0,amazon.titan-embed-text-v2:0',
  'approvedRegions=eu-central-1,eu-west-1',
  'approvedAccelerators=inf2,trn1',
  'maxModelUnits=2',
  'requiredTags=owner,cost-center',
];

test.each([
  'fixtures/cloudformation/knowledge-base-rag.yaml',
  'fixtures/cloudformation/log-archive.json',
  'fixtures/quickstart/support-assistant.yaml',
  'fixtures/sam/agent-tools.yaml',
])('%s has the faults that it says it has', async path => {
  const found = await findingsOf(path);
  const expected = expectationsOf(path);
  expect(found.filter(({ verdict }) => verdict === 'fail')).toEqual(
    expected.filter(({ verdict }) => verdict === 'fail'),
  );
  expect(found).toEqual(expect.arrayContaining([...expected]));
});

interface Point {
  readonly line: number;
  readonly rule: string;
  readonly verdict: string;
}

/** What a run reports, once for each line and rule. */
async function findingsOf(path: string): Promise<readonly Point[]> {
  const placement = ['--region', 'eu-central-1', '--account', '111122223333'];
  const { stdout, code } = await plumbline(
    [
      'scan',
      path,
      '--no-config',
      '--exit-zero',
      ...placement,
      ...decisions.flatMap(one => ['--set', one]),
      '-f',
      'json',
    ],
    { cwd: root },
  );
  expect(code).toBe(0);
  const report: unknown = JSON.parse(stdout);
  const points = entriesOf(report, 'results').map(result => ({
    line: Number(fieldOf(fieldOf(result, 'location'), 'line')),
    rule: String(fieldOf(result, 'rule')),
    verdict: String(fieldOf(result, 'verdict')),
  }));
  return sorted(points);
}

function expectationsOf(path: string): readonly Point[] {
  const beside = join(root, path.replace(/\.\w+$/, '.expect.yaml'));
  if (!existsSync(beside)) return sorted(annotationsOf(readFileSync(join(root, path), 'utf8')));
  const listed: unknown = parse(readFileSync(beside, 'utf8'));
  return sorted(
    entriesOf({ listed }, 'listed').map(entry => ({
      line: Number(fieldOf(entry, 'line')),
      rule: String(fieldOf(entry, 'rule')),
      verdict: String(fieldOf(entry, 'verdict')),
    })),
  );
}

/** Annotations speak of the next line that is none. */
function annotationsOf(text: string): readonly Point[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, rule, verdict] = annotation.exec(line) ?? [];
    if (rule === undefined || verdict === undefined) return [];
    const next = lines.findIndex((later, place) => place > index && !annotation.test(later));
    return [{ line: next + 1, rule, verdict }];
  });
}

const annotation = /^\s*# expect: (\S+) (\S+)$/;

function sorted(points: readonly Point[]): readonly Point[] {
  const unique = new Map(points.map(point => [`${point.line} ${point.rule} ${point.verdict}`, point]));
  return [...unique.values()].toSorted(
    (left, right) => left.line - right.line || (left.rule < right.rule ? -1 : 1),
  );
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function entriesOf(value: unknown, key: string): readonly unknown[] {
  const entries = fieldOf(value, key);
  if (!Array.isArray(entries)) throw new Error(`no list ${key}`);
  return entries;
}
