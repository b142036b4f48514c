import { expect, test } from 'vitest';

import { compact } from '../../src/report/compact.ts';
import { everything } from './everything.ts';
import { hostile } from './hostile.ts';
import { findingOn, reportOf, withOptions } from './sample.ts';

test('something of everything', async () => {
  await expect(compact(everything, withOptions({ verdicts: 'all' }))).toMatchFileSnapshot(
    'snapshots/everything-compact.txt',
  );
});

test('a clean run is one line', () => {
  const report = reportOf({ results: [findingOn('A', 3, { verdict: 'pass' })] });
  expect(compact(report, withOptions({}))).toBe(
    '1 file, 12 resources, 1 rule; 0 fail, 0 unknown, 1 pass, 0 not applicable; coverage 100 %: 1 of 1 decided, 0 unknown; gate: fail-on=high → passed (exit 0): no failure at or above high\n',
  );
  expect(compact(report, withOptions({ quiet: true }))).toBe(
    'gate: fail-on=high → passed (exit 0): no failure at or above high\n',
  );
});

test('one line for each verdict, problem and rule that did not run, whatever stands in it', () => {
  const { results, problems, notConfigured } = hostile;
  const lines = compact(hostile, withOptions({ verdicts: 'all' })).split('\n');
  expect(lines).toHaveLength(results.length + problems.length + notConfigured.length + 2);
});
