import { callerActions } from './access.ts';
import { configAggregator } from './aggregator/aggregator-client.ts';
import type { Service } from './service.ts';
import { account } from './services/account.ts';
import { ec2Regions } from './services/ec2-regions.ts';
import { organizationPolicies } from './services/organization-policies.ts';
import { organizations } from './services/organizations.ts';

/** An IAM policy document. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow' | 'Deny';
    readonly Action: readonly string[];
    readonly Resource: string;
  }[];
}

/** What a role needs: in every account that is read; and where the run is started, to see the organisation. */
export interface Permissions {
  readonly member: readonly string[];
  readonly caller: readonly string[];
}

/** The IAM actions of the tables that are in use: what they do not name is refused before it is sent. */
export function permissionsOf(services: readonly Service[]): Permissions {
  const member = services.filter(({ scope }) => scope !== 'organisation');
  return {
    member: actionsOf([account, ec2Regions, ...member]),
    caller: [
      ...callerActions,
      ...actionsOf([organizations, organizationPolicies, configAggregator]),
    ].toSorted(),
  };
}

const actionsOf = (services: readonly Service[]): readonly string[] =>
  [...new Set(services.flatMap(({ actions }) => Object.values(actions).flat()))].toSorted();

/**
 * Reading that IAM counts as reading and that is content: prompts, answers, objects, secrets. It is in no table; the
 * scan role is denied it even when somebody attaches ReadOnlyAccess.
 */
const content = [
  'bedrock:ApplyGuardrail',
  'bedrock:CallWithBearerToken',
  'bedrock:InvokeAgent',
  'bedrock:InvokeFlow',
  'bedrock:InvokeInlineAgent',
  'bedrock:InvokeModel*',
  'bedrock:Retrieve*',
  'bedrock-agentcore:Invoke*',
  'bedrock-agentcore:GetMemoryRecord',
  'bedrock-agentcore:RetrieveMemoryRecords',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'lambda:GetFunction',
  'lambda:InvokeFunction',
  'logs:FilterLogEvents',
  'logs:GetLogEvents',
  'logs:StartQuery',
  's3:GetObject*',
  's3vectors:GetVectors',
  's3vectors:QueryVectors',
  'sagemaker:InvokeEndpoint*',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter*',
] as const;

/** Characters that a managed policy holds, without white space. */
const room = 6_144;

/** The actions of a member account as managed policies, as few as hold them; the first also denies what is content. */
export function memberPolicies({ member }: Permissions): readonly PolicyDocument[] {
  const deny = { Sid: 'NoContent', Effect: 'Deny' as const, Action: content, Resource: '*' };
  const documents: PolicyDocument[] = [];
  let rest = member;
  while (rest.length > 0) {
    const extra = documents.length === 0 ? [deny] : [];
    const Sid = `Read${documents.length + 1}`;
    const make = (count: number): PolicyDocument => ({
      Version: '2012-10-17',
      Statement: [{ Sid, Effect: 'Allow', Action: rest.slice(0, count), Resource: '*' }, ...extra],
    });
    let count = rest.length;
    while (JSON.stringify(make(count)).length > room) count -= 1;
    documents.push(make(count));
    rest = rest.slice(count);
  }
  return documents;
}

export function callerPolicy({ caller }: Permissions): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: 'ReadOrganisation', Effect: 'Allow', Action: caller, Resource: '*' }],
  };
}
