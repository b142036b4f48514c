import type { Kind } from '../kind.ts';

export const dataSource: Kind = {
  type: 'AWS::Bedrock::DataSource',
  terraform: {
    aws_bedrockagent_data_source: {
      rename: {
        'vector_ingestion_configuration.chunking_configuration.semantic_chunking_configuration.max_token':
          'MaxTokens',
        'vector_ingestion_configuration.parsing_configuration.bedrock_foundation_model_configuration.parsing_prompt.parsing_prompt_string':
          'ParsingPromptText',
      },
    },
  },
  api: {
    'bedrock-agent:data-source': { names: ['dataSourceId'] },
  },
};
