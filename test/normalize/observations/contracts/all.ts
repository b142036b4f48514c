import { accessContracts } from './access.ts';
import { closedAgentCoreContracts } from './agentcore-closed.ts';
import { agentCoreContracts } from './agentcore.ts';
import { agentContracts } from './agents.ts';
import { bedrockAgentContracts } from './bedrock-agents.ts';
import { bedrockContentContracts } from './bedrock-content.ts';
import { bedrockModelContracts } from './bedrock-models.ts';
import { bedrockContracts } from './bedrock.ts';
import { bucketContracts } from './buckets.ts';
import type { Contract } from './contract.ts';
import { counterpartContracts } from './counterparts.ts';
import { accountGuardContracts } from './guardrails-of-accounts.ts';
import { jobContracts } from './jobs.ts';
import { keyContracts } from './keys.ts';
import { knowledgeContracts } from './knowledge.ts';
import { landingZoneContracts } from './landing-zone.ts';
import { modelContracts } from './models.ts';
import { networkContracts } from './networks.ts';
import { organisationContracts } from './organisation.ts';
import { oversightContracts } from './oversight.ts';
import { permissionContracts } from './permissions.ts';
import { sagemakerJobContracts } from './sagemaker-jobs.ts';
import { sagemakerServingContracts } from './sagemaker-serving.ts';
import { studioContracts } from './sagemaker-studio.ts';
import { sagemakerContracts } from './sagemaker.ts';
import { storeContracts } from './stores.ts';
import { boughtContracts } from './usage-bought.ts';
import { usageContracts } from './usage.ts';
import { vectorStoreContracts } from './vector-stores.ts';

export const contracts: readonly Contract[] = [
  ...accessContracts,
  ...keyContracts,
  ...agentContracts,
  ...closedAgentCoreContracts,
  ...accountGuardContracts,
  ...agentCoreContracts,
  ...bedrockAgentContracts,
  ...bedrockContentContracts,
  ...bedrockModelContracts,
  ...bedrockContracts,
  ...bucketContracts,
  ...counterpartContracts,
  ...jobContracts,
  ...knowledgeContracts,
  ...landingZoneContracts,
  ...modelContracts,
  ...networkContracts,
  ...permissionContracts,
  ...organisationContracts,
  ...oversightContracts,
  ...sagemakerContracts,
  ...studioContracts,
  ...sagemakerJobContracts,
  ...sagemakerServingContracts,
  ...vectorStoreContracts,
  ...storeContracts,
  ...boughtContracts,
  ...usageContracts,
];
