import { account, arn, key, region, sideBySide, tagList, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = `arn:aws:iam::${account}:role/agents`;
const guardrailArn = arn('bedrock', 'guardrail/abcd1234efgh');
const stamps = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-02T00:00:00.000Z' } as const;
const titan = `arn:aws:bedrock:${region}::foundation-model/amazon.titan-embed-text-v2:0`;
const cohere = `arn:aws:bedrock:${region}::foundation-model/cohere.embed-multilingual-v3`;
const Guard = { GuardrailIdentifier: 'abcd1234efgh', GuardrailVersion: '2' } as const;
const guard = { guardrailIdentifier: 'abcd1234efgh', guardrailVersion: '2' } as const;
const promptArn = arn('bedrock', 'prompt/PROMPT0001');

const flow = (name: string, Nodes: Declared['properties'], nodes: Answer['data'], fails: Contract['fails']) =>
  sideBySide(
    { name, type: 'AWS::Bedrock::Flow', kind: 'bedrock-agent:flow', id: arn('bedrock', 'flow/FLOW000001') },
    {
      Name: 'f',
      ExecutionRoleArn: role,
      CustomerEncryptionKeyArn: key,
      Definition: { Nodes: [{ Name: 'in', Type: 'Input' }, Nodes] },
      Tags: tags,
    },
    {
      id: 'FLOW000001',
      arn: arn('bedrock', 'flow/FLOW000001'),
      name: 'f',
      status: 'Prepared',
      version: 'DRAFT',
      executionRoleArn: role,
      customerEncryptionKeyArn: key,
      definition: {
        nodes: [
          {
            name: 'in',
            type: 'Input',
            configuration: { input: {} },
            inputs: [],
            outputs: [{ name: 'document', type: 'String' }],
          },
          nodes,
        ],
        connections: [],
      },
      validations: [],
      ...stamps,
    },
    { fails },
  );

/** Without a key, outside of the approved Regions. */
const elsewhere: Contract = {
  name: 'without a key, in a Region that is not approved',
  template: {
    type: 'AWS::Bedrock::Flow',
    properties: { Name: 'f', ExecutionRoleArn: role, Definition: { Nodes: [] }, Tags: tags },
  },
  answer: {
    kind: 'bedrock-agent:flow',
    id: `arn:aws:bedrock:us-east-1:${account}:flow/FLOW000001`,
    region: 'us-east-1',
    tags,
    data: {
      id: 'FLOW000001',
      arn: `arn:aws:bedrock:us-east-1:${account}:flow/FLOW000001`,
      name: 'f',
      status: 'NotPrepared',
      version: 'DRAFT',
      executionRoleArn: role,
      customerEncryptionKeyArn: '',
      definition: { nodes: [], connections: [] },
      ...stamps,
    },
  },
  fails: ['bedrock/agent-customer-key', 'residency/resource-region'],
};

const Ask = (more: Declared['properties'] = {}) => ({
  Name: 'ask',
  Type: 'Prompt',
  Configuration: { Prompt: { SourceConfiguration: { Resource: { PromptArn: promptArn } }, ...more } },
});
const ask = (more: Answer['data'] = {}) => ({
  name: 'ask',
  type: 'Prompt',
  configuration: { prompt: { sourceConfiguration: { resource: { promptArn } }, ...more } },
  inputs: [{ name: 'x', type: 'String', expression: '$.data' }],
  outputs: [],
});
const Loop = (node: Declared['properties']) => ({
  Name: 'again',
  Type: 'Loop',
  Configuration: { Loop: { Definition: { Nodes: [node] } } },
});
const loop = (node: Answer['data']) => ({
  name: 'again',
  type: 'Loop',
  configuration: { loop: { definition: { nodes: [node], connections: [] } } },
  inputs: [],
  outputs: [],
});

const flows: readonly Contract[] = [
  elsewhere,
  flow(
    'with a guardrail',
    Ask({ GuardrailConfiguration: Guard }),
    ask({ guardrailConfiguration: guard }),
    [],
  ),
  flow(
    'with the draft of a guardrail',
    Ask({ GuardrailConfiguration: { ...Guard, GuardrailVersion: 'DRAFT' } }),
    ask({ guardrailConfiguration: { ...guard, guardrailVersion: 'DRAFT' } }),
    ['bedrock/flow-guardrail'],
  ),
  flow(
    'with a guardrail that is empty',
    Ask(),
    ask({ guardrailConfiguration: { guardrailIdentifier: '', guardrailVersion: '' } }),
    ['bedrock/flow-guardrail'],
  ),
  flow('with a loop without a guardrail', Loop(Ask()), loop(ask()), ['bedrock/flow-guardrail']),
  flow(
    'with a loop with a guardrail',
    Loop(Ask({ GuardrailConfiguration: Guard })),
    loop(ask({ guardrailConfiguration: guard })),
    [],
  ),
  flow(
    'with a knowledge base that answers',
    {
      Name: 'find',
      Type: 'KnowledgeBase',
      Configuration: { KnowledgeBase: { KnowledgeBaseId: 'KB00000001', ModelId: 'amazon.nova-lite-v1:0' } },
    },
    {
      name: 'find',
      type: 'KnowledgeBase',
      configuration: { knowledgeBase: { knowledgeBaseId: 'KB00000001', modelId: 'amazon.nova-lite-v1:0' } },
    },
    ['bedrock/flow-guardrail'],
  ),
  flow(
    'with a knowledge base that returns what it finds',
    {
      Name: 'find',
      Type: 'KnowledgeBase',
      Configuration: { KnowledgeBase: { KnowledgeBaseId: 'KB00000001' } },
    },
    {
      name: 'find',
      type: 'KnowledgeBase',
      configuration: { knowledgeBase: { knowledgeBaseId: 'KB00000001' } },
    },
    [],
  ),
];

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

const guardrailProfile = arn('bedrock', 'guardrail-profile/eu.guardrail.v1:0');
const filters = ['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'];

const guardrails: readonly Contract[] = [
  sideBySide(
    {
      name: 'that judges in approved Regions only, with what AWS answers of what is off',
      type: 'AWS::Bedrock::Guardrail',
      kind: 'bedrock:guardrail',
      id: guardrailArn,
    },
    {
      Name: 'g',
      KmsKeyArn: key,
      BlockedInputMessaging: 'No.',
      BlockedOutputsMessaging: 'No.',
      ContentPolicyConfig: {
        FiltersConfig: [
          ...filters.map(Type => ({ Type, InputStrength: 'HIGH', OutputStrength: 'MEDIUM' })),
          { Type: 'PROMPT_ATTACK', InputStrength: 'HIGH', OutputStrength: 'NONE' },
        ],
      },
      TopicPolicyConfig: { TopicsConfig: [{ Name: 't', Definition: 'd', Type: 'DENY' }] },
      SensitiveInformationPolicyConfig: {
        PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'BLOCK' }],
        RegexesConfig: [],
      },
      CrossRegionConfig: { GuardrailProfileArn: guardrailProfile },
      Tags: tagList,
    },
    {
      name: 'g',
      guardrailId: 'abcd1234efgh',
      guardrailArn,
      version: 'DRAFT',
      status: 'READY',
      kmsKeyArn: key,
      blockedInputMessaging: 'No.',
      blockedOutputsMessaging: 'No.',
      statusReasons: [],
      failureRecommendations: [],
      contentPolicy: {
        filters: [
          ...filters.map(type => ({
            type,
            inputStrength: 'HIGH',
            outputStrength: 'MEDIUM',
            inputModalities: ['TEXT'],
            outputModalities: ['TEXT'],
            inputAction: 'BLOCK',
            outputAction: 'BLOCK',
            inputEnabled: true,
            outputEnabled: true,
          })),
          {
            type: 'PROMPT_ATTACK',
            inputStrength: 'HIGH',
            outputStrength: 'NONE',
            inputModalities: ['TEXT'],
            inputAction: 'BLOCK',
            outputAction: 'NONE',
            inputEnabled: true,
            outputEnabled: false,
          },
        ],
        tier: { tierName: 'CLASSIC' },
      },
      topicPolicy: {
        topics: [
          {
            name: 't',
            definition: 'd',
            examples: [],
            type: 'DENY',
            inputAction: 'BLOCK',
            outputAction: 'BLOCK',
            inputEnabled: true,
            outputEnabled: true,
          },
        ],
        tier: { tierName: 'CLASSIC' },
      },
      sensitiveInformationPolicy: {
        piiEntities: [
          {
            type: 'EMAIL',
            action: 'BLOCK',
            inputAction: 'BLOCK',
            outputAction: 'BLOCK',
            inputEnabled: true,
            outputEnabled: true,
          },
        ],
        regexes: [],
      },
      crossRegionDetails: { guardrailProfileId: 'eu.guardrail.v1:0', guardrailProfileArn: guardrailProfile },
      resourcePolicy: null,
      ...stamps,
    },
    {
      parameters: {
        approvedRegions: [
          'eu-central-1',
          'eu-central-2',
          'eu-north-1',
          'eu-south-1',
          'eu-south-2',
          'eu-west-1',
          'eu-west-2',
          'eu-west-3',
        ],
      },
      fails: [],
    },
  ),
];

