import { account, arn, key, region, sideBySide, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = `arn:aws:iam::${account}:role/agents`;
const promptArn = arn('bedrock', 'prompt/PROMPT0001');
const stamps = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-02T00:00:00.000Z' } as const;
const titan = `arn:aws:bedrock:${region}::foundation-model/amazon.titan-embed-text-v2:0`;
const cohere = `arn:aws:bedrock:${region}::foundation-model/cohere.embed-multilingual-v3`;
const prompt = (
  name: string,
  Variants: readonly Declared['properties'][],
  variants: readonly Answer['data'][],
  fails: Contract['fails'],
) =>
  sideBySide(
    { name, type: 'AWS::Bedrock::Prompt', kind: 'bedrock-agent:prompt', id: promptArn },
    { Name: 'p', CustomerEncryptionKeyArn: key, Variants, Tags: tags },
    {
      id: 'PROMPT0001',
      arn: promptArn,
      name: 'p',
      version: 'DRAFT',
      customerEncryptionKeyArn: key,
      defaultVariant: 'v',
      variants,
      ...stamps,
    },
    { fails },
  );

const sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

const prompts: readonly Contract[] = [
  prompt(
    'for an approved model',
    [{ Name: 'v', TemplateType: 'TEXT', ModelId: `eu.${sonnet}` }],
    [{ name: 'v', templateType: 'TEXT', modelId: `eu.${sonnet}`, inferenceConfiguration: { text: {} } }],
    [],
  ),
  prompt(
    'of which one variant is for another model',
    [
      { Name: 'v', TemplateType: 'TEXT', ModelId: sonnet },
      { Name: 'w', TemplateType: 'CHAT', ModelId: 'amazon.nova-lite-v1:0' },
    ],
    [
      { name: 'v', templateType: 'TEXT', modelId: sonnet },
      { name: 'w', templateType: 'CHAT', modelId: 'amazon.nova-lite-v1:0' },
    ],
    ['bedrock/prompt-approved-model'],
  ),
  prompt(
    'for an agent',
    [{ Name: 'v', TemplateType: 'TEXT', GenAiResource: { Agent: { AgentIdentifier: 'arn:a' } } }],
    [{ name: 'v', templateType: 'TEXT', genAiResource: { agent: { agentIdentifier: 'arn:a' } } }],
    [],
  ),
];

const source = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
) =>
  sideBySide(
    {
      name,
      type: 'AWS::Bedrock::DataSource',
      kind: 'bedrock-agent:data-source',
      id: arn('bedrock', 'knowledge-base/KB00000001/data-source/DS00000001'),
    },
    { Name: 'web', KnowledgeBaseId: 'KB00000001', ...properties },
    {
      name: 'web',
      knowledgeBaseId: 'KB00000001',
      dataSourceId: 'DS00000001',
      status: 'AVAILABLE',
      dataDeletionPolicy: 'DELETE',
      ...stamps,
      ...data,
    },
    { fails },
  );

const seeds = { SeedUrls: [{ Url: 'https://example.com' }] } as const;
const Web = (CrawlerConfiguration: Declared['properties']) => ({
  DataSourceConfiguration: {
    Type: 'WEB',
    WebConfiguration: { SourceConfiguration: { UrlConfiguration: seeds }, CrawlerConfiguration },
  },
  ServerSideEncryptionConfiguration: { KmsKeyArn: key },
});
const web = (crawlerConfiguration: Answer['data']): Answer['data'] => ({
  dataSourceConfiguration: {
    type: 'WEB',
    webConfiguration: {
      sourceConfiguration: { urlConfiguration: { seedUrls: [{ url: 'https://example.com' }] } },
      crawlerConfiguration,
    },
  },
  serverSideEncryptionConfiguration: { kmsKeyArn: key },
});

const sources: readonly Contract[] = [
  source(
    'of one host',
    Web({ Scope: 'HOST_ONLY' }),
    web({ crawlerLimits: { rateLimit: 300 }, scope: 'HOST_ONLY' }),
    [],
  ),
  source('of one path', Web({}), web({ crawlerLimits: { rateLimit: 300 } }), []),
  source(
    'of subdomains that a filter names',
    Web({ Scope: 'SUBDOMAINS', InclusionFilters: ['.*docs.*'] }),
    web({ scope: 'SUBDOMAINS', inclusionFilters: ['.*docs.*'], exclusionFilters: [] }),
    [],
  ),
  source(
    'of every subdomain, with filters that are empty',
    Web({ Scope: 'SUBDOMAINS', InclusionFilters: [] }),
    web({ scope: 'SUBDOMAINS', inclusionFilters: [], exclusionFilters: [] }),
    ['bedrock/data-source-crawl-scope'],
  ),
  source(
    'of a bucket, without a key',
    { DataSourceConfiguration: { Type: 'S3', S3Configuration: { BucketArn: 'arn:aws:s3:::files' } } },
    {
      dataSourceConfiguration: { type: 'S3', s3Configuration: { bucketArn: 'arn:aws:s3:::files' } },
      serverSideEncryptionConfiguration: {},
    },
    ['bedrock/data-source-customer-key'],
  ),
];

const base = (
  name: string,
  KnowledgeBaseConfiguration: Declared['properties'],
  knowledgeBaseConfiguration: Answer['data'],
  fails: Contract['fails'],
) =>
  sideBySide(
    {
      name,
      type: 'AWS::Bedrock::KnowledgeBase',
      kind: 'bedrock-agent:knowledge-base',
      id: arn('bedrock', 'knowledge-base/KB00000001'),
    },
    { Name: 'kb', RoleArn: role, KnowledgeBaseConfiguration, Tags: tags },
    {
      knowledgeBaseId: 'KB00000001',
      knowledgeBaseArn: arn('bedrock', 'knowledge-base/KB00000001'),
      name: 'kb',
      roleArn: role,
      status: 'ACTIVE',
      knowledgeBaseConfiguration,
      resourcePolicy: null,
      ...stamps,
    },
    { fails },
  );

const Vectors = (EmbeddingModelArn: string) => ({
  Type: 'VECTOR',
  VectorKnowledgeBaseConfiguration: { EmbeddingModelArn },
});
const vectors = (embeddingModelArn: string) => ({
  type: 'VECTOR',
  vectorKnowledgeBaseConfiguration: {
    embeddingModelArn,
    embeddingModelConfiguration: {
      bedrockEmbeddingModelConfiguration: { dimensions: 1024, embeddingDataType: 'FLOAT32' },
    },
  },
});

const bases: readonly Contract[] = [
  base('with an approved model', Vectors(titan), vectors(titan), []),
  base('with another model', Vectors(cohere), vectors(cohere), ['bedrock/knowledge-base-approved-model']),
  base(
    'over an index of Amazon Kendra',
    { Type: 'KENDRA', KendraKnowledgeBaseConfiguration: { KendraIndexArn: arn('kendra', 'index/a') } },
    { type: 'KENDRA', kendraKnowledgeBaseConfiguration: { kendraIndexArn: arn('kendra', 'index/a') } },
    [],
  ),
];

export const bedrockSourceContracts: readonly Contract[] = [...prompts, ...sources, ...bases];
