import { account } from './contract.ts';
import type { Answer } from './contract.ts';
import type { ScopeContract } from './scopes.ts';

const root = 'r-ab12';

const named = (kind: string, rest: string): string =>
  `arn:aws:organizations::${account}:${kind}/o-a1b2c3d4e5/${rest}`;

const member = (Id: string, Name: string, data: Answer['data'] = { State: 'ACTIVE' }): Answer => ({
  kind: 'organizations:account',
  id: named('account', Id),
  region: 'global',
  tags: {},
  data: {
    Id,
    Arn: named('account', Id),
    Email: `${Name}@example.com`,
    Name,
    Paths: [`o-a1b2c3d4e5/${root}/ou-ab12-11111111/${Id}/`],
    JoinedMethod: 'CREATED',
    ...data,
  },
});

const effective = (TargetId: string, services?: Answer['data'], PolicyType = optOut): Answer => ({
  kind: 'organizations:effective-policy',
  id: `organizations/effective-policy/${TargetId}/${PolicyType}`,
  region: 'global',
  data: {
    TargetId,
    PolicyType,
    ...(services && {
      PolicyContent: JSON.stringify({ services }),
      LastUpdatedTimestamp: '2026-01-01T00:00:00.000Z',
    }),
  },
});
const optOut = 'AISERVICES_OPT_OUT_POLICY';
const out = { default: { opt_out_policy: 'optOut' } } as const;

const a = member('444455556666', 'log-archive');
const b = member('555566667777', 'security');

const optedOut = (name: string, verdict: 'pass' | 'fail', ...answers: readonly Answer[]): ScopeContract => ({
  name: `an organisation ${name}`,
  scope: 'organisation',
  answers,
  verdicts: { 'organisation/ai-opt-out-effective': verdict },
});

const administrator = (...services: readonly string[]): Answer => ({
  kind: 'organizations:delegated-administrator',
  id: `${named('account', '555566667777')}/delegated-administrator`,
  region: 'global',
  data: {
    Id: '555566667777',
    Arn: named('account', '555566667777'),
    Email: 'security@example.com',
    Name: 'security',
    Status: 'ACTIVE',
    JoinedMethod: 'CREATED',
    services: services.map(ServicePrincipal => ({
      ServicePrincipal,
      DelegationEnabledDate: '2026-01-01T00:00:00.000Z',
    })),
  },
});

const policyAnswer = (
  content: Answer['data'],
  { Type = 'SERVICE_CONTROL_POLICY', targets = [root] }: { Type?: string; targets?: readonly string[] } = {},
): Answer => ({
  kind: 'organizations:policy',
  id: named(`policy`, `${Type.toLowerCase()}/p-12345678`),
  region: 'global',
  tags: {},
  data: {
    Id: 'p-12345678',
    Arn: named(`policy`, `${Type.toLowerCase()}/p-12345678`),
    Name: 'p',
    Description: '',
    Type,
    AwsManaged: false,
    Content: JSON.stringify(content),
    targets: targets.map(TargetId => ({
      TargetId,
      Arn: named('root', TargetId),
      Name: 'Root',
      Type: 'ROOT',
    })),
  },
});

const unit = (Id: string, ParentId: string): Answer => ({
  kind: 'organizations:unit',
  id: named('ou', Id),
  region: 'global',
  tags: {},
  data: { Id, Arn: named('ou', Id), Name: Id, ParentId },
});

const denying = (statement: Answer['data']): Answer['data'] => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Resource: '*', ...statement }],
});

const guarded = [
  'bedrock:PutModelInvocationLoggingConfiguration',
  'bedrock:DeleteModelInvocationLoggingConfiguration',
  'bedrock:DeleteGuardrail',
  'bedrock:UpdateGuardrail',
] as const;

const guardedBy = (
  name: string,
  verdict: 'pass' | 'fail' | 'unknown',
  ...answers: readonly Answer[]
): ScopeContract => ({
  name: `an organisation ${name}`,
  scope: 'organisation',
  answers: [a, ...answers],
  verdicts: { 'organisation/logging-protected': verdict },
});

