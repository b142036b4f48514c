import { expect, test } from 'vitest';

import { sarif } from '../../src/report/sarif.ts';
import { everything } from './everything.ts';
import { findingOf, findingOn, reportOf, withOptions } from './sample.ts';
import { notificationsOf, runOf } from './sarif-log.ts';

const run = runOf(everything, { verdicts: 'all' });

test('only failures in files are results, as everything would become an alert', () => {
  expect(run.results?.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['bedrock/agent-guardrail', 'error'],
    ['bedrock/agent-guardrail', 'error'],
    ['bedrock/knowledge-base-key', 'warning'],
  ]);
});

test('problems, unknown verdicts and live findings are told and counted', () => {
  expect(notificationsOf(run)).toEqual([
    [
      'parse-error',
      'Duplicate key "Properties" (first at line 21). Effect: nothing is known about its resources. Hint: Keep one of the two.',
    ],
    [
      'access-denied',
      '222233334444 eu-west-1: bedrock:GetGuardrail was denied. Effect: 3 results are unknown.',
    ],
    ['unresolved-value', expect.stringMatching(/^Tickets: .* ← parameter KeyArn has no default\)$/)],
    ['unresolved-value', expect.stringMatching(/^Wiki: /)],
    ['left-out', 'Live failures that have no file to point at: 1.'],
  ]);
  expect(run.invocations?.[0]?.toolConfigurationNotifications?.[0]?.message.text).toBe(
    'bedrock/approved-regions did not run: it needs a value for approvedRegions.',
  );
  expect(run.properties).toMatchObject({
    complete: false,
    coverage: everything.coverage,
    unknownByCause: { 'unresolved-value': 2 },
    listed: 3,
    leftOut: { live: 1, overLimit: 0 },
  });
});

test('a file that could not be read makes the run unsuccessful, so that its alerts stay; a denied call does not', () => {
  expect(run.invocations).toMatchObject([{ executionSuccessful: false, exitCode: 2 }]);
  const [, denied] = everything.problems;
  const other = runOf({ ...everything, problems: denied ? [denied] : [] });
  expect(other.invocations).toMatchObject([{ executionSuccessful: true }]);
});

test('over the limit the least severe are left out, and it says so', () => {
  const results = [
    ...Array.from({ length: 8 }, (_, index) => findingOn(`Agent${index}`, 10 + index, { severity: 'low' })),
    ...Array.from({ length: 4 }, (_, index) => findingOn(`Other${index}`, 50 + index)),
    ...Array.from({ length: 9 }, (_, index) =>
      findingOn(`Open${index}`, 90 + index, { verdict: 'unknown', cause: 'timeout' }),
    ),
  ];
  const cut = runOf(reportOf({ results }), { sarifLimit: 5 });
  expect(cut.results?.map(({ level }) => level)).toEqual(['error', 'error', 'error', 'error', 'note']);
  expect(notificationsOf(cut).slice(5)).toEqual([
    ['left-out', 'The least severe failures, over the limit of this file: 7.'],
    ['left-out', 'Unknown verdicts that are counted in the properties of the run: 4.'],
  ]);
  expect(cut.properties).toMatchObject({ leftOut: { overLimit: 7 }, unknownByCause: { timeout: 9 } });
});

test('never more than GitHub takes at all', () => {
  const finding = findingOf();
  const results = Array.from({ length: 25_001 }, (_, index) => ({ ...finding, id: `${index}` }));
  const { runs } = JSON.parse(sarif(reportOf({ results }), withOptions({ sarifLimit: Infinity })));
  expect(runs[0].results).toHaveLength(25_000);
  expect(runs[0].properties.leftOut.overLimit).toBe(1);
});

test('related locations end where GitHub ends', () => {
  const place = { path: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2, message: 'here' };
  const [result] =
    runOf(reportOf({ results: [findingOf({ related: Array.from({ length: 1200 }, () => place) })] }))
      .results ?? [];
  expect(result?.relatedLocations).toHaveLength(1000);
  expect(result?.properties).toMatchObject({ relatedLeftOut: 200 });
});
