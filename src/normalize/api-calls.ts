import type { Scalar } from '../model/value.ts';

/** An API call that makes, or changes, what the model has as a resource. */
export interface ApiCall {
  readonly type: string;
  /** The parameter, in upper camel case as all names here, whose members are properties of the resource itself. */
  readonly lift?: string;
  /** Parameters that have another name in the model. */
  readonly rename?: Readonly<Record<string, string>>;
  /** What the call says without a parameter. */
  readonly sets?: Readonly<Record<string, Scalar>>;
  /** Changes what is there: parameters that are left out keep their value. */
  readonly partial?: true;
  /** CloudFormation has this type as well. */
  readonly declarable?: true;
}

/**
 * The call of an SDK by service and action, in the spellings of its second version (`SageMaker`, `createTrainingJob`) and its
 * third (`@aws-sdk/client-sagemaker`, `CreateTrainingJobCommand`).
 */
export function apiCall(service: string, action: string): ApiCall | undefined {
  const calls = apiCalls[plainService(service)];
  return calls?.find(([name]) => name === plainAction(action))?.[1];
}

/** `@aws-sdk/client-bedrock-agent` and `BedrockAgent` are `bedrockagent`. */
export const plainService = (service: string): string =>
  service
    .replace(/^@aws-sdk\/client-/, '')
    .replaceAll('-', '')
    .toLowerCase();

/** `CreateAgentCommand` and `createAgent` are `createagent`. */
export const plainAction = (action: string): string => action.replace(/Command$/, '').toLowerCase();

type Calls = readonly (readonly [string, ApiCall])[];

/** `createX` makes an X. */
const creating = (service: string, ...kinds: readonly string[]): Calls =>
  kinds.map(kind => [`create${kind.toLowerCase()}`, { type: `AWS::${service}::${kind}` }]);

const bedrock: Calls = [
  ...creating(
    'Bedrock',
    'CustomModel',
    'CustomModelDeployment',
    'EvaluationJob',
    'FoundationModelAgreement',
    'MarketplaceModelEndpoint',
    'ModelCopyJob',
    'ModelCustomizationJob',
    'ModelImportJob',
    'ModelInvocationJob',
    'ProvisionedModelThroughput',
  ),
  [
    'updateprovisionedmodelthroughput',
    {
      type: 'AWS::Bedrock::ProvisionedModelThroughput',
      rename: { DesiredModelId: 'ModelId', DesiredProvisionedModelName: 'ProvisionedModelName' },
      partial: true,
    },
  ],
  ['putaccountdataretention', { type: 'AWS::Bedrock::AccountDataRetention' }],
  [
    'putmodelinvocationloggingconfiguration',
    { type: 'AWS::Bedrock::ModelInvocationLoggingConfiguration', lift: 'LoggingConfig' },
  ],
  [
    'putenforcedguardrailconfiguration',
    {
      type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
      lift: 'GuardrailInferenceConfig',
      declarable: true,
    },
  ],
];

const sagemaker: Calls = [
  ...creating(
    'SageMaker',
    'CompilationJob',
    'ComputeQuota',
    'FlowDefinition',
    'HyperParameterTuningJob',
    'LabelingJob',
    'OptimizationJob',
    'TrainingJob',
    'TrainingPlan',
    'TransformJob',
  ),
  ['createautomljobv2', { type: 'AWS::SageMaker::AutoMLJob' }],
  ...switches('AWS::SageMaker::ServicecatalogPortfolioStatus', {
    enablesagemakerservicecatalogportfolio: { Status: 'Enabled' },
    disablesagemakerservicecatalogportfolio: { Status: 'Disabled' },
  }),
];