export const organisationScopeContracts: readonly ScopeContract[] = [
  optedOut('opted out', 'pass', a, b, effective('444455556666', out), effective('555566667777', out)),
  optedOut('without any policy on AI services', 'fail', a, b),
  optedOut(
    'of which an account is under no policy',
    'fail',
    a,
    b,
    effective('444455556666', out),
    effective('555566667777'),
  ),
  optedOut(
    'of which one account opts in again',
    'fail',
    a,
    b,
    effective('444455556666', out),
    effective('555566667777', { default: { opt_out_policy: 'optIn' } }),
  ),
  optedOut(
    'of which one account opts in to one service',
    'fail',
    a,
    effective('444455556666', { ...out, rekognition: { opt_out_policy: 'optIn' } }),
  ),
  optedOut(
    'of which one account opts out of one service',
    'fail',
    a,
    effective('444455556666', { lex: { opt_out_policy: 'optOut' } }),
  ),
  optedOut(
    'of which an account that is being closed is opted out, and the other is not',
    'fail',
    a,
    member('666677778888', 'old', { State: 'PENDING_CLOSURE', Status: 'ACTIVE' }),
    effective('666677778888', out),
  ),
  optedOut(
    'of which an account that is being closed is not opted out',
    'pass',
    a,
    member('666677778888', 'old', { State: 'PENDING_CLOSURE' }),
    effective('444455556666', out),
  ),
  optedOut('with the tags that one asks for', 'fail', a, effective('444455556666', out, 'TAG_POLICY')),
  {
    name: 'an organisation with its accounts and their administrator',
    scope: 'organisation',
    answers: [
      a,
      b,
      administrator('guardduty.amazonaws.com', 'securityhub.amazonaws.com', 'macie.amazonaws.com'),
    ],
    verdicts: { 'organisation/delegated-security': 'pass', 'organisation/landing-zone-accounts': 'pass' },
  },
  {
    name: 'an organisation whose log archive was closed, and whose administrator does one thing',
    scope: 'organisation',
    answers: [
      member('444455556666', 'log-archive', { State: 'SUSPENDED', Status: 'SUSPENDED' }),
      b,
      administrator('guardduty.amazonaws.com'),
    ],
    verdicts: { 'organisation/delegated-security': 'fail', 'organisation/landing-zone-accounts': 'fail' },
  },
  {
    name: 'an organisation in which nobody is delegated',
    scope: 'organisation',
    answers: [a, b, administrator()],
    verdicts: { 'organisation/delegated-security': 'fail' },
  },
  guardedBy('whose policy protects its logs', 'pass', policyAnswer(denying({ Action: guarded }))),
  guardedBy(
    'whose policy protects all of Amazon Bedrock',
    'pass',
    policyAnswer(denying({ Action: 'bedrock:*' })),
  ),
  guardedBy(
    'whose policy spares one role',
    'pass',
    policyAnswer(
      denying({
        Action: guarded,
        Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/platform' } },
      }),
    ),
  ),
  guardedBy(
    'whose policy spares every role',
    'fail',
    policyAnswer(
      denying({
        Action: guarded,
        Condition: { ArnNotLike: { 'aws:PrincipalARN': ['arn:aws:iam::*:role/*'] } },
      }),
    ),
  ),
  guardedBy(
    'whose policy asks for something else',
    'unknown',
    policyAnswer(
      denying({ Action: guarded, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
    ),
  ),
  guardedBy(
    'whose policy is attached to nothing',
    'fail',
    policyAnswer(denying({ Action: guarded }), { targets: [] }),
  ),
  guardedBy(
    'whose policy is attached to one unit of two',
    'fail',
    unit('ou-ab12-11111111', root),
    unit('ou-ab12-22222222', root),
    policyAnswer(denying({ Action: guarded }), { targets: ['ou-ab12-11111111'] }),
  ),
  guardedBy(
    'whose policy is attached to every unit below the root',
    'pass',
    unit('ou-ab12-11111111', root),
    unit('ou-ab12-22222222', 'ou-ab12-11111111'),
    policyAnswer(denying({ Action: guarded }), { targets: ['ou-ab12-11111111'] }),
  ),
  guardedBy('whose policy forgets one action', 'fail', policyAnswer(denying({ Action: guarded.slice(1) }))),
  guardedBy(
    'whose policy is one of another type',
    'fail',
    policyAnswer(denying({ Action: guarded, Principal: '*' }), { Type: 'RESOURCE_CONTROL_POLICY' }),
  ),
  guardedBy(
    'with what AWS attaches to begin with',
    'fail',
    policyAnswer({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
  ),
];