const enforcement = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
): Contract => ({
  name,
  template: {
    type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
    properties: { GuardrailIdentifier: guardrailArn, GuardrailVersion: '3', ...properties },
  },
  answer: {
    kind: 'bedrock:enforced-guardrail',
    id: arn('bedrock', 'enforced-guardrail-configuration/c1'),
    data: {
      configId: 'c1',
      guardrailArn,
      guardrailId: 'abcd1234efgh',
      guardrailVersion: '3',
      inputTags: 'IGNORE',
      owner: 'ACCOUNT',
      ...stamps,
      ...data,
    },
  },
  fails,
});

const enforced: readonly Contract[] = [
  enforcement('for all models', {}, {}, []),
  enforcement(
    'for all models by name',
    { ModelEnforcement: { IncludedModels: ['ALL'], ExcludedModels: [] } },
    { modelEnforcement: { includedModels: ['ALL'], excludedModels: [] } },
    [],
  ),
  enforcement(
    'for one model',
    { ModelEnforcement: { IncludedModels: ['amazon.nova-lite-v1:0'], ExcludedModels: [] } },
    { modelEnforcement: { includedModels: ['amazon.nova-lite-v1:0'], excludedModels: [] } },
    ['bedrock/enforced-guardrail-complete'],
  ),
  enforcement('of a draft', { GuardrailVersion: 'DRAFT' }, { guardrailVersion: 'DRAFT' }, [
    'bedrock/enforced-guardrail-complete',
  ]),
];

