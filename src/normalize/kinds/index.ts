import { isCustomResource } from '../custom-resource.ts';
import { cloudControlResource } from '../terraform/desired-state.ts';
import { apiKeyCredentialProvider } from './agentcore/api-key-credential-provider.ts';
import { browserProfile } from './agentcore/browser-profile.ts';
import { browser } from './agentcore/browser.ts';
import { codeInterpreter } from './agentcore/code-interpreter.ts';
import { evaluator } from './agentcore/evaluator.ts';
import { gatewayRule } from './agentcore/gateway-rule.ts';
import { gatewayTarget } from './agentcore/gateway-target.ts';
import { gateway } from './agentcore/gateway.ts';
import { harness } from './agentcore/harness.ts';
import { memory } from './agentcore/memory.ts';
import { oauth2CredentialProvider } from './agentcore/oauth2-credential-provider.ts';
import { onlineEvaluationConfig } from './agentcore/online-evaluation-config.ts';
import { policyEngine } from './agentcore/policy-engine.ts';
import { agentCorePolicy } from './agentcore/policy.ts';
import { registry } from './agentcore/registry.ts';
import { agentCoreResourcePolicy } from './agentcore/resource-policy.ts';
import { runtimeEndpoint } from './agentcore/runtime-endpoint.ts';
import { runtime } from './agentcore/runtime.ts';
import { tokenVaultKey } from './agentcore/token-vault-key.ts';
import { workloadIdentity } from './agentcore/workload-identity.ts';
import { agentAlias } from './bedrock/agent-alias.ts';
import { agent } from './bedrock/agent.ts';
import { applicationInferenceProfile } from './bedrock/application-inference-profile.ts';
import { customModel } from './bedrock/custom-model.ts';
import { dataSource } from './bedrock/data-source.ts';
import { evaluationJob } from './bedrock/evaluation-job.ts';
import { flow } from './bedrock/flow.ts';
import { foundationModelAgreement } from './bedrock/foundation-model-agreement.ts';
import { guardrailVersion } from './bedrock/guardrail-version.ts';
import { guardrail } from './bedrock/guardrail.ts';
import { knowledgeBase } from './bedrock/knowledge-base.ts';
import { modelInvocationJob } from './bedrock/model-invocation-job.ts';
import { modelInvocationLoggingConfiguration } from './bedrock/model-invocation-logging-configuration.ts';
import { prompt } from './bedrock/prompt.ts';
import { provisionedModelThroughput } from './bedrock/provisioned-model-throughput.ts';
import { budget } from './budgets/budget.ts';
import { unreadCloudControl } from './cloudformation/cloud-control-resource.ts';
import { stackSet } from './cloudformation/stack-set.ts';
import { stack } from './cloudformation/stack.ts';
import { trail } from './cloudtrail/trail.ts';
import { userPoolClient } from './cognito/user-pool-client.ts';
import { userPool } from './cognito/user-pool.ts';
import { configurationRecorderStatus } from './config/configuration-recorder-status.ts';
import { configurationRecorder } from './config/configuration-recorder.ts';
import { customResource } from './custom-resource.ts';
import { securityGroup } from './ec2/security-group.ts';
import { subnet } from './ec2/subnet.ts';
import { vpcEndpoint } from './ec2/vpc-endpoint.ts';
import { vpc } from './ec2/vpc.ts';
import { detector } from './guardduty/detector.ts';
import { groupPolicy } from './iam/group-policy.ts';
import { iamGroup } from './iam/group.ts';
import { managedPolicy } from './iam/managed-policy.ts';
import { rolePolicy } from './iam/role-policy.ts';
import { role } from './iam/role.ts';
import { serviceSpecificCredential } from './iam/service-specific-credential.ts';
import { userPolicy } from './iam/user-policy.ts';
import { iamUser } from './iam/user.ts';
import { kendraDataSource } from './kendra/data-source.ts';
import { kendraExperience } from './kendra/experience.ts';
import { kendraFaq } from './kendra/faq.ts';
import { kendraIndex } from './kendra/index.ts';
import { querySuggestionsBlockList } from './kendra/query-suggestions-block-list.ts';
import { thesaurus } from './kendra/thesaurus.ts';
import type { Kind, Part, Spelling } from './kind.ts';
import { alias } from './kms/alias.ts';
import { key } from './kms/key.ts';
import { replicaKey } from './kms/replica-key.ts';
import { lambdaFunction } from './lambda/function.ts';
import { logGroup } from './logs/log-group.ts';
import { graph } from './neptune/graph.ts';
import { accessPolicy } from './opensearch/access-policy.ts';
import { collection } from './opensearch/collection.ts';
import { securityPolicy } from './opensearch/security-policy.ts';
import { collectionEndpoint } from './opensearch/vpc-endpoint.ts';
import { organizationsAccount } from './organizations/account.ts';
import { organizationalUnit } from './organizations/organizational-unit.ts';
import { organizationsPolicy } from './organizations/policy.ts';
import { qBusinessApplication } from './qbusiness/application.ts';
import type { Rewriter } from './rewrite.ts';
import { accountPublicAccessBlock } from './s3/account-public-access-block.ts';
import { bucketPolicy } from './s3/bucket-policy.ts';
import { bucket } from './s3/bucket.ts';
import { vectorIndex } from './s3vectors/index.ts';
import { vectorBucketPolicy } from './s3vectors/vector-bucket-policy.ts';
import { vectorBucket } from './s3vectors/vector-bucket.ts';
import { algorithm } from './sagemaker/algorithm.ts';
import { appImageConfig } from './sagemaker/app-image-config.ts';
import { app } from './sagemaker/app.ts';
import { codeRepository } from './sagemaker/code-repository.ts';
import { dataQualityJobDefinition } from './sagemaker/data-quality-job-definition.ts';
import { deviceFleet } from './sagemaker/device-fleet.ts';
import { device } from './sagemaker/device.ts';
import { domain } from './sagemaker/domain.ts';
import { endpointConfig } from './sagemaker/endpoint-config.ts';
import { endpoint } from './sagemaker/endpoint.ts';
import { featureGroup } from './sagemaker/feature-group.ts';
import { flowDefinition } from './sagemaker/flow-definition.ts';
import { hub } from './sagemaker/hub.ts';
import { humanTaskUi } from './sagemaker/human-task-ui.ts';
import { hyperParameterTuningJob } from './sagemaker/hyper-parameter-tuning-job.ts';
import { imageVersion } from './sagemaker/image-version.ts';
import { image } from './sagemaker/image.ts';
import { labelingJob } from './sagemaker/labeling-job.ts';
import { mlflowApp } from './sagemaker/mlflow-app.ts';
import { mlflowTrackingServer } from './sagemaker/mlflow-tracking-server.ts';
import { modelCard } from './sagemaker/model-card.ts';
import { modelPackageGroup } from './sagemaker/model-package-group.ts';
import { model } from './sagemaker/model.ts';
import { monitoringSchedule } from './sagemaker/monitoring-schedule.ts';
import { notebookInstanceLifecycleConfig } from './sagemaker/notebook-instance-lifecycle-config.ts';
import { notebookInstance } from './sagemaker/notebook-instance.ts';
import { pipeline } from './sagemaker/pipeline.ts';
import { project } from './sagemaker/project.ts';
import { servicecatalogPortfolioStatus } from './sagemaker/servicecatalog-portfolio-status.ts';
import { space } from './sagemaker/space.ts';
import { studioLifecycleConfig } from './sagemaker/studio-lifecycle-config.ts';
import { trainingJob } from './sagemaker/training-job.ts';
import { userProfile } from './sagemaker/user-profile.ts';
import { workforce } from './sagemaker/workforce.ts';
import { workteam } from './sagemaker/workteam.ts';
import { secret } from './secretsmanager/secret.ts';
import { topic } from './sns/topic.ts';
import { parameter } from './ssm/parameter.ts';
import { permissionSet } from './sso/permission-set.ts';

