/**
 * What the CloudFormation registry does not say about its own types. Facts with their reasons, in one place.
 */

/**
 * Properties that hold an IAM-style policy document; the registry calls them JSON or string. By name: under every
 * type, or under the types and definitions that are listed.
 */
export const policyProperties: Readonly<Record<string, 'all' | readonly string[]>> = {
  AccessPolicies: ['AWS::OpenSearchService::Domain'],
  AccessPolicy: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  AssumeRolePolicyDocument: 'all',
  // Service, resource control and other organisation policies; the kind is in `Type`.
  Content: ['AWS::Organizations::Policy', 'AWS::Organizations::ResourcePolicy'],
  DeliveryDestinationPolicy: ['AWS::Logs::DeliveryDestination#DestinationPolicy'],
  DestinationPolicy: ['AWS::Logs::Destination'],
  FileSystemPolicy: 'all',
  InlinePolicy: ['AWS::SSO::PermissionSet'],
  InvestigationGroupPolicy: 'all',
  KeyPolicy: 'all',
  ModelPackageGroupPolicy: 'all',
  NamespaceResourcePolicy: 'all',
  Policy: [
    'AWS::ApiGateway::RestApi',
    'AWS::BedrockAgentCore::ResourcePolicy',
    'AWS::EKS::PodIdentityAssociation',
    'AWS::Events::EventBus',
    'AWS::Oam::Sink',
    'AWS::S3::AccessPoint',
    'AWS::S3::MultiRegionAccessPointPolicy',
    'AWS::S3Vectors::VectorBucketPolicy',
    'AWS::SSM::ResourcePolicy',
  ],
  PolicyDocument: 'all',
  PolicyText: ['AWS::ECR::RegistryPolicy'],
  RepositoryPolicy: 'all',
  RepositoryPolicyText: 'all',
  ResourcePolicy: [
    'AWS::CloudTrail::ResourcePolicy',
    'AWS::Kinesis::ResourcePolicy',
    'AWS::S3Tables::TableBucketPolicy',
    'AWS::S3Tables::TablePolicy',
    'AWS::SecretsManager::ResourcePolicy',
  ],
  ResourcePolicyDocument: 'all',
};

/** Properties named like a policy document that hold something else: `type.property`, `type#definition.property`. */
export const notPolicies: readonly string[] = [
  // Data protection and subscription filters, not IAM.
  'AWS::Logs::AccountPolicy.PolicyDocument',
];

/** Strings that are JSON texts, so that what they say can be read. */
export const jsonStrings: readonly string[] = [
  'AWS::ECR::Repository#LifecyclePolicy.LifecyclePolicyText',
  'AWS::ECR::RepositoryCreationTemplate.LifecyclePolicy',
  'AWS::Logs::AccountPolicy.PolicyDocument',
  'AWS::OpenSearchServerless::AccessPolicy.Policy',
  'AWS::OpenSearchServerless::LifecyclePolicy.Policy',
  'AWS::OpenSearchServerless::SecurityPolicy.Policy',
  'AWS::SSM::Parameter.Policies',
  'AWS::SageMaker::ModelCard.Content',
  'AWS::StepFunctions::StateMachine.DefinitionString',
];

/** The property through which a type stands for another resource, as a dotted path. */
export const standsFor: Readonly<Record<string, string>> = {
  'AWS::Bedrock::AgentAlias': 'AgentId',
  'AWS::Bedrock::AutomatedReasoningPolicyVersion': 'PolicyArn',
  'AWS::Bedrock::FlowAlias': 'FlowArn',
  'AWS::Bedrock::FlowVersion': 'FlowArn',
  'AWS::Bedrock::GuardrailVersion': 'GuardrailIdentifier',
  'AWS::Bedrock::PromptVersion': 'PromptArn',
  'AWS::BedrockAgentCore::HarnessEndpoint': 'HarnessId',
  'AWS::BedrockAgentCore::RuntimeEndpoint': 'AgentRuntimeId',
  'AWS::IAM::InstanceProfile': 'Roles',
  'AWS::KMS::Alias': 'TargetKeyId',
  'AWS::Lambda::Alias': 'FunctionName',
  'AWS::Lambda::Url': 'TargetFunctionArn',
  'AWS::Lambda::Version': 'FunctionName',
  'AWS::S3::AccessPoint': 'Bucket',
  'AWS::SageMaker::ImageVersion': 'ImageName',
  // Ref gives the ARN of the secret.
  'AWS::SecretsManager::SecretTargetAttachment': 'SecretId',
  'AWS::Wisdom::AIAgentVersion': 'AIAgentId',
  'AWS::Wisdom::AIGuardrailVersion': 'AIGuardrailId',
  'AWS::Wisdom::AIPromptVersion': 'AIPromptId',
};

/** Names that the rule of `namesOf` (shape.ts) does not find, or finds wrongly. */
export const names: Readonly<Record<string, readonly string[]>> = {
  'AWS::Budgets::Budget': ['Budget.BudgetName'],
  'AWS::Config::RemediationConfiguration': [],
  'AWS::ControlTower::EnabledBaseline': [],
  'AWS::ControlTower::EnabledControl': [],
  'AWS::ECS::PrimaryTaskSet': [],
  'AWS::GuardDuty::Master': [],
  'AWS::GuardDuty::Member': [],
  'AWS::MemoryDB::Cluster': ['ClusterName'],
  'AWS::S3::MultiRegionAccessPointPolicy': [],
  'AWS::SSM::Association': ['AssociationName'],
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct': ['ProvisionedProductName'],
};

/**
 * What AWS says of a thing that is there, and a template cannot: properties and definitions beside those of the registry.
 * `AgeInDays` is counted when it was read.
 */
export const observed: Readonly<
  Record<
    string,
    {
      readonly properties: Readonly<Record<string, string>>;
      readonly definitions: Readonly<Record<string, Readonly<Record<string, string>>>>;
    }
  >
> = {
  // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html
  'AWS::SageMaker::Endpoint': {
    properties: {
      AgeInDays: 'int',
      EndpointStatus: 'string',
      ProductionVariants: 'list<ProductionVariantSummary>',
    },
    definitions: { ProductionVariantSummary: { CurrentInstanceCount: 'int', VariantName: 'string!' } },
  },
};

/** Tag properties that the registry does not mark. */
export const tags: Readonly<Record<string, { readonly property: string; readonly shape: 'list' | 'map' }>> = {
  'AWS::Budgets::Budget': { property: 'ResourceTags', shape: 'list' },
  'AWS::EC2::SpotFleet': { property: 'Tags', shape: 'list' },
};
