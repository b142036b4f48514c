import type { Answer } from './contract.ts';
import { account, arn, region } from './contract.ts';

/** What AWS answers of an account, a Region of it or an organisation, and what rules say of that. */
export interface ScopeContract {
  readonly name: string;
  readonly scope: 'account-region' | 'account' | 'organisation';
  readonly answers: readonly Answer[];
  /** By rule. */
  readonly verdicts: Readonly<Record<string, 'pass' | 'fail' | 'unknown' | 'not-applicable'>>;
}

/** Makes a Region one that uses generative AI. */
const profile: Answer = {
  kind: 'bedrock:inference-profile',
  id: arn('bedrock', 'application-inference-profile/abc'),
  tags: {},
  data: {
    inferenceProfileName: 'p',
    inferenceProfileArn: arn('bedrock', 'application-inference-profile/abc'),
    inferenceProfileId: 'abc',
    status: 'ACTIVE',
    type: 'APPLICATION',
    models: [{ modelArn: `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0` }],
  },
};

const enforced: Answer = {
  kind: 'bedrock:enforced-guardrail',
  id: arn('bedrock', 'enforced-guardrail-configuration/c'),
  data: {
    configId: 'c',
    guardrailArn: arn('bedrock', 'guardrail/abcd1234efgh'),
    guardrailId: 'abcd1234efgh',
    guardrailVersion: '1',
    inputTags: 'HONOR',
    owner: 'ACCOUNT',
  },
};

const logging = (data: Answer['data']): Answer => ({
  kind: 'bedrock:invocation-logging',
  id: arn('bedrock', 'model-invocation-logging-configuration'),
  data,
});

const recorder = (data: Answer['data']): Answer => ({
  kind: 'config:configuration-recorder-status',
  id: arn('config', 'configuration-recorder-status/default'),
  data: { name: 'default', ...data },
});

const detector = (Status: string, id = 'abc'): Answer => ({
  kind: 'guardduty:detector',
  id: arn('guardduty', `detector/${id}`),
  data: { detectorId: id, Status, FindingPublishingFrequency: 'SIX_HOURS', Features: [], Tags: {} },
});

const macie = (status: string): Answer => ({
  kind: 'macie2:session',
  id: arn('macie2', 'session'),
  data: { status, findingPublishingFrequency: 'SIX_HOURS' },
});

const source: Answer = {
  kind: 'bedrock-agent:data-source',
  id: arn('bedrock', 'knowledge-base/KB00000001/data-source/DS00000001'),
  data: {
    knowledgeBaseId: 'KB00000001',
    dataSourceId: 'DS00000001',
    name: 'files',
    dataSourceConfiguration: { type: 'S3', s3Configuration: { bucketArn: 'arn:aws:s3:::files' } },
  },
};

const hub: Answer = {
  kind: 'securityhub:hub',
  id: arn('securityhub', 'hub/default'),
  data: {
    HubArn: arn('securityhub', 'hub/default'),
    AutoEnableControls: true,
    ControlFindingGenerator: 'SECURITY_CONTROL',
    SubscribedAt: '2026-01-01T00:00:00.000Z',
  },
};

/** As it is in a Region that uses generative AI and has everything, and in one that has nothing. */
const regions: readonly ScopeContract[] = [
  {
    name: 'a Region with everything',
    scope: 'account-region',
    answers: [
      profile,
      source,
      enforced,
      logging({
        cloudWatchConfig: { logGroupName: '/bedrock', roleArn: `arn:aws:iam::${account}:role/logs` },
        textDataDeliveryEnabled: true,
        imageDataDeliveryEnabled: true,
        embeddingDataDeliveryEnabled: true,
        videoDataDeliveryEnabled: true,
        audioDataDeliveryEnabled: true,
      }),
      recorder({ recording: true, lastStatus: 'SUCCESS' }),
      detector('ENABLED'),
      macie('ENABLED'),
      hub,
    ],
    verdicts: {
      'bedrock/enforced-guardrail': 'pass',
      'logging/invocation-logging-enabled': 'pass',
      'oversight/config-recorder-on': 'pass',
      'oversight/guardduty-enabled': 'pass',
      'oversight/macie-enabled': 'pass',
      'oversight/security-hub-enabled': 'pass',
    },
  },
  {
    name: 'a Region with nothing',
    scope: 'account-region',
    answers: [profile, source],
    verdicts: {
      'bedrock/enforced-guardrail': 'fail',
      'logging/invocation-logging-enabled': 'fail',
      'oversight/config-recorder-on': 'fail',
      'oversight/guardduty-enabled': 'fail',
      'oversight/macie-enabled': 'fail',
      'oversight/security-hub-enabled': 'fail',
    },
  },
  {
    name: 'a Region where everything is switched off again',
    scope: 'account-region',
    answers: [
      profile,
      source,
      logging({
        textDataDeliveryEnabled: true,
        imageDataDeliveryEnabled: true,
        embeddingDataDeliveryEnabled: true,
      }),
      recorder({ recording: false, lastStatus: 'SUCCESS' }),
      detector('DISABLED'),
      macie('PAUSED'),
    ],
    verdicts: {
      'logging/invocation-logging-enabled': 'fail',
      'oversight/config-recorder-on': 'fail',
      'oversight/guardduty-enabled': 'fail',
      'oversight/macie-enabled': 'fail',
    },
  },
  {
    name: 'a Region whose recorder cannot write, and whose destination of logs is empty',
    scope: 'account-region',
    answers: [
      profile,
      logging({ s3Config: { bucketName: '', keyPrefix: '' }, textDataDeliveryEnabled: true }),
      recorder({ recording: true, lastStatus: 'FAILURE', lastErrorCode: 'AccessDenied' }),
    ],
    verdicts: { 'logging/invocation-logging-enabled': 'fail', 'oversight/config-recorder-on': 'fail' },
  },
  {
    name: 'a Region whose recorder has not written yet',
    scope: 'account-region',
    answers: [profile, recorder({ recording: true, lastStatus: 'PENDING' })],
    verdicts: { 'oversight/config-recorder-on': 'pass' },
  },
  {
    name: 'a Region without generative AI',
    scope: 'account-region',
    answers: [],
    verdicts: {
      'bedrock/enforced-guardrail': 'not-applicable',
      'logging/invocation-logging-enabled': 'not-applicable',
      'oversight/config-recorder-on': 'not-applicable',
      'oversight/guardduty-enabled': 'fail',
      'oversight/macie-enabled': 'not-applicable',
      'oversight/security-hub-enabled': 'not-applicable',
    },
  },
];

