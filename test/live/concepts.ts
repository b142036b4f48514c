import { answersOf } from './simulator.ts';
import type { World } from './simulator.ts';

/** What the simulator plants, and which finding of ours says the same. */
export interface Concept {
  readonly rule: string;
  /** Which of the findings of the rule; all unless told. */
  readonly says?: RegExp;
  /** Which of those for a resource of this type; all unless told. */
  readonly type?: string;
  /** Findings that say something else of the same resource, and then count for that alone. */
  readonly not?: RegExp;
  /** The rule asks for more than the concept: every planted one is found, and others may be. */
  readonly stricter?: true;
  /** Planted ones that our rule is not about, and why. */
  readonly except?: (resource: string, world: World) => boolean;
  /** What the simulator names is another resource than the one that we point at: both are then known by their place. */
  readonly byPlace?: true;
}

const everywhere = /every commercial Region/;

export const concepts: Readonly<Record<string, readonly Concept[]>> = {
  'bedrock-invocation-logging-off': [{ rule: 'logging/invocation-logging-enabled' }],
  'invocation-log-group-without-kms': [
    { rule: 'logging/invocation-destination-customer-key', says: /log group/, byPlace: true },
  ],
  's3-log-bucket-without-object-lock': [{ rule: 's3/log-archive-locked', says: /no object lock/ }],
  's3-bucket-without-public-access-block': [{ rule: 's3/log-archive-private' }],
  'guardrail-without-pii-filter': [{ rule: 'bedrock/guardrail-pii' }],
  'guardrail-without-prompt-attack-filter': [{ rule: 'bedrock/guardrail-prompt-attack' }],
  'guardrail-without-cmk': [{ rule: 'bedrock/guardrail-customer-key' }],
  'agent-without-guardrail': [{ rule: 'bedrock/agent-guardrail-attached' }],
  'agent-guardrail-draft': [{ rule: 'bedrock/guardrail-version-pinned' }],
  'agent-without-cmk': [{ rule: 'bedrock/agent-customer-key', type: 'AWS::Bedrock::Agent' }],
  'data-source-without-cmk': [{ rule: 'bedrock/data-source-customer-key' }],
  'global-inference-profile': [{ rule: 'residency/inference-profile-destinations', says: everywhere }],
  'model-region-not-approved': [
    { rule: 'residency/inference-profile-destinations', not: everywhere },
    { rule: 'residency/resource-region', type: 'AWS::Bedrock::ApplicationInferenceProfile' },
  ],
  'provisioned-throughput-untagged': [
    { rule: 'cost/required-tags', type: 'AWS::Bedrock::ProvisionedModelThroughput' },
  ],
  'custom-model-without-cmk': [
    { rule: 'bedrock/custom-model-customer-key', type: 'AWS::Bedrock::CustomModel' },
  ],
  'import-job-without-vpc': [{ rule: 'bedrock/model-job-in-vpc', type: 'AWS::Bedrock::ModelImportJob' }],
  'import-job-without-cmk': [
    { rule: 'bedrock/model-job-customer-key', type: 'AWS::Bedrock::ModelImportJob' },
  ],
  'batch-job-without-vpc': [{ rule: 'bedrock/model-job-in-vpc', type: 'AWS::Bedrock::ModelInvocationJob' }],
  'batch-job-output-without-cmk': [{ rule: 'bedrock/batch-output-customer-key' }],
  'provisioned-throughput-idle': [{ rule: 'cost/provisioned-throughput-used' }],
  'provisioned-throughput-saturated': [{ rule: 'cost/provisioned-throughput-not-throttled' }],
  'provisioned-throughput-no-commitment': [{ rule: 'cost/provisioned-throughput-committed' }],
  'endpoint-underused-accelerator': [
    { rule: 'cost/accelerated-endpoint-used' },
    { rule: 'cost/endpoint-used' },
  ],
  // Instances with disks of their own are encrypted by their hardware, whatever the key.
  'endpoint-config-without-kms': [{ rule: 'sagemaker/endpoint-customer-key', except: hasOwnDisks }],
  'model-without-vpc': [{ rule: 'sagemaker/model-in-vpc' }],
  'notebook-direct-internet': [{ rule: 'sagemaker/notebook-no-direct-internet' }],
  'notebook-root-access': [{ rule: 'sagemaker/notebook-no-root' }],
  'notebook-without-cmk': [{ rule: 'sagemaker/notebook-customer-key' }],
  'domain-public-internet': [{ rule: 'sagemaker/domain-vpc-only' }],
  'agentcore-runtime-public': [{ rule: 'agentcore/runtime-private-network' }],
  'agentcore-gateway-no-authorizer': [{ rule: 'agentcore/gateway-authorizer' }],
  'agentcore-memory-without-cmk': [{ rule: 'agentcore/memory-customer-key' }],
  'aoss-collection-public': [{ rule: 'vector/collection-private' }],
  'aoss-collection-without-cmk': [{ rule: 'vector/collection-customer-key' }],
  'endpoint-policy-open': [{ rule: 'network/endpoint-policy-restricted' }],
  'kms-key-rotation-off': [{ rule: 'kms/key-rotation' }],
  'cloudtrail-without-validation': [{ rule: 'logging/trail-complete', says: /digests/ }],
  'cloudtrail-without-kms': [{ rule: 'logging/trail-customer-key' }],
  'guardduty-off': [{ rule: 'oversight/guardduty-enabled' }],
  'securityhub-off': [{ rule: 'oversight/security-hub-enabled' }],
  'config-recorder-off': [{ rule: 'oversight/config-recorder-on' }],
  's3-account-public-access-block-off': [{ rule: 's3/account-public-access-set', byPlace: true }],
  'bedrock-long-term-api-key': [{ rule: 'iam/no-bedrock-api-keys', byPlace: true }],
  'vpc-without-bedrock-runtime-endpoint': [{ rule: 'network/bedrock-endpoints-complete' }],
  'account-untagged': [{ rule: 'organisation/accounts-tagged' }],
  'ou-without-region-scp': [{ rule: 'organisation/region-deny-covers-units' }],
  'ai-opt-out-missing': [{ rule: 'organisation/ai-opt-out-effective' }],
  'role-bedrock-wildcard': [{ rule: 'iam/model-invocation-scoped', type: 'AWS::IAM::Role' }],
  // Ours wants somebody to be told as well.
  'account-without-budget': [{ rule: 'cost/budget-covers-genai', stricter: true }],
};

