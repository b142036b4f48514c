import {
  BedrockAgentCoreControlClient,
  CreateAgentRuntimeCommand,
  CreateGatewayCommand,
  CreateMemoryCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';

import type { Network } from './network.ts';
import type { Place } from './place.ts';

const tags = { owner: 'ai' };

/** Runtimes, gateways and memories of AgentCore. */
export async function makeAgents(place: Place, { subnet, group }: Network, key: string): Promise<void> {
  const core = new BedrockAgentCoreControlClient(place);
  const roleArn = `arn:aws:iam::${place.account}:role/agent-good`;
  const agentRuntimeArtifact = {
    containerConfiguration: {
      containerUri: `${place.account}.dkr.ecr.${place.region}.amazonaws.com/agent:1`,
    },
  };
  await core.send(
    new CreateAgentRuntimeCommand({
      agentRuntimeName: 'runtime_inside',
      roleArn,
      agentRuntimeArtifact,
      networkConfiguration: {
        networkMode: 'VPC',
        networkModeConfig: { subnets: [subnet], securityGroups: [group] },
      },
      tags,
    }),
  );
  await core.send(
    new CreateAgentRuntimeCommand({
      agentRuntimeName: 'runtime_public',
      roleArn,
      agentRuntimeArtifact,
      networkConfiguration: { networkMode: 'PUBLIC' },
      environmentVariables: { API_KEY: 'must-not-be-kept', LEVEL: 'debug' },
    }),
  );
  await core.send(
    new CreateGatewayCommand({
      name: 'gateway-good',
      roleArn,
      protocolType: 'MCP',
      authorizerType: 'CUSTOM_JWT',
      authorizerConfiguration: {
        customJWTAuthorizer: {
          discoveryUrl: 'https://login.example.com/.well-known/openid-configuration',
          allowedAudience: ['agents'],
        },
      },
      kmsKeyArn: key,
      tags,
    }),
  );
  await core.send(
    new CreateGatewayCommand({ name: 'gateway-open', roleArn, protocolType: 'MCP', authorizerType: 'NONE' }),
  );
  await core.send(
    new CreateMemoryCommand({ name: 'memory_good', eventExpiryDuration: 30, encryptionKeyArn: key, tags }),
  );
  await core.send(new CreateMemoryCommand({ name: 'memory_long', eventExpiryDuration: 365 }));
}
