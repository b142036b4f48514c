import { reference } from '../../build.ts';
import { arn, key, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/agents';
const collectionArn = arn('aoss', 'collection/abc');
const networkPolicy = {
  Name: 'n',
  Type: 'network',
  Policy:
    '[{"Rules":[{"ResourceType":"collection","Resource":["collection/vectors"]}],"AllowFromPublic":true}]',
};

export const knowledgeContracts: readonly Contract[] = [
  {
    name: 'on a collection that everybody can reach',
    template: {
      type: 'AWS::Bedrock::KnowledgeBase',
      properties: {
        Name: 'kb',
        RoleArn: role,
        KnowledgeBaseConfiguration: {
          Type: 'VECTOR',
          VectorKnowledgeBaseConfiguration: {
            EmbeddingModelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0',
          },
        },
        StorageConfiguration: {
          Type: 'OPENSEARCH_SERVERLESS',
          OpensearchServerlessConfiguration: { CollectionArn: reference('abc', 'Arn'), VectorIndexName: 'i' },
        },
        Tags: tags,
      },
    },
    answer: {
      kind: 'bedrock-agent:knowledge-base',
      id: arn('bedrock', 'knowledge-base/KB00000001'),
      tags,
      data: {
        knowledgeBaseId: 'KB00000001',
        name: 'kb',
        roleArn: role,
        knowledgeBaseConfiguration: {
          type: 'VECTOR',
          vectorKnowledgeBaseConfiguration: {
            embeddingModelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0',
          },
        },
        storageConfiguration: {
          type: 'OPENSEARCH_SERVERLESS',
          opensearchServerlessConfiguration: { collectionArn, vectorIndexName: 'i' },
        },
        status: 'ACTIVE',
        resourcePolicy: null,
      },
    },
    around: {
      template: [
        { type: 'AWS::OpenSearchServerless::SecurityPolicy', key: 'Network', properties: networkPolicy },
        { type: 'AWS::OpenSearchServerless::Collection', key: 'abc', properties: { Name: 'vectors' } },
      ],
      answers: [
        {
          kind: 'opensearchserverless:security-policy',
          id: arn('aoss', 'security-policy/network/n'),
          data: {
            type: 'network',
            name: 'n',
            policy: [
              {
                Rules: [{ ResourceType: 'collection', Resource: ['collection/vectors'] }],
                AllowFromPublic: true,
              },
            ],
          },
        },
        {
          kind: 'opensearchserverless:collection',
          id: collectionArn,
          data: { id: 'abc', arn: collectionArn, name: 'vectors', kmsKeyArn: 'auto' },
        },
      ],
    },
    fails: ['vector/knowledge-base-store-private'],
  },
  {
    name: 'that lets every account read',
    template: {
      type: 'AWS::Bedrock::KnowledgeBasePolicy',
      properties: {
        KnowledgeBaseId: 'KB00000001',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: '999999999999' },
              Action: 'bedrock:Retrieve',
              Resource: '*',
            },
          ],
        },
      },
    },
    answer: {
      kind: 'bedrock-agent:knowledge-base',
      id: arn('bedrock', 'knowledge-base/KB00000001'),
      data: {
        knowledgeBaseId: 'KB00000001',
        resourcePolicy:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"bedrock:Retrieve","Resource":"*"}]}',
      },
    },
    subject: `${arn('bedrock', 'knowledge-base/KB00000001')}#resourcePolicy`,
    fails: ['bedrock/resource-policy-organisation'],
  },
  {
    name: 'that crawls every subdomain',
    template: {
      type: 'AWS::Bedrock::DataSource',
      properties: {
        Name: 'web',
        KnowledgeBaseId: 'KB00000001',
        DataSourceConfiguration: {
          Type: 'WEB',
          WebConfiguration: {
            SourceConfiguration: { UrlConfiguration: { SeedUrls: [{ Url: 'https://example.com' }] } },
            CrawlerConfiguration: { Scope: 'SUBDOMAINS' },
          },
        },
      },
    },
    answer: {
      kind: 'bedrock-agent:data-source',
      id: arn('bedrock', 'knowledge-base/KB00000001/data-source/DS00000001'),
      data: {
        name: 'web',
        knowledgeBaseId: 'KB00000001',
        dataSourceId: 'DS00000001',
        dataSourceConfiguration: {
          type: 'WEB',
          webConfiguration: {
            sourceConfiguration: { urlConfiguration: { seedUrls: [{ url: 'https://example.com' }] } },
            crawlerConfiguration: { scope: 'SUBDOMAINS' },
          },
        },
        dataDeletionPolicy: 'DELETE',
      },
    },
    fails: ['bedrock/data-source-crawl-scope', 'bedrock/data-source-customer-key'],
  },
  {
    name: 'with a node without a guardrail',
    template: {
      type: 'AWS::Bedrock::Flow',
      properties: {
        Name: 'f',
        ExecutionRoleArn: role,
        CustomerEncryptionKeyArn: key,
        Definition: {
          Nodes: [
            { Name: 'in', Type: 'Input' },
            {
              Name: 'ask',
              Type: 'Prompt',
              Configuration: { Prompt: { SourceConfiguration: { Resource: { PromptArn: 'arn:p' } } } },
            },
          ],
        },
        Tags: tags,
      },
    },
    answer: {
      kind: 'bedrock-agent:flow',
      id: arn('bedrock', 'flow/FLOW000001'),
      tags,
      data: {
        id: 'FLOW000001',
        arn: arn('bedrock', 'flow/FLOW000001'),
        name: 'f',
        executionRoleArn: role,
        customerEncryptionKeyArn: key,
        version: 'DRAFT',
        definition: {
          nodes: [
            { name: 'in', type: 'Input', configuration: { input: {} } },
            {
              name: 'ask',
              type: 'Prompt',
              configuration: { prompt: { sourceConfiguration: { resource: { promptArn: 'arn:p' } } } },
            },
          ],
        },
      },
    },
    fails: ['bedrock/flow-guardrail'],
  },
  {
    name: 'for a model that is not approved',
    template: {
      type: 'AWS::Bedrock::Prompt',
      properties: {
        Name: 'p',
        Variants: [{ Name: 'v', TemplateType: 'TEXT', ModelId: 'amazon.nova-lite-v1:0' }],
      },
    },
    answer: {
      kind: 'bedrock-agent:prompt',
      id: arn('bedrock', 'prompt/PROMPT0001'),
      tags: {},
      data: {
        id: 'PROMPT0001',
        arn: arn('bedrock', 'prompt/PROMPT0001'),
        name: 'p',
        variants: [{ name: 'v', templateType: 'TEXT', modelId: 'amazon.nova-lite-v1:0' }],
      },
    },
    fails: ['bedrock/agent-customer-key', 'bedrock/prompt-approved-model', 'cost/required-tags'],
  },
  {
    name: 'with a key of AWS',
    template: { type: 'AWS::Bedrock::DataAutomationProject', properties: { ProjectName: 'p' } },
    answer: {
      kind: 'bedrock-data-automation:project',
      id: arn('bedrock', 'data-automation-project/abc'),
      tags: {},
      data: {
        projectArn: arn('bedrock', 'data-automation-project/abc'),
        projectName: 'p',
        projectStage: 'LIVE',
      },
    },
    fails: ['cost/required-tags'],
  },
];