/** What needs more than its schema, one file each. */
export const kinds: readonly Kind[] = [
  browser,
  codeInterpreter,
  gateway,
  harness,
  memory,
  policyEngine,
  agentCoreResourcePolicy,
  workloadIdentity,
  agentCorePolicy,
  onlineEvaluationConfig,
  oauth2CredentialProvider,
  gatewayTarget,
  gatewayRule,
  evaluator,
  browserProfile,
  apiKeyCredentialProvider,
  runtime,
  runtimeEndpoint,
  tokenVaultKey,
  registry,
  agent,
  agentAlias,
  applicationInferenceProfile,
  customModel,
  dataSource,
  evaluationJob,
  flow,
  foundationModelAgreement,
  guardrail,
  guardrailVersion,
  knowledgeBase,
  modelInvocationJob,
  modelInvocationLoggingConfiguration,
  prompt,
  provisionedModelThroughput,
  budget,
  stack,
  stackSet,
  trail,
  userPool,
  userPoolClient,
  configurationRecorder,
  configurationRecorderStatus,
  securityGroup,
  subnet,
  vpc,
  vpcEndpoint,
  detector,
  iamGroup,
  groupPolicy,
  managedPolicy,
  role,
  rolePolicy,
  serviceSpecificCredential,
  iamUser,
  userPolicy,
  kendraIndex,
  thesaurus,
  querySuggestionsBlockList,
  kendraFaq,
  kendraExperience,
  kendraDataSource,
  alias,
  key,
  replicaKey,
  lambdaFunction,
  logGroup,
  graph,
  accessPolicy,
  collection,
  securityPolicy,
  collectionEndpoint,
  organizationsAccount,
  organizationalUnit,
  organizationsPolicy,
  qBusinessApplication,
  accountPublicAccessBlock,
  bucket,
  bucketPolicy,
  vectorIndex,
  vectorBucket,
  vectorBucketPolicy,
  domain,
  endpoint,
  endpointConfig,
  featureGroup,
  model,
  notebookInstance,
  trainingJob,
  workteam,
  workforce,
  userProfile,
  studioLifecycleConfig,
  space,
  servicecatalogPortfolioStatus,
  project,
  pipeline,
  notebookInstanceLifecycleConfig,
  monitoringSchedule,
  modelPackageGroup,
  modelCard,
  mlflowTrackingServer,
  mlflowApp,
  labelingJob,
  imageVersion,
  image,
  hyperParameterTuningJob,
  humanTaskUi,
  hub,
  flowDefinition,
  deviceFleet,
  device,
  dataQualityJobDefinition,
  codeRepository,
  appImageConfig,
  app,
  algorithm,
  secret,
  topic,
  parameter,
  permissionSet,
];

