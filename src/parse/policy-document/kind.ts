import { field } from '../../syntax/field.ts';
import type { MapNode, Node } from '../../syntax/node.ts';

/** The `Type` of `AWS::Organizations::Policy` that a document that stands alone has, or why it has none. */
export type PolicyKind =
  | { readonly kind: 'organization'; readonly type: string }
  /** An IAM policy document of which nobody can say where it applies. */
  | { readonly kind: 'undecided'; readonly reason: string };

/**
 * Management policies are told by their root key. Service and resource control policies share their form with
 * identity, bucket and key policies, so their content must fit and their path must say so (`scp`, `rcp`,
 * `service-control-policies`, `organization`). Undefined: no policy document at all.
 */
export function policyKind(root: Node, path: string): PolicyKind | undefined {
  if (root.kind !== 'map') return undefined;
  const management = managementPolicies.find(policy => policy.fits(root));
  if (management) return { kind: 'organization', type: management.type };
  const statements = statementsOf(root);
  return statements && authorizationKind(statements, path);
}

/** What the path of a file claims: `policies/scp/deny-regions.json`, `rcp-data-perimeter.json`. */
export function policyHint(path: string): 'scp' | 'rcp' | 'organization' | undefined {
  return hints.find(({ pattern }) => pattern.test(path))?.hint;
}

const start = String.raw`(?:^|[-_./ ])`;
const end = String.raw`(?=$|[-_./ ])`;
const hints = [
  {
    hint: 'scp',
    pattern: new RegExp(`${start}(?:scps?|service[-_ ]?control(?:[-_ ]?polic(?:y|ies))?)${end}`, 'i'),
  },
  {
    hint: 'rcp',
    pattern: new RegExp(`${start}(?:rcps?|resource[-_ ]?control(?:[-_ ]?polic(?:y|ies))?)${end}`, 'i'),
  },
  {
    hint: 'organization',
    pattern: new RegExp(`${start}organi[sz]ations?(?:[-_ ]?polic(?:y|ies))?${end}`, 'i'),
  },
] as const;

/** The root keys are case-sensitive in AWS too. */
const managementPolicies: readonly { type: string; fits: (root: MapNode) => boolean }[] = [
  { type: 'AISERVICES_OPT_OUT_POLICY', fits: root => someChild(root, 'services', 'opt_out_policy') },
  {
    type: 'TAG_POLICY',
    fits: root => ['tag_key', 'tag_value', 'enforced_for'].some(key => someChild(root, 'tags', key)),
  },
  { type: 'BACKUP_POLICY', fits: root => someChild(root, 'plans', 'rules') },
  { type: 'DECLARATIVE_POLICY_EC2', fits: root => isMap(field(root, 'ec2_attributes')) },
  { type: 'BEDROCK_POLICY', fits: root => isMap(field(root, 'bedrock', 'guardrail_inference')) },
  { type: 'CHATBOT_POLICY', fits: root => isMap(field(root, 'chatbot', 'platforms')) },
  { type: 'S3_POLICY', fits: root => isMap(field(root, 's3_attributes')) },
  { type: 'SECURITYHUB_POLICY', fits: root => isMap(field(root, 'securityhub', 'enable_in_regions')) },
  { type: 'INSPECTOR_POLICY', fits: root => isMap(field(root, 'inspector', 'enablement')) },
];

/** The statements of an IAM policy document, when it is one: every statement says its effect. */
function statementsOf(root: MapNode): readonly MapNode[] | undefined {
  const written = field(root, 'Statement');
  if (written === undefined || field(root, 'Resources') !== undefined) return undefined;
  const statements = (written.kind === 'list' ? written.items : [written]).filter(
    item => item.kind === 'map',
  );
  const effective = statements.filter(statement => field(statement, 'Effect')?.kind === 'scalar');
  const complete =
    effective.length > 0 && (written.kind !== 'list' || effective.length === written.items.length);
  return complete ? effective : undefined;
}

function authorizationKind(statements: readonly MapNode[], path: string): PolicyKind {
  const hint = policyHint(path);
  const withPrincipal = statements.filter(
    statement => field(statement, 'Principal') ?? field(statement, 'NotPrincipal'),
  );
  const fitsScp = withPrincipal.length === 0;
  const fitsRcp = statements.every(isForEveryone);
  if (fitsScp && (hint === 'scp' || (hint === 'organization' && statements.every(isGuard)))) {
    return { kind: 'organization', type: 'SERVICE_CONTROL_POLICY' };
  }
  if (fitsRcp && (hint === 'rcp' || (hint === 'organization' && statements.every(isGuard)))) {
    return { kind: 'organization', type: 'RESOURCE_CONTROL_POLICY' };
  }
  return { kind: 'undecided', reason: whyUndecided(hint, fitsScp) };
}

function whyUndecided(hint: ReturnType<typeof policyHint>, fitsScp: boolean): string {
  if (hint === 'scp' && !fitsScp)
    return 'its path says service control policy, but its statements name principals';
  if (hint === 'rcp')
    return 'its path says resource control policy, but not every statement is for Principal "*"';
  return 'a policy document that stands alone does not say what it is attached to; a folder named scp or rcp would';
}

/** RCPs name `"*"`, also written `{ "AWS": "*" }`, and nothing else. */
function isForEveryone(statement: MapNode): boolean {
  const principal = field(statement, 'Principal');
  const named =
    principal?.kind === 'map' && principal.entries.length === 1 ? field(principal, 'AWS') : principal;
  return named?.kind === 'scalar' && named.value === '*';
}

/** What organisation policies consist of: denials, and the allow-all that AWS attaches. */
function isGuard(statement: MapNode): boolean {
  return isScalar(field(statement, 'Effect'), 'Deny') || isScalar(field(statement, 'Action'), '*');
}

function someChild(root: MapNode, parent: string, key: string): boolean {
  const map = field(root, parent);
  return (
    map?.kind === 'map' &&
    map.entries.some(({ value }) => value.kind === 'map' && field(value, key) !== undefined)
  );
}

const isMap = (node: Node | undefined): boolean => node?.kind === 'map';

const isScalar = (node: Node | undefined, value: string): boolean =>
  node?.kind === 'scalar' && node.value === value;
