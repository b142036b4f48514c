import { isCustomResource } from '../custom-resource.ts';
import { browser } from './agentcore/browser.ts';
import { codeInterpreter } from './agentcore/code-interpreter.ts';
import { gateway } from './agentcore/gateway.ts';
import { harness } from './agentcore/harness.ts';
import { memory } from './agentcore/memory.ts';
import { policyEngine } from './agentcore/policy-engine.ts';
import { agentCoreResourcePolicy } from './agentcore/resource-policy.ts';
import { runtimeEndpoint } from './agentcore/runtime-endpoint.ts';
import { runtime } from './agentcore/runtime.ts';
import { tokenVaultKey } from './agentcore/token-vault-key.ts';
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
import { stackSet } from './cloudformation/stack-set.ts';
import { stack } from './cloudformation/stack.ts';
import { trail } from './cloudtrail/trail.ts';
import { userPoolClient } from './cognito/user-pool-client.ts';
import { userPool } from './cognito/user-pool.ts';
import { customResource } from './custom-resource.ts';
import { securityGroup } from './ec2/security-group.ts';
import { subnet } from './ec2/subnet.ts';
import { vpcEndpoint } from './ec2/vpc-endpoint.ts';
import { vpc } from './ec2/vpc.ts';
import { groupPolicy } from './iam/group-policy.ts';
import { iamGroup } from './iam/group.ts';
import { managedPolicy } from './iam/managed-policy.ts';
import { rolePolicy } from './iam/role-policy.ts';
import { role } from './iam/role.ts';
import { userPolicy } from './iam/user-policy.ts';
import { iamUser } from './iam/user.ts';
import { kendraIndex } from './kendra/index.ts';
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
import { organizationsPolicy } from './organizations/policy.ts';
import { qBusinessApplication } from './qbusiness/application.ts';
import type { Rewriter } from './rewrite.ts';
import { accountPublicAccessBlock } from './s3/account-public-access-block.ts';
import { bucketPolicy } from './s3/bucket-policy.ts';
import { bucket } from './s3/bucket.ts';
import { vectorIndex } from './s3vectors/index.ts';
import { vectorBucketPolicy } from './s3vectors/vector-bucket-policy.ts';
import { vectorBucket } from './s3vectors/vector-bucket.ts';
import { domain } from './sagemaker/domain.ts';
import { endpointConfig } from './sagemaker/endpoint-config.ts';
import { endpoint } from './sagemaker/endpoint.ts';
import { featureGroup } from './sagemaker/feature-group.ts';
import { model } from './sagemaker/model.ts';
import { notebookInstance } from './sagemaker/notebook-instance.ts';
import { trainingJob } from './sagemaker/training-job.ts';
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
  runtime,
  runtimeEndpoint,
  tokenVaultKey,
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
  securityGroup,
  subnet,
  vpc,
  vpcEndpoint,
  iamGroup,
  groupPolicy,
  managedPolicy,
  role,
  rolePolicy,
  iamUser,
  userPolicy,
  kendraIndex,
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
  const all = settable.get(type) ?? [];
  return new Set(all.filter(({ by }) => parts?.includes(by) ?? true).map(({ property }) => property));
}

/** Every type of the provider that the model knows. */
export const terraformTypes: readonly string[] = [...spellings.keys()];