/** What the rules are asked with, for the world was made by it. */
export const parameters = ({ approvedRegions, requiredTags }: World) => ({
  approvedAccelerators: ['inf2', 'trn1', 'g5'],
  approvedModels: ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'amazon.titan-embed-text-v2:0'],
  approvedRegions,
  everyRegion: true,
  inputTokensPerUnit: { 'amazon.nova-pro-v1:0': 100_000 },
  logRetentionDays: 365,
  maxModelUnits: 8,
  requiredPii: ['EMAIL'],
  requiredTags,
});

function hasOwnDisks(resource: string, world: World): boolean {
  const [, , , region = '', account = ''] = resource.split(':');
  return answersOf(world, account, region, 'sagemaker', 'DescribeEndpointConfig')
    .map(answer => JSON.stringify(answer))
    .some(answer => answer.includes(`"${resource}"`) && /"ml\.(?:trn1|g5)\./.test(answer));
}

/** Of a finding, what tells it: in memory or in a report. */
export interface Sighting {
  readonly rule: string;
  readonly verdict: string;
  readonly message: string;
  readonly resource: {
    readonly key: string;
    readonly type: string;
    readonly account?: string;
    readonly region?: string;
  };
}

/** A finding's resource as the simulator names it: an ARN, `account/region`, an account, a unit or the root. */
export const namedLikeThere = ({ resource: { key } }: Sighting): string =>
  key
    .replace(/^organisation$/, 'r-sim0')
    .replace(/^(?:account-region|account)\/|^arn:aws:organizations::\d+:(?:account|ou)\/[^/]+\//, '');

/** The findings that say what a concept says. */
export function saying(
  findings: readonly Sighting[],
  { rule, says, type, not }: Concept,
): readonly Sighting[] {
  const own = findings.filter(finding => finding.rule === rule);
  const elsewhere = new Set(not ? own.filter(({ message }) => not.test(message)).map(namedLikeThere) : []);
  return own.filter(
    finding =>
      (says?.test(finding.message) ?? true) &&
      (type === undefined || finding.resource.type === type) &&
      !elsewhere.has(namedLikeThere(finding)),
  );
}