const rewriters = new Map(
  kinds.flatMap(({ type, cloudformation }) => (cloudformation ? [[type, cloudformation] as const] : [])),
);

const spellings = new Map(
  kinds.flatMap(kind =>
    Object.entries(kind.terraform ?? {}).map(([type, spelling]) => [type, { kind, spelling }] as const),
  ),
);

export function rewriterOf(type: string): Rewriter | undefined {
  if (type === cloudControlResource) return unreadCloudControl;
  return isCustomResource(type) ? customResource : rewriters.get(type);
}

/** The kind that a type of the provider is, or is a part of. */
export function spellingOf(type: string): { readonly kind: Kind; readonly spelling: Spelling } | undefined {
  return spellings.get(type);
}

/** By type of the model, the properties that each type of the provider sets as a part of it. */
const settable = new Map(
  kinds.map(({ type, terraform = {} }) => [
    type,
    Object.entries(terraform).flatMap(([by, { part }]) =>
      part ? propertiesOf(part).map(property => ({ by, property })) : [],
    ),
  ]),
);

function propertiesOf({ within, sets = [] }: Part): readonly string[] {
  return within === undefined ? sets : [within.replace('[]', '')];
}

/** The properties of a type that resources of their own can set: those of the given types of the provider, or any. */
export function settableBy(type: string, parts?: readonly string[]): ReadonlySet<string> {
  const makers = parts && new Set(parts.flatMap(part => [part, ...standsFor(part)]));
  const all = settable.get(type) ?? [];
  return new Set(all.filter(({ by }) => makers?.has(by) ?? true).map(({ property }) => property));
}

const standsFor = (part: string): readonly string[] =>
  spellings.get(part)?.spelling.does?.map(({ type }) => type) ?? [];

/** Every type of the provider that the model knows. */
export const terraformTypes: readonly string[] = [...spellings.keys()];
