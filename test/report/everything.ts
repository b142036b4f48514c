import type { Report } from '../../src/model/report.ts';
import { findingOf, findingOn, liveFinding, reportOf, ruleOf } from './sample.ts';

const keyRule = ruleOf({
  id: 'bedrock/knowledge-base-key',
  title: 'Knowledge bases are encrypted with a customer managed key',
  severity: 'medium',
  confidence: 'medium',
  why: 'A key of your own can be revoked and its use is logged.',
  fix: { summary: 'Name a KMS key of your own.', cloudformation: 'KmsKeyArn: !GetAtt Key.Arn\n' },
  themes: ['encryption-at-rest', 'key-rotation'],
  aka: {},
});

const loggingRule = ruleOf({
  id: 'logging/invocation-logging',
  title: 'Model invocations are logged',
  severity: 'critical',
  subject: { kind: 'scope', scope: 'account-region' },
  why: 'Without a log nobody can tell afterwards what a model was asked and what it answered.',
  fix: {
    summary: 'Turn on model invocation logging in the region.',
    cli: 'aws bedrock put-model-invocation-logging-configuration --logging-config file://logging.json',
  },
  themes: ['invocation-logging'],
});

const modelRule = ruleOf({ id: 'bedrock/approved-model', title: 'Approved models only', severity: 'low' });

const knowledgeBase = (name: string, line: number): Parameters<typeof findingOf>[0] => ({
  rule: keyRule.id,
  title: keyRule.title,
  severity: 'medium',
  confidence: 'medium',
  resource: { key: `infra/kb.yaml#${name}`, type: 'AWS::Bedrock::KnowledgeBase', name },
  property: 'KmsKeyArn',
  location: {
    path: 'infra/kb.yaml',
    line,
    column: 7,
    endLine: line,
    endColumn: 29,
    text: '      KmsKeyArn: !Ref KeyArn',
  },
});

const undecided = (name: string, line: number) =>
  findingOf({
    ...knowledgeBase(name, line),
    verdict: 'unknown',
    cause: 'unresolved-value',
    message: 'Whether the key is customer managed is not known.',
    chain: ['KmsKeyArn', 'Ref KeyArn', 'parameter KeyArn has no default'],
  });

/** Something of everything that a report can hold. */
export const everything: Report = reportOf({
  config: { path: 'plumbline.yaml', digest: 'sha256:77ab' },
  complete: false,
  leftOut: { ignored: 2, excluded: 1 },
  notCreated: [
    { path: 'infra/kb.yaml', reason: 'the condition IsProd is false', resources: ['Guardrail', 'Trail'] },
    { path: 'plan.json', reason: 'the plan deletes it', resources: ['aws_kms_key.old'] },
  ],
  inputs: [
    { path: 'infra/agents.yaml', status: 'parsed', format: 'cloudformation', resources: 12 },
    {
      path: 'infra/broken.yaml',
      status: 'failed',
      format: 'cloudformation',
      reason: 'not YAML',
      resources: 0,
    },
    { path: 'infra/kb.yaml', status: 'parsed', format: 'cloudformation', resources: 4 },
    { path: 'infra/notes.json', status: 'skipped', reason: 'no infrastructure', resources: 0 },
  ],
  problems: [
    {
      cause: 'parse-error',
      message: 'Duplicate key "Properties" (first at line 21).',
      path: 'infra/broken.yaml',
      region: { line: 33, column: 7, endLine: 33, endColumn: 17 },
      effect: 'nothing is known about its resources',
      hint: 'Keep one of the two.',
      fatal: true,
    },
    {
      cause: 'access-denied',
      message: 'bedrock:GetGuardrail was denied.',
      account: '222233334444',
      awsRegion: 'eu-west-1',
      effect: '3 results are unknown',
    },
  ],
  notConfigured: [
    {
      rule: 'bedrock/approved-regions',
      parameters: [
        {
          name: 'approvedRegions',
          description: 'Regions in which models may be invoked.',
          example: ['eu-west-1', 'eu-central-1'],
        },
      ],
    },
  ],
  rules: [modelRule, ruleOf(), keyRule, loggingRule],
  results: [
    liveFinding({
      rule: loggingRule.id,
      title: loggingRule.title,
      severity: 'critical',
      message: 'Model invocation logging is off in eu-west-1.',
      resource: {
        key: 'arn:aws:bedrock:eu-west-1:111122223333:model-invocation-logging',
        type: 'AWS::Bedrock::ModelInvocationLoggingConfiguration',
        name: 'model-invocation-logging',
        account: '111122223333',
        region: 'eu-west-1',
      },
    }),
    findingOf({
      related: [
        {
          path: 'infra/agents.yaml',
          line: 12,
          column: 3,
          endLine: 12,
          endColumn: 13,
          text: '  Guardrail:',
          message: 'the guardrail that no agent uses',
        },
      ],
      resource: {
        key: 'infra/agents.yaml#SupportAgent',
        type: 'AWS::Bedrock::Agent',
        name: 'SupportAgent',
        construct: 'App/Support/Agent',
      },
    }),
    findingOn('BillingAgent', 88),
    findingOn('SalesAgent', 120, { verdict: 'pass', message: '' }),
    findingOf({
      ...knowledgeBase('Docs', 12),
      property: 'KmsKeyArn',
      message: 'Knowledge base Docs uses a key of AWS.',
    }),
    undecided('Tickets', 30),
    undecided('Wiki', 48),
    findingOf({
      ...knowledgeBase('Old', 66),
      verdict: 'not-applicable',
      message: 'It is managed by Amazon Kendra.',
    }),
  ],
  gate: {
    failOn: 'high',
    unknown: 'warn',
    requireComplete: false,
    exitCode: 2,
    reason: '1 input could not be read; nothing is known about it',
  },
});
