import { accessContracts } from './access.ts';
import { closedRuntimeContracts } from './agentcore-closed.ts';
import { closedGatewayContracts } from './agentcore-gateways.ts';
import { agentCoreContracts } from './agentcore.ts';
import { agentContracts } from './agents.ts';
import { bedrockAgentContracts } from './bedrock-agents.ts';
import { batchContracts } from './bedrock-batches.ts';
import { flowContracts } from './bedrock-flows.ts';
import { guardrailContracts } from './bedrock-guardrails.ts';
import { bedrockModelContracts } from './bedrock-models.ts';
import { bedrockSourceContracts } from './bedrock-sources.ts';
import { bedrockContracts } from './bedrock.ts';
import { bucketContracts } from './buckets.ts';
import type { Contract } from './contract.ts';
import { counterpartContracts } from './counterparts.ts';
import { endpointContracts } from './endpoints.ts';
import { accountGuardContracts } from './guardrails-of-accounts.ts';
import { invocationLoggingContracts } from './invocation-logging.ts';
import { jobContracts } from './jobs.ts';
import { keysOfAwsContracts } from './keys-of-aws.ts';
import { keyContracts } from './keys.ts';
import { knowledgeContracts } from './knowledge.ts';
import { landingZoneContracts } from './landing-zone.ts';
import { modelGroupContracts } from './model-groups.ts';
import { modelUsageContracts } from './model-usage.ts';
import { modelContracts } from './models.ts';
import { networkContracts } from './networks.ts';
import { organisationContracts } from './organisation.ts';
import { oversightContracts } from './oversight.ts';
import { permissionContracts } from './permissions.ts';
import { replicaKeyContracts } from './replica-keys.ts';
import { sagemakerJobContracts } from './sagemaker-jobs.ts';
import { sagemakerPlaceContracts } from './sagemaker-places.ts';
import { sagemakerServingContracts } from './sagemaker-serving.ts';
import { studioContracts } from './sagemaker-studio.ts';
import { sagemakerContracts } from './sagemaker.ts';
import { storeContracts } from './stores.ts';
import { boughtContracts } from './usage-bought.ts';
import { usageContracts } from './usage.ts';
import { vectorBaseContracts } from './vector-bases.ts';
import { vectorStoreContracts } from './vector-stores.ts';

export const contracts: readonly Contract[] = [
  ...accessContracts,
  ...accountGuardContracts,
  ...agentContracts,
  ...agentCoreContracts,
  ...batchContracts,
  ...bedrockAgentContracts,
  ...bedrockContracts,
  ...bedrockModelContracts,
  ...bedrockSourceContracts,
  ...boughtContracts,
  ...bucketContracts,
  ...closedGatewayContracts,
  ...closedRuntimeContracts,
  ...counterpartContracts,
  ...endpointContracts,
  ...flowContracts,
  ...guardrailContracts,
  ...invocationLoggingContracts,
  ...jobContracts,
  ...keyContracts,
  ...keysOfAwsContracts,
  ...knowledgeContracts,
  ...landingZoneContracts,
  ...modelContracts,
  ...modelUsageContracts,
  ...modelGroupContracts,
  ...networkContracts,
  ...organisationContracts,
  ...oversightContracts,
  ...permissionContracts,
  ...replicaKeyContracts,
  ...sagemakerContracts,
  ...sagemakerJobContracts,
  ...sagemakerPlaceContracts,
  ...sagemakerServingContracts,
  ...storeContracts,
  ...studioContracts,
  ...usageContracts,
  ...vectorBaseContracts,
  ...vectorStoreContracts,
];
