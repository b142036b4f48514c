import type { Finding, KnownFinding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { FindingWaiver, WaiverUse } from '../../src/model/waiver.ts';
import { findingOf, findingOn, reportOf } from './sample.ts';

const accepted = {
  reason: 'internal pilot | without <b>customer</b> data',
  owner: '@ml-platform',
  approver: '@security',
  ticket: 'RISK-481',
  created: '2026-08-01',
  expires: '2026-12-10',
  origin: 'file',
  where: 'waivers.yaml:2:5',
} as const;

const waiverOf = (changes: Partial<FindingWaiver> = {}): FindingWaiver => ({
  ...accepted,
  id: 'W-014',
  state: 'active',
  note: 'waived until 2026-12-10',
  ...changes,
});

const useOf = (changes: Partial<WaiverUse> = {}): WaiverUse => ({
  ...accepted,
  rule: 'bedrock/agent-guardrail',
  resource: 'infra/agents.yaml#PilotAgent',
  outcome: 'active',
  covers: 1,
  remarks: [],
  ...changes,
});

const undecided: Partial<Finding> = {
  verdict: 'unknown',
  cause: 'unresolved-value',
  message: 'Whether it has a guardrail is not known.',
  chain: ['GuardrailConfiguration', 'parameter Guardrail has no default'],
};

const known = (name: string): KnownFinding => ({
  id: name.toLowerCase().padEnd(32, '0'),
  rule: 'bedrock/agent-guardrail',
  verdict: 'fail',
  severity: 'high',
  resource: `infra/agents.yaml#${name}`,
  property: 'GuardrailConfiguration',
  message: `Agent ${name} has no guardrail.`,
});

/** A run of a pull request with everything that lets something through. */
export const gated: Report = reportOf({
  results: [
    findingOf({
      change: 'new',
      waiver: waiverOf({ state: 'expired', expires: '2026-11-18', note: 'the waiver expired 3 days ago' }),
    }),
    findingOn('OldAgent', 60, { change: 'unchanged' }),
    findingOn('OlderAgent', 80, { change: 'unchanged' }),
    findingOn('NewUnknown', 100, { ...undecided, change: 'new' }),
    findingOn('OldUnknown', 120, { ...undecided, change: 'unchanged' }),
    findingOn('PilotAgent', 140, { verdict: 'waived', waiver: waiverOf() }),
    findingOn('InlineAgent', 160, {
      verdict: 'waived',
      waiver: waiverOf({ origin: 'inline', where: 'infra/agents.yaml:159:3' }),
    }),
    findingOn('GoodAgent', 180, { verdict: 'pass', message: '' }),
    findingOn('OtherAgent', 200, { verdict: 'not-applicable', message: 'It is only a draft.' }),
  ],
  waivers: [
    useOf({ id: 'W-014' }),
    useOf({
      resource: 'infra/agents.yaml#SupportAgent',
      where: 'waivers.yaml:12:5',
      outcome: 'expired',
      remarks: ['expired 3 days ago, on 2026-11-18: what it names counts again'],
    }),
    useOf({
      resource: 'infra/agents.yaml#Sales',
      where: 'waivers.yaml:22:5',
      outcome: 'after-merge',
      expires: '2027-08-01',
    }),
  ],
  comparison: {
    with: ['plumbline-baseline.json', 'origin/main (1a2b3c4d5e6f)'],
    new: { fail: 1, unknown: 1 },
    unchanged: { fail: 2, unknown: 1 },
    fixed: [known('Gone'), known('Repaired')],
    notAssessed: [known('Elsewhere')],
    notes: ['cdk.out/app.template.json is not kept in git'],
  },
  trust: {
    ref: 'origin/main',
    commit: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
    changes: [
      { what: 'configuration', change: 'changed', path: 'plumbline.yaml' },
      {
        what: 'waiver',
        change: 'changed',
        path: 'waivers.yaml:22:5',
        detail: 'expires 2026-12-10 → 2027-08-01',
      },
    ],
  },
  gate: {
    failOn: 'high',
    unknown: 'warn',
    requireComplete: false,
    exitCode: 1,
    reason: '1 new failure at or above high',
  },
});
