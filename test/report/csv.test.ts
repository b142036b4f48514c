import { expect, test } from 'vitest';

import { csv } from '../../src/report/csv.ts';
import { everything } from './everything.ts';
import { hostile } from './hostile.ts';
import { findingOf, reportOf, withOptions } from './sample.ts';
import { tableOf } from './table.ts';

test('a row for each finding, and for what was not assessed', () => {
  const rows = tableOf(csv(everything, withOptions({ verdicts: 'all' })));
  expect(rows.map(({ verdict, resource, path, message }) => [verdict, resource || path, message])).toEqual([
    [
      'not-assessed',
      'infra/broken.yaml',
      'Duplicate key "Properties" (first at line 21).; nothing is known about its resources',
    ],
    ['not-assessed', '', 'bedrock:GetGuardrail was denied.; 3 results are unknown'],
    [
      'fail',
      'arn:aws:bedrock:eu-west-1:111122223333:model-invocation-logging',
      'Model invocation logging is off in eu-west-1.',
    ],
    ['fail', 'infra/agents.yaml#SupportAgent', 'Agent support has no guardrail.'],
    ['fail', 'infra/agents.yaml#BillingAgent', 'Agent BillingAgent has no guardrail.'],
    ['fail', 'infra/kb.yaml#Docs', 'Knowledge base Docs uses a key of AWS.'],
    ['unknown', 'infra/kb.yaml#Tickets', 'Whether the key is customer managed is not known.'],
    ['unknown', 'infra/kb.yaml#Wiki', 'Whether the key is customer managed is not known.'],
    ['pass', 'infra/agents.yaml#SalesAgent', ''],
    ['not-applicable', 'infra/kb.yaml#Old', 'It is managed by Amazon Kendra.'],
    ['not-configured', '', 'needs a value for approvedRegions'],
  ]);
  expect(rows[3]).toMatchObject({ severity: 'high', line: '41', column: '3', id: findingOf().id });
});

test('without passes where only findings are asked for', () => {
  const verdicts = tableOf(csv(everything, withOptions({}))).map(({ verdict }) => verdict);
  expect(new Set(verdicts)).toEqual(new Set(['not-assessed', 'fail', 'unknown', 'not-configured']));
});

test('no cell is a formula to a spreadsheet, and every row has every column', () => {
  const rows = tableOf(csv(hostile, withOptions({ verdicts: 'all' })));
  expect(rows).toHaveLength(hostile.results.length + hostile.problems.length + hostile.notConfigured.length);
  for (const row of rows) {
    expect(Object.values(row)).toHaveLength(24);
    for (const text of Object.values(row)) expect(text).not.toMatch(/^[=+\-@|%\t\r]/);
  }
});

test('commas and quotes stay in their cell', () => {
  const [row] = tableOf(
    csv(reportOf({ results: [findingOf({ message: 'say "no", always' })] }), withOptions({})),
  );
  expect(row?.['message']).toBe('say "no", always');
});