const told = [
  {
    Notification: {
      NotificationType: 'ACTUAL',
      ComparisonOperator: 'GREATER_THAN',
      Threshold: 80,
      ThresholdType: 'PERCENTAGE',
      NotificationState: 'ALARM',
    },
    Subscribers: [{ SubscriptionType: 'EMAIL' }],
  },
] as const;

const budget = (data: Answer['data']): Answer => ({
  kind: 'budgets:budget',
  id: `arn:aws:budgets::${account}:budget/b`,
  region: 'global',
  tags: {},
  data: {
    BudgetName: 'b',
    BudgetType: 'COST',
    TimeUnit: 'MONTHLY',
    BudgetLimit: { Amount: '1000.0', Unit: 'USD' },
    TimePeriod: { Start: '2026-01-01T00:00:00.000Z', End: '2087-06-15T00:00:00.000Z' },
    LastUpdatedTime: '2026-01-01T00:00:00.000Z',
    ...data,
  },
});

const services = (...Values: readonly string[]) => ({ Dimensions: { Key: 'SERVICE', Values } }) as const;

const withBudget = (
  name: string,
  verdict: 'pass' | 'fail',
  ...answers: readonly Answer[]
): ScopeContract => ({
  name: `an account with ${name}`,
  scope: 'account',
  answers,
  verdicts: { 'cost/budget-covers-genai': verdict },
});

const accounts: readonly ScopeContract[] = [
  withBudget('no budget', 'fail'),
  withBudget('a budget for all cost', 'pass', budget({ CostFilters: {}, notificationsForBudget: told })),
  withBudget('a budget of which nobody is told', 'fail', budget({ notificationsForBudget: [] })),
  withBudget(
    'a budget whose notification nobody reads',
    'fail',
    budget({ notificationsForBudget: [{ ...told[0], Subscribers: [] }] }),
  ),
  withBudget(
    'a budget for Amazon Bedrock in a filter',
    'pass',
    budget({ CostFilters: { Service: ['Amazon Bedrock'] }, notificationsForBudget: told }),
  ),
  withBudget(
    'a budget for Amazon EC2 in a filter',
    'fail',
    budget({ CostFilters: { Service: ['Amazon Elastic Compute Cloud'] }, notificationsForBudget: told }),
  ),
  withBudget(
    'a budget for Amazon Bedrock in an expression',
    'pass',
    budget({ CostFilters: {}, FilterExpression: services('Amazon Bedrock'), notificationsForBudget: told }),
  ),
  withBudget(
    'a budget for one service or another',
    'pass',
    budget({
      FilterExpression: { Or: [services('Amazon EC2'), services('Amazon SageMaker')] },
      notificationsForBudget: told,
    }),
  ),
  withBudget(
    'a budget for everything but Amazon Bedrock',
    'fail',
    budget({
      CostFilters: {},
      FilterExpression: { Not: services('Amazon Bedrock') },
      notificationsForBudget: told,
    }),
  ),
  withBudget(
    'a budget of what is used',
    'fail',
    budget({ BudgetType: 'USAGE', CostFilters: {}, notificationsForBudget: told }),
  ),
  {
    name: 'an account with a block of public access',
    scope: 'account',
    answers: [
      {
        kind: 's3:account-public-access-block',
        id: `arn:aws:s3::${account}:account-public-access-block`,
        region: 'global',
        data: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
    ],
    verdicts: { 's3/account-public-access-block': 'pass' },
  },
  {
    name: 'an account without a block of public access',
    scope: 'account',
    answers: [],
    verdicts: { 's3/account-public-access-block': 'fail' },
  },
];

export const scopeContracts: readonly ScopeContract[] = [...regions, ...accounts];
