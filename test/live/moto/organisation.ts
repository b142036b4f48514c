import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';

import type { Place } from './place.ts';
import { approvedModel } from './roles.ts';

export interface Organisation {
  readonly id: string;
  /** The ids of its accounts below an OU, by name. */
  readonly accounts: Readonly<Record<'app' | 'lab', string>>;
}

/** An organisation with two accounts in a unit that has policies of several types, good and bad. */
export async function makeOrganisation(place: Place): Promise<Organisation> {
  const client = new OrganizationsClient({ ...place, region: 'us-east-1' });
  const { Organization } = await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots } = await client.send(new ListRootsCommand({}));
  const root = Roots?.[0]?.Id ?? '';
  const { OrganizationalUnit } = await client.send(
    new CreateOrganizationalUnitCommand({ ParentId: root, Name: 'genai' }),
  );
  const unit = OrganizationalUnit?.Id ?? '';
  const accounts = {
    app: await makeAccount(client, 'app', [root, unit]),
    lab: await makeAccount(client, 'lab', [root, unit]),
  };
  await makePolicies(client, 'SERVICE_CONTROL_POLICY', [root, unit], {
    'fence-good': fence('eu-central-1'),
    'fence-wide': fence('eu-central-1', 'us-east-1'),
    'models-good': allowList,
  });
  const optOut = { default: { opt_out_policy: { '@@assign': 'optOut' } } };
  await makePolicies(client, 'AISERVICES_OPT_OUT_POLICY', [root, unit], {
    'opt-out-loose': { services: optOut },
  });
  return { id: Organization?.Id ?? '', accounts };
}

/** The root, and the unit below it. */
type Tree = readonly [root: string, unit: string];

async function makeAccount(
  client: OrganizationsClient,
  AccountName: string,
  [SourceParentId, DestinationParentId]: Tree,
): Promise<string> {
  const Email = `${AccountName}@example.com`;
  const { CreateAccountStatus } = await client.send(new CreateAccountCommand({ AccountName, Email }));
  const AccountId = CreateAccountStatus?.AccountId ?? '';
  await client.send(new MoveAccountCommand({ AccountId, SourceParentId, DestinationParentId }));
  return AccountId;
}

async function makePolicies(
  client: OrganizationsClient,
  Type: 'SERVICE_CONTROL_POLICY' | 'AISERVICES_OPT_OUT_POLICY',
  [RootId, TargetId]: Tree,
  policies: Readonly<Record<string, object>>,
): Promise<void> {
  await client.send(new EnablePolicyTypeCommand({ RootId, PolicyType: Type }));
  for (const [Name, content] of Object.entries(policies)) {
    const Content = JSON.stringify(content);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as AWS wants it
    const { Policy } = await client.send(new CreatePolicyCommand({ Name, Type, Description: Name, Content }));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await client.send(new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id, TargetId }));
  }
}

const deny = (...statements: readonly object[]): object => ({
  Version: '2012-10-17',
  Statement: statements.map(statement => ({ Effect: 'Deny', ...statement })),
});

const fence = (...regions: readonly string[]): object =>
  deny({
    Action: ['bedrock:*', 'bedrock-agentcore:*', 'bedrock-mantle:*', 'sagemaker:*', 'aoss:*', 's3vectors:*'],
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
  });

const allowList = deny(
  {
    Action: ['bedrock:InvokeModel*', 'bedrock:CreateModelInvocationJob'],
    NotResource: [`arn:aws:bedrock:*::foundation-model/${approvedModel}`],
  },
  { Action: 'bedrock-mantle:*', Resource: '*' },
);
