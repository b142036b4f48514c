import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const knowledgeBase: Kind = {
  type: 'AWS::Bedrock::KnowledgeBase',
  terraform: {
    aws_bedrockagent_knowledge_base: {
      rename: {
        'knowledge_base_configuration.vector_knowledge_base_configuration.supplemental_data_storage_configuration.storage_location':
          'SupplementalDataStorageLocations',
        'knowledge_base_configuration.vector_knowledge_base_configuration.supplemental_data_storage_configuration.storage_location.type':
          'SupplementalDataStorageLocationType',
      },
      leftOut: { 'storage_configuration.redis_enterprise_cloud_configuration': noProperty },
      attributes: { arn: 'KnowledgeBaseArn' },
    },
  },
  api: {
    'bedrock-agent:knowledge-base': {
      rename: {
        'knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.supplementalDataStorageConfiguration.storageLocations':
          'SupplementalDataStorageLocations',
      },
      names: ['knowledgeBaseId'],
    },
  },
};
