import { createHash } from 'node:crypto';

import type { Finding, Verdict } from '../../src/model/finding.ts';
import type { Coverage, Gate, Report, RuleSummary } from '../../src/model/report.ts';
import { type ReportOptions, reportDefaults } from '../../src/report/options.ts';

/** The guardrail rule, and whatever a test needs to be different. */
export function ruleOf(changes: Partial<RuleSummary> = {}): RuleSummary {
  return {
    id: 'bedrock/agent-guardrail',
    title: 'Bedrock agents have a guardrail',
    severity: 'high',
    confidence: 'high',
    subject: { kind: 'resource', types: ['AWS::Bedrock::Agent'] },
    why: 'Without a guardrail an agent answers whatever it is asked. Harmful and personal content passes unseen.',
    fix: {
      summary: 'Attach a numbered guardrail version to the agent.',
      cloudformation:
        'GuardrailConfiguration:\n  GuardrailIdentifier: !Ref Guardrail\n  GuardrailVersion: !GetAtt GuardrailVersion.Version\n',
      terraform: 'guardrail_configuration {\n  guardrail_version = "1"\n}\n',
      cli: 'aws bedrock-agent update-agent --guardrail-configuration …',
    },
    themes: ['guardrails-pii'],
    aka: { prowler: ['bedrock_agent_guardrail_enabled'] },
    references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html'],
    since: '0.1',
    aliases: [],
    ...changes,
  };
}

/** An agent without guardrail, and whatever a test needs to be different. The id follows from rule, resource and property. */
export function findingOf(changes: Partial<Finding> = {}): Finding {
  const finding: Omit<Finding, 'id'> = {
    rule: 'bedrock/agent-guardrail',
    title: 'Bedrock agents have a guardrail',
    severity: 'high',
    confidence: 'high',
    verdict: 'fail',
    message: 'Agent support has no guardrail.',
    chain: [],
    resource: { key: 'infra/agents.yaml#SupportAgent', type: 'AWS::Bedrock::Agent', name: 'SupportAgent' },
    location: {
      path: 'infra/agents.yaml',
      line: 41,
      column: 3,
      endLine: 52,
      endColumn: 30,
      text: '  SupportAgent:',
      lineHash: 'a23a3dc5e078b07b:1',
    },
    related: [],
    ...changes,
  };
  const id = [finding.rule, finding.resource.key, finding.property ?? '', finding.location?.line ?? ''].join(
    ' ',
  );
  return { id: createHash('sha256').update(id).digest('hex'), ...finding };
}

/** A finding on a resource of another name, some lines further down. */
export function findingOn(name: string, line: number, changes: Partial<Finding> = {}): Finding {
  return findingOf({
    message: `Agent ${name} has no guardrail.`,
    resource: { key: `infra/agents.yaml#${name}`, type: 'AWS::Bedrock::Agent', name },
    location: {
      path: 'infra/agents.yaml',
      line,
      column: 3,
      endLine: line + 9,
      endColumn: 30,
      text: `  ${name}:`,
      lineHash: `${line.toString(16)}f3dc5e078b07b:1`,
    },
    ...changes,
  });
}

const gate: Gate = {
  failOn: 'high',
  unknown: 'warn',
  requireComplete: false,
  exitCode: 0,
  reason: 'no failure at or above high',
};

/** A run whose coverage follows from its results, inputs and rules. */
export function reportOf(changes: Partial<Report> = {}): Report {
  const report: Omit<Report, 'coverage'> = {
    tool: { name: 'plumbline', version: '0.1.0' },
    run: { started: '2026-11-21T06:00:00.000Z', seconds: 0.8 },
    ruleset: { digest: 'sha256:9c1f', policies: ['genai-baseline'] },
    complete: true,
    inputs: [{ path: 'infra/agents.yaml', status: 'parsed', format: 'cloudformation', resources: 12 }],
    problems: [],
    notConfigured: [],
    rules: [ruleOf()],
    results: [],
    gate,
    asOf: '2026-11-21',
    waivers: [],
    ...changes,
  };
  return { coverage: coverageOf(report), ...report };
}

function coverageOf({ inputs, results, rules, notConfigured }: Omit<Report, 'coverage'>): Coverage {
  const files = (status: string): number => inputs.filter(input => input.status === status).length;
  const verdicts = (verdict: Verdict): number => results.filter(result => result.verdict === verdict).length;
  const [fail, unknown, pass] = [verdicts('fail'), verdicts('unknown'), verdicts('pass')];
  const settled = fail + verdicts('waived') + pass;
  const applied = settled + unknown;
  return {
    inputs: {
      found: inputs.length,
      parsed: files('parsed'),
      failed: files('failed'),
      skipped: files('skipped'),
    },
    resources: inputs.reduce((sum, { resources }) => sum + resources, 0),
    rules: { selected: rules.length + notConfigured.length, notConfigured: notConfigured.length },
    verdicts: { fail, unknown, waived: verdicts('waived'), pass, notApplicable: verdicts('not-applicable') },
    decided: applied === 0 ? null : settled / applied,
  };
}

/** A finding of the live account: an ARN instead of a file. */
export function liveFinding(changes: Partial<Finding> = {}): Finding {
  const arn = 'arn:aws:bedrock:eu-west-1:111122223333:agent/AGENT1';
  const { location: _, ...finding } = findingOf({
    resource: {
      key: arn,
      type: 'AWS::Bedrock::Agent',
      name: 'AGENT1',
      account: '111122223333',
      region: 'eu-west-1',
    },
    ...changes,
  });
  return finding;
}

export const withOptions = (changes: Partial<ReportOptions>): ReportOptions => ({
  ...reportDefaults,
  ...changes,
});
