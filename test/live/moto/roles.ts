import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';

import type { Place } from './place.ts';

export const approvedModel = 'amazon.nova-lite-v1:0';

/** Roles, users, groups and policies, of which some may do too much. */
export async function makeRoles(place: Place): Promise<void> {
  const iam = new IAMClient({ ...place, region: 'us-east-1' });
  const scoped = document({
    Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    Resource: `arn:aws:bedrock:${place.region}::foundation-model/${approvedModel}`,
    Condition: {
      StringEquals: {
        'bedrock:GuardrailIdentifier': `arn:aws:bedrock:${place.region}:${place.account}:guardrail/g:1`,
      },
    },
  });
  await makeAgentRoles(iam, place.account);
  await makeAppRoles(iam, scoped);
  await makeDeployer(iam, place.account, scoped);
  await makePeople(iam, scoped);
}

const document = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });

const managedByAws = (name: string): string => `arn:aws:iam::aws:policy/${name}`;

function makeRole(iam: IAMClient, RoleName: string, Service: string, more: object = {}) {
  const AssumeRolePolicyDocument = document({ Principal: { Service }, Action: 'sts:AssumeRole', ...more });
  return iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
}

async function makePolicy(iam: IAMClient, PolicyName: string, PolicyDocument: string): Promise<string> {
  const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
  return Policy?.Arn ?? '';
}

async function makeAgentRoles(iam: IAMClient, account: string): Promise<void> {
  const Condition = { StringEquals: { 'aws:SourceAccount': account } };
  await makeRole(iam, 'agent-good', 'bedrock.amazonaws.com', { Condition });
  await makeRole(iam, 'agent-for-anybody', 'bedrock.amazonaws.com');
}

async function makeAppRoles(iam: IAMClient, scoped: string): Promise<void> {
  const inline = (RoleName: string, PolicyDocument: string) =>
    iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'invoke', PolicyDocument }));
  for (const name of ['app-good', 'app-wild', 'app-full'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await makeRole(iam, name, 'lambda.amazonaws.com');
  await inline('app-good', scoped);
  await inline('app-wild', document({ Action: 'bedrock:*', Resource: '*' }));
  const PolicyArn = managedByAws('AmazonBedrockFullAccess');
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'app-full', PolicyArn }));
}

async function makeDeployer(iam: IAMClient, account: string, scoped: string): Promise<void> {
  const passing = (Resource: string): string => document({ Action: 'iam:PassRole', Resource });
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'deployer',
      AssumeRolePolicyDocument: document({
        Principal: { Service: 'codebuild.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      PermissionsBoundary: await makePolicy(iam, 'boundary', scoped),
    }),
  );
  const PolicyArn = await makePolicy(iam, 'pass-every-role', passing('*'));
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'deployer', PolicyArn }));
  await makePolicy(iam, 'pass-one-role', passing(`arn:aws:iam::${account}:role/agent-good`));
}

async function makePeople(iam: IAMClient, scoped: string): Promise<void> {
  const allBut = document({ NotAction: 'iam:*', Resource: '*' });
  const [UserName, GroupName, PolicyName] = ['researcher', 'builders', 'invoke'];
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument: allBut }));
  await iam.send(new CreateGroupCommand({ GroupName }));
  await iam.send(new PutGroupPolicyCommand({ GroupName, PolicyName, PolicyDocument: scoped }));
  const PolicyArn = managedByAws('AmazonSageMakerFullAccess');
  await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn }));
}
