import { expect, test } from 'vitest';

import { everything } from './everything.ts';
import { gated } from './gated.ts';
import { refusals } from './github-rules.ts';
import { hostile } from './hostile.ts';
import { findingOf, reportOf, ruleOf } from './sample.ts';
import { isSarif, logOf, runOf } from './sarif-log.ts';

test('the schema refuses what is wrong', () => {
  expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false);
  expect(
    isSarif({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'a' } }, results: [{ message: {}, kind: 'failed' }] }],
    }),
  ).toBe(false);
});

test('the list of what GitHub refuses finds it', () => {
  const log = logOf(everything, { sarifProfile: 'full', verdicts: 'all' });
  expect(refusals(log)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^result \w+: kind, which GitHub ignores$/),
      expect.stringMatching(/^result \w+: level$/),
      expect.stringMatching(/^result \w+: uri$/),
      expect.stringMatching(/^result \w+: region$/),
    ]),
  );
  const [run] = log.runs;
  const rules = [{ id: 'a', shortDescription: { text: ' ' }, properties: { 'security-severity': '9.0' } }];
  const driver = { name: '', rules: [...rules, ...rules] };
  expect(refusals({ version: '2.1.0', runs: run ? [{ ...run, tool: { driver } }] : [] })).toEqual(
    expect.arrayContaining([
      'log: schema',
      'run: name',
      'run: rules',
      'rule a: shortDescription',
      'rule a: score',
    ]),
  );
});

test.each([
  ['something of everything', everything],
  ['waivers, a baseline and a trusted commit', gated],
  ['nothing', reportOf({ rules: [] })],
  ['hostile texts', hostile],
  [
    'a rule without texts',
    reportOf({
      rules: [ruleOf({ title: '', why: '', fix: { summary: '' }, references: [], themes: [] })],
      results: [findingOf({ message: '', title: '' })],
    }),
  ],
  [
    'a rule with endless texts',
    reportOf({
      rules: [
        ruleOf({
          title: 'a😀'.repeat(2000),
          why: 'é'.repeat(9000),
          themes: Array.from({ length: 40 }, (_, index) => `t${index}`),
        }),
      ],
    }),
  ],
  ['a finding of a rule that is not listed', reportOf({ rules: [], results: [findingOf()] })],
  [
    'an empty region',
    reportOf({
      results: [findingOf({ location: { path: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 } })],
    }),
  ],
  [
    'two findings on one line',
    reportOf({ results: [findingOf(), findingOf({ property: 'InstructionText' })] }),
  ],
])('%s: obeys the standard in both profiles, and GitHub in its own', (_, report) => {
  expect(logOf(report, { sarifProfile: 'full', verdicts: 'all' }).runs).toHaveLength(1);
  expect(refusals(logOf(report))).toEqual([]);
  expect(refusals(logOf(report, { sarifCategory: 'network', verdicts: 'all' }))).toEqual([]);
});

const place = { line: 41, column: 3, endLine: 52, endColumn: 30 };
const region = { startLine: 41, startColumn: 3, endLine: 52, endColumn: 30 };

test('one failure, whole', () => {
  const location = { path: 'infra/köln agents#1.yaml', ...place, lineHash: 'a23a3dc5e078b07b:1' };
  const related = [{ path: 'infra/g.yaml', ...place, message: 'the [only] guardrail' }];
  const finding = findingOf({ id: '9c1f', location, related, property: 'GuardrailConfiguration' });
  expect(runOf(reportOf({ results: [finding] })).results).toEqual([
    {
      ruleId: 'bedrock/agent-guardrail',
      ruleIndex: 0,
      level: 'error',
      message: { text: String.raw`Agent support has no guardrail. See: [the \[only\] guardrail](1).` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'infra/k%C3%B6ln%20agents%231.yaml', uriBaseId: '%SRCROOT%' },
            region,
          },
          logicalLocations: [
            { name: 'SupportAgent', fullyQualifiedName: 'infra/agents.yaml#SupportAgent', kind: 'resource' },
          ],
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: 'the [only] guardrail' },
          physicalLocation: {
            artifactLocation: { uri: 'infra/g.yaml', uriBaseId: '%SRCROOT%' },
            region,
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: 'a23a3dc5e078b07b:1', 'plumbline/v1': '9c1f' },
      properties: {
        verdict: 'fail',
        severity: 'high',
        confidence: 'high',
        property: 'GuardrailConfiguration',
        resourceType: 'AWS::Bedrock::Agent',
      },
    },
  ]);
});

test('a rule as GitHub shows it', () => {
  expect(runOf(reportOf()).tool.driver.rules?.[0]).toMatchObject({
    id: 'bedrock/agent-guardrail',
    name: 'BedrockAgentGuardrail',
    shortDescription: { text: 'Bedrock agents have a guardrail' },
    helpUri: 'https://github.com/plumbline-dev/plumbline/blob/main/rules/bedrock/agent-guardrail/README.md',
    defaultConfiguration: { level: 'error' },
    properties: {
      tags: ['security', 'bedrock', 'guardrails-pii'],
      precision: 'high',
      'security-severity': '8.0',
    },
  });
});

test('a rule that has no page has no address of one', () => {
  const run = runOf(reportOf(), { rulePage: () => undefined });
  expect(run.tool.driver.rules?.[0]).not.toHaveProperty('helpUri');
});

test('the score of a rule is that of its findings, which a policy may have changed', () => {
  const run = runOf(reportOf({ results: [findingOf({ severity: 'critical' })] }));
  expect(run.tool.driver.rules?.[0]?.properties).toHaveProperty('security-severity', '9.5');
});

test('a category, when one is asked for', () => {
  expect(runOf(reportOf(), { sarifCategory: 'plumbline/network' }).automationDetails).toEqual({
    id: 'plumbline/network/',
  });
  expect(runOf(reportOf())).not.toHaveProperty('automationDetails');
});
