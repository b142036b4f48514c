/** What AWS Config records of what is collected. */
export interface RecordedType {
  /** The collector's name of it. */
  readonly kind: string;
  /** An item with these members says what the describing calls would: `auto` then asks for nothing more. */
  readonly enough?: readonly string[];
  /** Some of these things are recorded under another type, or not at all: that there are no items says nothing. */
  readonly some?: true;
}

/**
 * By the type of AWS Config, in the order of the services. What is not here is not recorded, or not as one thing that the
 * API lists. https://docs.aws.amazon.com/config/latest/developerguide/resource-config-reference.html
 */
export const recordedTypes: Readonly<Record<string, RecordedType>> = {
  'AWS::Bedrock::ApplicationInferenceProfile': { kind: 'bedrock:inference-profile' },
  'AWS::Bedrock::Guardrail': { kind: 'bedrock:guardrail' },
  'AWS::Bedrock::KnowledgeBase': { kind: 'bedrock-agent:knowledge-base' },
  'AWS::Bedrock::DataSource': { kind: 'bedrock-agent:data-source' },
  'AWS::Bedrock::FlowAlias': { kind: 'bedrock-agent:flow-alias' },
  'AWS::Bedrock::Prompt': { kind: 'bedrock-agent:prompt' },
  'AWS::BedrockAgentCore::Runtime': { kind: 'bedrock-agentcore:runtime' },
  'AWS::BedrockAgentCore::RuntimeEndpoint': { kind: 'bedrock-agentcore:runtime-endpoint' },
  'AWS::BedrockAgentCore::Gateway': { kind: 'bedrock-agentcore:gateway' },
  'AWS::BedrockAgentCore::GatewayTarget': { kind: 'bedrock-agentcore:gateway-target' },
  'AWS::BedrockAgentCore::Memory': { kind: 'bedrock-agentcore:memory' },
  'AWS::BedrockAgentCore::BrowserCustom': { kind: 'bedrock-agentcore:browser' },
  'AWS::BedrockAgentCore::CodeInterpreterCustom': { kind: 'bedrock-agentcore:code-interpreter' },
  'AWS::BedrockAgentCore::WorkloadIdentity': { kind: 'bedrock-agentcore:workload-identity' },
  'AWS::CloudTrail::Trail': { kind: 'cloudtrail:trail' },
  'AWS::EC2::VPC': { kind: 'ec2:vpc', enough: ['vpcId', 'cidrBlock'] },
  'AWS::EC2::Subnet': {
    kind: 'ec2:subnet',
    enough: ['subnetId', 'vpcId', 'cidrBlock', 'availabilityZone', 'mapPublicIpOnLaunch'],
  },
  'AWS::EC2::SecurityGroup': {
    kind: 'ec2:security-group',
    enough: ['groupId', 'groupName', 'vpcId', 'ipPermissions', 'ipPermissionsEgress'],
  },
  'AWS::EC2::VPCEndpoint': {
    kind: 'ec2:vpc-endpoint',
    enough: [
      'vpcEndpointId',
      'vpcEndpointType',
      'vpcId',
      'serviceName',
      'policyDocument',
      'privateDnsEnabled',
      'subnetIds',
      'groups',
    ],
  },
  'AWS::EC2::FlowLog': { kind: 'ec2:flow-log' },
  'AWS::GuardDuty::Detector': { kind: 'guardduty:detector' },
  'AWS::IAM::Role': { kind: 'iam:role' },
  'AWS::IAM::User': { kind: 'iam:user' },
  'AWS::IAM::Group': { kind: 'iam:group' },
  'AWS::IAM::Policy': { kind: 'iam:policy' },
  'AWS::KMS::Key': { kind: 'kms:key' },
  'AWS::KMS::Alias': { kind: 'kms:alias', some: true },
  'AWS::Kendra::Index': { kind: 'kendra:index' },
  'AWS::Lambda::Function': { kind: 'lambda:function' },
  // Those with the engine Elasticsearch have a type of their own.
  'AWS::OpenSearch::Domain': { kind: 'opensearch:domain', some: true },
  'AWS::OpenSearchServerless::Collection': { kind: 'opensearchserverless:collection' },
  'AWS::OpenSearchServerless::VpcEndpoint': { kind: 'opensearchserverless:vpc-endpoint' },
  'AWS::QBusiness::Application': { kind: 'qbusiness:application' },
  'AWS::RDS::DBCluster': { kind: 'rds:db-cluster' },
  'AWS::RDS::DBInstance': { kind: 'rds:db-instance' },
  'AWS::S3::Bucket': { kind: 's3:bucket' },
  'AWS::SageMaker::Cluster': { kind: 'sagemaker:cluster' },
  'AWS::SageMaker::Domain': { kind: 'sagemaker:domain' },
  'AWS::SageMaker::Endpoint': { kind: 'sagemaker:endpoint' },
  'AWS::SageMaker::EndpointConfig': { kind: 'sagemaker:endpoint-config' },
  'AWS::SageMaker::FeatureGroup': { kind: 'sagemaker:feature-group' },
  'AWS::SageMaker::Model': { kind: 'sagemaker:model' },
  'AWS::SageMaker::ModelPackageGroup': { kind: 'sagemaker:model-package-group' },
  'AWS::SageMaker::MonitoringSchedule': { kind: 'sagemaker:monitoring-schedule' },
  'AWS::SageMaker::NotebookInstance': { kind: 'sagemaker:notebook-instance' },
  'AWS::SageMaker::UserProfile': { kind: 'sagemaker:user-profile' },
  'AWS::SecretsManager::Secret': { kind: 'secretsmanager:secret' },
};

const typesByKind: ReadonlyMap<string, string> = new Map(
  Object.entries(recordedTypes).map(([type, { kind }]) => [kind, type]),
);

/** How AWS Config calls a kind; undefined for what it does not record. */
export const typeOfKind = (kind: string): string | undefined => typesByKind.get(kind);
