import { isCustomResource } from '../custom-resource.ts';
import { cloudControlResource } from '../terraform/desired-state.ts';
import { agentcoreKinds } from './agentcore/kinds.ts';
import { autoscalingKinds } from './autoscaling/kinds.ts';
import { bedrockKinds } from './bedrock/kinds.ts';
import { budgetsKinds } from './budgets/kinds.ts';
import { ceKinds } from './ce/kinds.ts';
import { unreadCloudControl } from './cloudformation/cloud-control-resource.ts';
import { cloudformationKinds } from './cloudformation/kinds.ts';
import { cloudtrailKinds } from './cloudtrail/kinds.ts';
import { cloudwatchKinds } from './cloudwatch/kinds.ts';
import { cognitoKinds } from './cognito/kinds.ts';
import { configKinds } from './config/kinds.ts';
import { customResource } from './custom-resource.ts';
import { ec2Kinds } from './ec2/kinds.ts';
import { guarddutyKinds } from './guardduty/kinds.ts';
import { iamKinds } from './iam/kinds.ts';
import { kendraKinds } from './kendra/kinds.ts';
import type { Kind, Part, Spelling } from './kind.ts';
import { kmsKinds } from './kms/kinds.ts';
import { lambdaKinds } from './lambda/kinds.ts';
import { logsKinds } from './logs/kinds.ts';
import { macieKinds } from './macie/kinds.ts';
import { neptuneKinds } from './neptune/kinds.ts';
import { opensearchKinds } from './opensearch/kinds.ts';
import { organizationsKinds } from './organizations/kinds.ts';
import { qbusinessKinds } from './qbusiness/kinds.ts';
import { rdsKinds } from './rds/kinds.ts';
import type { Rewriter } from './rewrite.ts';
import { s3Kinds } from './s3/kinds.ts';
import { s3vectorsKinds } from './s3vectors/kinds.ts';
import { sagemakerKinds } from './sagemaker/kinds.ts';
import { secretsmanagerKinds } from './secretsmanager/kinds.ts';
import { securityhubKinds } from './securityhub/kinds.ts';
import { servicequotasKinds } from './servicequotas/kinds.ts';
import { snsKinds } from './sns/kinds.ts';
import { ssmKinds } from './ssm/kinds.ts';
import { ssoKinds } from './sso/kinds.ts';

/** What needs more than its schema, one file each. */
export const kinds: readonly Kind[] = [
  ...agentcoreKinds,
  ...autoscalingKinds,
  ...bedrockKinds,
  ...budgetsKinds,
  ...ceKinds,
  ...cloudformationKinds,
  ...cloudtrailKinds,
  ...cloudwatchKinds,
  ...cognitoKinds,
  ...configKinds,
  ...ec2Kinds,
  ...guarddutyKinds,
  ...iamKinds,
  ...kendraKinds,
  ...kmsKinds,
  ...lambdaKinds,
  ...logsKinds,
  ...macieKinds,
  ...neptuneKinds,
  ...opensearchKinds,
  ...organizationsKinds,
  ...qbusinessKinds,
  ...rdsKinds,
  ...s3Kinds,
  ...s3vectorsKinds,
  ...sagemakerKinds,
  ...secretsmanagerKinds,
  ...securityhubKinds,
  ...servicequotasKinds,
  ...snsKinds,
  ...ssmKinds,
  ...ssoKinds,
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
