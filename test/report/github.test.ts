import { expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { github } from '../../src/report/github.ts';
import { everything } from './everything.ts';
import { findingOf, findingOn, reportOf, withOptions } from './sample.ts';

const linesOf = (report: Report): readonly string[] => github(report, withOptions({})).trimEnd().split('\n');
const commandsOf = (report: Report): readonly string[] =>
  linesOf(report).filter(line => line.startsWith('::'));

test('a command for each of what there is, the levels by severity, then the summary', () => {
  expect(linesOf(everything).map(line => line.slice(0, 150))).toMatchInlineSnapshot(`
    [
      "::error file=infra/broken.yaml,line=33,endLine=33,col=7,endColumn=16,title=not assessed%3A parse-error::Duplicate key "Properties" (first at line 21).",
      "::error title=critical%3A Model invocations are logged (logging/invocation-logging)::model-invocation-logging: Model invocation logging is off in eu-w",
      "::error file=infra/agents.yaml,line=41,endLine=52,title=high%3A Bedrock agents have a guardrail (bedrock/agent-guardrail)::SupportAgent: Agent support",
      "::error file=infra/agents.yaml,line=88,endLine=97,title=high%3A Bedrock agents have a guardrail (bedrock/agent-guardrail)::BillingAgent: Agent Billing",
      "::warning title=not assessed%3A access-denied::222233334444 eu-west-1: bedrock:GetGuardrail was denied.%0A3 results are unknown",
      "::warning file=infra/kb.yaml,line=12,endLine=12,col=7,endColumn=28,title=medium%3A Knowledge bases are encrypted with a customer managed key (bedrock/",
      "::warning file=infra/kb.yaml,line=30,endLine=30,col=7,endColumn=28,title=unknown (medium)%3A Knowledge bases are encrypted with a customer managed key",
      "::warning file=infra/kb.yaml,line=48,endLine=48,col=7,endColumn=28,title=unknown (medium)%3A Knowledge bases are encrypted with a customer managed key",
      "4 files (1 not read, 1 skipped), 16 resources, 5 rules (1 not configured), 4 fail (1 critical, 2 high, 1 medium), 2 unknown, 1 pass, 1 not applicable",
      "coverage 71.4 %: 5 of 7 decided, 2 unknown; incomplete: some of it was not assessed",
      "gate: fail-on=high: error (exit 2): 1 input could not be read; nothing is known about it",
    ]
  `);
});

test('what stands in a command cannot end it or begin another', () => {
  const [command] = commandsOf(
    reportOf({
      results: [
        findingOf({
          title: 'a: b, 100%',
          message: 'first\n::error::owned, 5% of: all',
          location: { path: 'a,b:c%.yaml', line: 1, column: 2, endLine: 1, endColumn: 6 },
        }),
      ],
    }),
  );
  expect(command).toBe(
    '::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=2,endColumn=5,title=high%3A a%3A b%2C 100%25 (bedrock/agent-guardrail)' +
      '::SupportAgent: first \\u{3a}:error::owned, 5%25 of: all%0AFix: Attach a numbered guardrail version to the agent.' +
      '%0Ahttps://github.com/plumbline-dev/plumbline/blob/main/rules/bedrock/agent-guardrail/README.md',
  );
});

test('ten of each level, the most severe first, and how many there are besides', () => {
  const results = [
    ...Array.from({ length: 8 }, (_, index) => findingOn(`High${index}`, 10 + index)),
    ...Array.from({ length: 4 }, (_, index) =>
      findingOn(`Top${index}`, 50 + index, { severity: 'critical' }),
    ),
    ...Array.from({ length: 13 }, (_, index) =>
      findingOn(`Open${index}`, 90 + index, { verdict: 'unknown' }),
    ),
  ];
  const report = reportOf({ results });
  expect(commandsOf(report).filter(line => line.startsWith('::error'))).toHaveLength(10);
  expect(commandsOf(report).slice(0, 4)).toEqual(
    Array.from({ length: 4 }, () => expect.stringContaining('title=critical%3A')),
  );
  expect(commandsOf(report)).toHaveLength(20);
  expect(linesOf(report)).toContain(
    '2 failures, 3 unknown verdicts without an annotation: GitHub shows 10 of each level; the other formats list all',
  );
});

test('what was there before the change has no annotation', () => {
  const results = [findingOn('Old', 3, { change: 'unchanged' }), findingOn('New', 30, { change: 'new' })];
  expect(commandsOf(reportOf({ results }))).toEqual([expect.stringContaining('line=30')]);
});

test('nothing to say is still a summary', () => {
  expect(linesOf(reportOf())).toEqual([
    expect.stringMatching(/^1 file, 12 resources, 1 rule, 0 fail/),
    'coverage: no rule applied to anything',
    'gate: fail-on=high: passed (exit 0): no failure at or above high',
  ]);
});