const shared = (name: string, statement: Answer['data'], fails: Contract['fails']): readonly Contract[] => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Resource: '*', ...statement }],
  } as const;
  const baseArn = arn('bedrock', 'knowledge-base/KB00000001');
  return [
    {
      name,
      template: {
        type: 'AWS::Bedrock::ResourcePolicy',
        properties: { ResourceArn: guardrailArn, PolicyDocument: document },
      },
      answer: {
        kind: 'bedrock:guardrail',
        id: guardrailArn,
        data: { name: 'g', resourcePolicy: JSON.stringify(document) },
      },
      subject: `${guardrailArn}#resourcePolicy`,
      fails,
    },
    {
      name,
      template: {
        type: 'AWS::Bedrock::KnowledgeBasePolicy',
        properties: { KnowledgeBaseId: 'KB00000001', PolicyDocument: document },
      },
      answer: {
        kind: 'bedrock-agent:knowledge-base',
        id: baseArn,
        data: { knowledgeBaseId: 'KB00000001', resourcePolicy: JSON.stringify(document) },
      },
      subject: `${baseArn}#resourcePolicy`,
      fails,
    },
  ];
};

const policies: readonly Contract[] = [
  ...shared(
    'within the organisation',
    {
      Principal: { AWS: '*' },
      Action: ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    },
    [],
  ),
  ...shared(
    'of another organisation',
    {
      Principal: { AWS: '*' },
      Action: ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' } },
    },
    ['bedrock/resource-policy-organisation'],
  ),
  ...shared(
    'for a role of the account',
    {
      Principal: { AWS: `arn:aws:iam::${account}:role/app` },
      Action: ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
    },
    [],
  ),
  ...shared(
    'for another account',
    {
      Principal: { AWS: 'arn:aws:iam::999999999999:root' },
      Action: ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
    },
    ['bedrock/resource-policy-organisation'],
  ),
];

export const bedrockContentContracts: readonly Contract[] = [
  ...flows,
  ...prompts,
  ...sources,
  ...bases,
  ...guardrails,
  ...enforced,
  ...policies,
];