const ec2: Calls = [
  ...switches('AWS::EC2::EbsEncryptionByDefault', {
    enableebsencryptionbydefault: { EbsEncryptionByDefault: true },
    disableebsencryptionbydefault: { EbsEncryptionByDefault: false },
  }),
  ...switches('AWS::EC2::ImageBlockPublicAccess', {
    enableimageblockpublicaccess: {},
    disableimageblockpublicaccess: { ImageBlockPublicAccessState: 'unblocked' },
  }),
  ['modifyebsdefaultkmskeyid', { type: 'AWS::EC2::EbsDefaultKmsKey' }],
  ['modifyinstancemetadatadefaults', { type: 'AWS::EC2::InstanceMetadataDefaults' }],
];

const organizations: Calls = [
  ['attachpolicy', { type: 'AWS::Organizations::PolicyAttachment' }],
  ['enableawsserviceaccess', { type: 'AWS::Organizations::ServiceAccess' }],
  ['enablepolicytype', { type: 'AWS::Organizations::EnabledPolicyType' }],
  ['registerdelegatedadministrator', { type: 'AWS::Organizations::DelegatedAdministrator' }],
];

/** By service; every type that CloudFormation lacks and a single call makes. */
const apiCalls: Readonly<Record<string, Calls>> = {
  account: [
    ['putalternatecontact', { type: 'AWS::Account::AlternateContact' }],
    ...switches('AWS::Account::Region', {
      enableregion: { RegionOptStatus: 'ENABLED' },
      disableregion: { RegionOptStatus: 'DISABLED' },
    }),
  ],
  bedrock,
  bedrockagentcorecontrol: [
    ...creating('BedrockAgentCore', 'ConsentPortal'),
    ['settokenvaultcmk', { type: 'AWS::BedrockAgentCore::TokenVaultCMK' }],
  ],
  cloudtrail: [
    ['registerorganizationdelegatedadmin', { type: 'AWS::CloudTrail::OrganizationDelegatedAdmin' }],
  ],
  configservice: [
    [
      'startconfigurationrecorder',
      {
        type: 'AWS::Config::ConfigurationRecorderStatus',
        rename: { ConfigurationRecorderName: 'Name' },
        sets: { Recording: true },
      },
    ],
  ],
  ec2,
  guardduty: [
    ['enableorganizationadminaccount', { type: 'AWS::GuardDuty::OrganizationAdminAccount' }],
    ['updateorganizationconfiguration', { type: 'AWS::GuardDuty::OrganizationConfiguration' }],
  ],
  iam: [...creating('IAM', 'ServiceSpecificCredential')],
  kendra: creating('Kendra', 'Experience'),
  macie2: [
    ...creating('Macie', 'ClassificationJob'),
    ['enableorganizationadminaccount', { type: 'AWS::Macie::OrganizationAdminAccount' }],
    ['updateorganizationconfiguration', { type: 'AWS::Macie::OrganizationConfiguration' }],
  ],
  organizations,
  qbusiness: [
    ...creating('QBusiness', 'Subscription'),
    ['updatechatcontrolsconfiguration', { type: 'AWS::QBusiness::ChatControlsConfiguration' }],
  ],
  s3control: [
    [
      'putpublicaccessblock',
      { type: 'AWS::S3::AccountPublicAccessBlock', lift: 'PublicAccessBlockConfiguration' },
    ],
  ],
  sagemaker,
  securityhub: creating('SecurityHub', 'ActionTarget'),
};

function switches(type: string, states: Readonly<Record<string, ApiCall['sets']>>): Calls {
  return Object.entries(states).map(([action, sets = {}]) => [action, { type, sets }]);
}

/**
 * Every type that CloudFormation does not have, so that a template can only make it through code: what a custom resource
 * whose code is not in view may have made.
 */
export const typesWithoutCloudFormation: readonly string[] = [
  ...new Set([
    ...Object.values(apiCalls).flatMap(calls =>
      calls.flatMap(([, { type, declarable }]) => (declarable ? [] : type)),
    ),
    'AWS::Bedrock::ImportedModel',
    'AWS::BedrockMantle::ProjectDataRetention',
    'AWS::Organizations::EffectivePolicy',
    'AWS::ServiceQuotas::ServiceQuota',
  ]),
].toSorted();
