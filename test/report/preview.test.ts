import { expect, test } from 'vitest';

import { reporters } from '../../src/report/index.ts';
import { readResult } from '../../src/report/read-result.ts';
import { refusals } from './github-rules.ts';
import { findingOn, reportOf, ruleOf, withOptions } from './sample.ts';
import { logOf } from './sarif-log.ts';

const early = { stage: 'preview', rule: 'bedrock/new', title: 'New', severity: 'critical' } as const;

/** A failure of a rule, and two findings of a rule that is in preview and would weigh more. */
const report = reportOf({
  rules: [ruleOf({ id: 'bedrock/new', title: 'New', severity: 'critical', stage: 'preview' }), ruleOf()],
  results: [
    findingOn('Early', 10, early),
    findingOn('Open', 20, { ...early, verdict: 'unknown', cause: 'out-of-view', chain: ['not here'] }),
    findingOn('Late', 30, { severity: 'low' }),
  ],
});

const write = (format: keyof typeof reporters): string =>
  reporters[format](report, withOptions({ verdicts: 'all' }));

test.each(Object.entries(reporters))('%s shows what it says, and that it is in preview', (_, reporter) => {
  const text = reporter(report, withOptions({}));
  expect(text).toContain('Early');
  expect(text).toMatch(/in preview|"stage":\s*"preview"/);
});

test('it is written and read back', () => {
  const read = readResult({ path: 'result.json', text: write('json') });
  expect(read.results.map(({ stage }) => stage)).toEqual(['preview', 'preview', undefined]);
  expect(reporters.terminal(read, withOptions({}))).toBe(reporters.terminal(report, withOptions({})));
});

test('the summary counts it apart', () => {
  expect(write('terminal')).toContain('2 fail (1 low, 1 in preview)');
});

test('what decides comes first', () => {
  const lines = write('compact').split('\n');
  expect(lines[0]).toContain('Late');
  expect(lines[1]).toContain('Early');
});

test('nothing that reads a report and gates by itself gates by it', () => {
  expect(write('junit')).not.toMatch(/<(?:error|failure)[^>]*>[^<]*Early/);
  expect(write('junit')).toContain('<skipped>in preview, fail: Agent Early has no guardrail.</skipped>');
  expect(write('github')).not.toContain('::error');
  expect(write('github')).not.toContain('::warning');
  expect(JSON.parse(write('gitlab')).map(({ severity }: { severity: string }) => severity)).toEqual([
    'info',
    'info',
    'info',
  ]);
  const { vulnerabilities } = JSON.parse(write('gitlab-sast'));
  expect(vulnerabilities.map(({ severity }: { severity: string }) => severity)).toEqual([
    'Low',
    'Info',
    'Info',
  ]);
  const log = logOf(report);
  expect(refusals(log)).toEqual([]);
  expect(log.runs[0]?.results?.map(({ level }) => level)).toEqual(['note', 'note']);
  expect(log.runs[0]?.tool.driver.rules?.map(({ properties }) => properties?.['security-severity'])).toEqual([
    '2.0',
    '2.0',
  ]);
});
