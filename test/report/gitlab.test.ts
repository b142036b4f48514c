import { expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { gitlabSast } from '../../src/report/gitlab-sast.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { everything } from './everything.ts';
import { gated } from './gated.ts';
import { gitlabRefusals } from './gitlab-schemas.ts';
import { hostile } from './hostile.ts';
import { findingOf, reportOf, ruleOf, withOptions } from './sample.ts';

const quality = (report: Report): string => gitlab(report, withOptions({}));
const sast = (report: Report): string => gitlabSast(report, withOptions({}));

test.each([
  ['something of everything', everything],
  ['waivers, a baseline and a trusted commit', gated],
  ['nothing', reportOf({ rules: [], inputs: [] })],
  ['hostile texts', hostile],
  ['no time', reportOf({ run: { started: 'yesterday', seconds: 0 } })],
  ['a finding of a rule that is not described', reportOf({ rules: [], results: [findingOf()] })],
  ['a finding without a text', reportOf({ results: [findingOf({ message: '', title: '' })] })],
  [
    'a rule with endless texts',
    reportOf({
      rules: [ruleOf({ title: 'a😀'.repeat(900), fix: { summary: 'b😀'.repeat(9000) } })],
      results: [findingOf({ title: 'a😀'.repeat(900) })],
    }),
  ],
])('%s: GitLab takes it', (_, report) => {
  expect(gitlabRefusals('gitlab', quality(report))).toEqual([]);
  expect(gitlabRefusals('gitlab-sast', sast(report))).toEqual([]);
});

test('the schemas refuse what is wrong', () => {
  const [first, ...others] = JSON.parse(quality(everything));
  const broken = [
    { ...first, severity: 'high' },
    { ...others[0], location: { path: '/etc' } },
  ];
  expect(gitlabRefusals('gitlab', JSON.stringify(broken))).toHaveLength(3);
  const report = JSON.parse(sast(everything));
  report.scan.start_time += 'Z';
  report.vulnerabilities[0].identifiers = [];
  report.vulnerabilities[1].severity = 'high';
  expect(gitlabRefusals('gitlab-sast', JSON.stringify(report))).toHaveLength(3);
});

test('Code Quality: failures, and what is unknown or was not assessed says so', () => {
  const issues = JSON.parse(quality(everything));
  expect(
    issues.map((one: Record<string, unknown>) => [one['severity'], one['check_name'], one['description']]),
  ).toEqual([
    [
      'blocker',
      'parse-error',
      'Not assessed: Duplicate key "Properties" (first at line 21).: nothing is known about its resources',
    ],
    ['major', 'bedrock/agent-guardrail', 'SupportAgent: Agent support has no guardrail.'],
    ['major', 'bedrock/agent-guardrail', 'BillingAgent: Agent BillingAgent has no guardrail.'],
    ['minor', 'bedrock/knowledge-base-key', 'Docs: Knowledge base Docs uses a key of AWS.'],
    ['info', 'bedrock/knowledge-base-key', expect.stringMatching(/^Tickets: Unknown: .* has no default\)$/)],
    ['info', 'bedrock/knowledge-base-key', expect.stringMatching(/^Wiki: Unknown: /)],
  ]);
  expect(issues[1]).toMatchObject({
    fingerprint: findingOf().id,
    location: { path: 'infra/agents.yaml', lines: { begin: 41 } },
  });
});

test('SAST: what could not be read makes the scan a failure, and messages say what is not listed', () => {
  const report = JSON.parse(sast(everything));
  expect(report.scan).toMatchObject({
    status: 'failure',
    start_time: '2026-11-21T06:00:00',
    end_time: '2026-11-21T06:00:00',
    messages: [
      { level: 'fatal', value: expect.stringMatching(/^parse-error: infra\/broken.yaml:33: Duplicate key/) },
      { level: 'warn', value: expect.stringMatching(/^access-denied: 222233334444 eu-west-1: bedrock/) },
      { level: 'warn', value: 'bedrock/approved-regions did not run: it needs a value for approvedRegions' },
      { level: 'warn', value: '1 live findings have no file to point at and are not listed' },
      { level: 'info', value: expect.stringMatching(/^4 fail/) },
      { level: 'info', value: expect.stringMatching(/^coverage/) },
      { level: 'info', value: expect.stringMatching(/^gate: fail-on=high: error \(exit 2\)/) },
    ],
  });
  const [denied] = everything.problems.slice(1);
  expect(JSON.parse(sast({ ...everything, problems: denied ? [denied] : [] })).scan.status).toBe('success');
});

test('SAST: severities, with the ids that other tools know the check by', () => {
  const { vulnerabilities } = JSON.parse(sast(everything));
  expect(vulnerabilities.map((one: Record<string, unknown>) => one['severity'])).toEqual([
    'High',
    'High',
    'Medium',
    'Unknown',
    'Unknown',
  ]);
  expect(vulnerabilities[0]).toMatchObject({
    identifiers: [
      {
        type: 'plumbline_rule',
        value: 'bedrock/agent-guardrail',
        url: expect.stringContaining('bedrock/agent-guardrail'),
      },
      { type: 'prowler_id', value: 'bedrock_agent_guardrail_enabled' },
    ],
    location: { file: 'infra/agents.yaml', start_line: 41, end_line: 52 },
  });
});
