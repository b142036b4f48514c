import { expect, test } from 'vitest';

import { policyHint, policyKind } from '../../../src/parse/policy-document/kind.ts';
import { readJson } from '../../../src/syntax/json.ts';

function kindOf(path: string, content: unknown): string | undefined {
  const document = readJson({ path, text: JSON.stringify(content) });
  if (!document.ok) throw new Error(`${path} is no JSON`);
  const kind = policyKind(document.root, path);
  return kind?.kind === 'organization' ? kind.type : kind?.reason;
}

const deny = { Effect: 'Deny', Action: 'bedrock:*', Resource: '*' };
const everyone = { ...deny, Principal: '*' };
const policy = (...Statement: readonly unknown[]) => ({ Version: '2012-10-17', Statement });
const alone =
  'a policy document that stands alone does not say what it is attached to; a folder named scp or rcp would';

test.for([
  ['policies/scp/deny-regions.json', policy(deny), 'SERVICE_CONTROL_POLICY'],
  ['scp-deny-regions.json', { Statement: deny }, 'SERVICE_CONTROL_POLICY'],
  ['org/service-control-policies/a.json', policy({ ...deny, Effect: 'Allow' }), 'SERVICE_CONTROL_POLICY'],
  ['organization/guard.json', policy(deny), 'SERVICE_CONTROL_POLICY'],
  [
    'organizations/full-access.json',
    policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
    'SERVICE_CONTROL_POLICY',
  ],
  ['rcp/perimeter.json', policy(everyone), 'RESOURCE_CONTROL_POLICY'],
  ['rcp/perimeter.json', policy({ ...deny, Principal: { AWS: '*' } }), 'RESOURCE_CONTROL_POLICY'],
  ['organisation/perimeter.json', policy(everyone), 'RESOURCE_CONTROL_POLICY'],
  [
    'any/where.json',
    { services: { default: { opt_out_policy: { '@@assign': 'optOut' } } } },
    'AISERVICES_OPT_OUT_POLICY',
  ],
  [
    'any/effective.json',
    { services: { default: { opt_out_policy: 'optOut' } } },
    'AISERVICES_OPT_OUT_POLICY',
  ],
  ['any/tags.json', { tags: { team: { tag_key: { '@@assign': 'team' } } } }, 'TAG_POLICY'],
  [
    'any/ec2.json',
    { ec2_attributes: { serial_console_access: { status: { '@@assign': 'disabled' } } } },
    'DECLARATIVE_POLICY_EC2',
  ],
  ['any/bedrock.json', { bedrock: { guardrail_inference: { 'eu-west-1': {} } } }, 'BEDROCK_POLICY'],
  [
    'any/backup.json',
    { plans: { daily: { rules: {}, regions: { '@@assign': ['eu-west-1'] } } } },
    'BACKUP_POLICY',
  ],
] as const)('%s is %s', ([path, content, type]) => {
  expect(kindOf(path, content)).toBe(type);
});

test.for([
  ['roles/agent.json', policy({ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' }), alone],
  ['roles/deny.json', policy(deny), alone],
  [
    'organization/roles/agent.json',
    policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
    alone,
  ],
  [
    'scp/bucket.json',
    policy(everyone),
    'its path says service control policy, but its statements name principals',
  ],
  [
    'rcp/scp.json',
    policy({ ...deny, Principal: '*' }, deny),
    'its path says service control policy, but its statements name principals',
  ],
  [
    'rcp/role.json',
    policy(deny),
    'its path says resource control policy, but not every statement is for Principal "*"',
  ],
  [
    'rcp/one.json',
    policy({ ...everyone, Principal: { AWS: '*', Service: 'x' } }),
    'its path says resource control policy, but not every statement is for Principal "*"',
  ],
] as const)('nobody can say what %s is attached to', ([path, content, reason]) => {
  expect(kindOf(path, content)).toBe(reason);
});

test.for([
  ['scp/template.json', { Resources: {}, Statement: [deny] }],
  ['scp/list.json', [policy(deny)]],
  ['scp/nothing.json', { Statement: [] }],
  ['scp/mixed.json', { Statement: [deny, 'text'] }],
  ['scp/speech.json', { Statement: [{ Text: 'We will.' }] }],
  ['tags.json', { tags: { a: 'b' } }],
  ['services.json', { services: { web: { image: 'nginx' } } }],
  ['backup.json', { plans: ['gold'] }],
] as const)('%s is no policy document', ([path, content]) => {
  expect(kindOf(path, content)).toBeUndefined();
});

test.for([
  ['scp/a.json', 'scp'],
  ['SCPs/a.json', 'scp'],
  ['a/deny-scp.json', 'scp'],
  ['service_control_policies/a.json', 'scp'],
  ['resource-control-policy.json', 'rcp'],
  ['my organizations/x.json', 'organization'],
  ['scpipe/a.json', undefined],
  ['reorganization/a.json', undefined],
  ['describe.json', undefined],
] as const)('the path %s hints at %s', ([path, hint]) => {
  expect(policyHint(path)).toBe(hint);
});
