import type { ApiSpellings } from '../api-spelling.ts';
import { access } from './access.ts';
import { bedrockAgent } from './bedrock-agent.ts';
import { bedrockAgentCore } from './bedrock-agentcore.ts';
import { bedrock } from './bedrock.ts';
import { dataStores } from './data-stores.ts';
import { network } from './network.ts';
import { organizations } from './organizations.ts';
import { oversight } from './oversight.ts';
import { qbusiness } from './qbusiness.ts';
import { sagemaker } from './sagemaker.ts';
import { storage } from './storage.ts';

/** Every kind of observation that is a resource. */
export const apiSpellings: ApiSpellings = {
  ...access,
  ...bedrock,
  ...bedrockAgent,
  ...bedrockAgentCore,
  ...dataStores,
  ...network,
  ...organizations,
  ...oversight,
  ...qbusiness,
  ...sagemaker,
  ...storage,
};
