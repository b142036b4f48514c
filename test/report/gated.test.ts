import { expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { reporters } from '../../src/report/index.ts';
import { gated } from './gated.ts';
import { withOptions } from './sample.ts';
import { runOf } from './sarif-log.ts';

const view = withOptions({ width: 100 });

test.each(['terminal', 'compact', 'markdown'] as const)(
  '%s shows what lets something through',
  async name => {
    await expect(reporters[name](gated, view)).toMatchFileSnapshot(`snapshots/gated-${name}.txt`);
  },
);

test('terminal lists with all verdicts what is unchanged', () => {
  const text = reporters.terminal(gated, withOptions({ verdicts: 'all' }));
  expect(text).toContain('OlderAgent  infra/agents.yaml:80:3  Agent OlderAgent has no guardrail.');
});

/** Failures, unknown, waived, passes, not applicable as each format counts or lists them. */
const counts: Readonly<Record<string, (report: Report) => readonly number[]>> = {
  coverage: ({ coverage: { verdicts } }) => Object.values(verdicts),
  json: report => {
    const { results }: { results: { verdict: string }[] } = JSON.parse(
      reporters.json(report, withOptions({ verdicts: 'all' })),
    );
    return ['fail', 'unknown', 'waived', 'pass', 'not-applicable'].map(
      verdict => results.filter(one => one.verdict === verdict).length,
    );
  },
  'json with findings alone': report => {
    const { coverage, results } = JSON.parse(reporters.json(report, withOptions({})));
    expect(results).toHaveLength(7);
    return Object.values<number>(coverage.verdicts);
  },
  compact: report => {
    const lines = reporters.compact(report, withOptions({ verdicts: 'all' })).split('\n');
    return ['fail', 'unknown', 'waived', 'pass', 'not-applicable'].map(
      verdict => lines.filter(line => line.includes(` bedrock/agent-guardrail ${verdict} `)).length,
    );
  },
  sarif: report => {
    const { results = [] } = runOf(report, { sarifProfile: 'full', verdicts: 'all' });
    const of = (kind: string | undefined): number => results.filter(one => one.kind === kind).length;
    const waived = results.filter(one => one.suppressions).length;
    return [of(undefined) - waived, of('open'), waived, of('pass'), of('notApplicable')];
  },
  ...Object.fromEntries(
    (['terminal', 'compact', 'markdown', 'junit'] as const).map(name => [
      `the words of ${name}`,
      (report: Report) => {
        const words = /(\d+) fail\b.*?(\d+) unknown.*?(\d+) waived.*?(\d+) pass.*?(\d+) not applicable/;
        return (words.exec(reporters[name](report, withOptions({}))) ?? []).slice(1).map(Number);
      },
    ]),
  ),
};

test.each(Object.entries(counts))('the counts of %s agree with all others', (_, count) => {
  expect(count(gated)).toEqual([3, 2, 2, 1, 1]);
});

test('a test that is waived or was there before is skipped, never passed and never failed', () => {
  const xml = reporters.junit(gated, withOptions({}));
  expect(xml).toContain('tests="9" failures="1" errors="1" skipped="6"');
  expect(xml).toContain('<skipped>waived until 2026-12-10\nAgent PilotAgent has no guardrail.\n');
  expect(xml).toContain('<skipped>unchanged, fail: Agent OldAgent has no guardrail.</skipped>');
});

test('SARIF has the waiver as a suppression, and a state on every result', () => {
  const { results = [] } = runOf(gated, { sarifProfile: 'full' });
  expect(results.map(({ baselineState, kind, level }) => [baselineState, kind, level])).toEqual([
    ['new', undefined, 'error'],
    ['unchanged', undefined, 'error'],
    ['unchanged', undefined, 'error'],
    ['new', 'open', 'none'],
    ['unchanged', 'open', 'none'],
    ['unchanged', undefined, 'error'],
    ['unchanged', undefined, 'error'],
  ]);
  const suppressed = results.flatMap(({ suppressions = [] }) => suppressions);
  expect(suppressed.map(({ kind, status }) => [kind, status])).toEqual([
    ['external', 'accepted'],
    ['inSource', 'accepted'],
  ]);
  expect(suppressed[0]?.justification).toBe(
    'internal pilot | without <b>customer</b> data; owner @ml-platform, approved by @security, RISK-481',
  );
});

test('code scanning never sees what is waived, and keeps the alerts of what is unchanged', () => {
  const run = runOf(gated, {});
  expect(run.results).toHaveLength(3);
  expect(run.results?.some(({ suppressions, baselineState }) => suppressions ?? baselineState)).toBe(false);
  expect(run.properties).toMatchObject({ leftOut: { waived: 2, live: 0, overLimit: 0 } });
});
