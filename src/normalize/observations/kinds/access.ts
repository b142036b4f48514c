import type { JsonObject, Observation } from '../../../model/observation.ts';
import type { ApiSpellings, Around } from '../api-spelling.ts';
import { decodedDocument, objectIn, objectOf, objectsIn, textIn, textsOf } from '../json.ts';

/** Who may do what: keys, and the roles, users and groups of an account. */
export const access: ApiSpellings = {
  'kms:key': {
    // Keys that AWS keeps for its services belong to nobody's templates.
    type: {
      among: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
      of: data => {
        if (data['KeyManager'] === 'AWS') return undefined;
        const regions = objectIn(data, 'MultiRegionConfiguration') ?? {};
        return regions['MultiRegionKeyType'] === 'REPLICA' ? 'AWS::KMS::ReplicaKey' : 'AWS::KMS::Key';
      },
    },
    reshape: data => {
      const rotation = objectIn(data, 'keyRotationStatus') ?? {};
      const primary = objectIn(objectIn(data, 'MultiRegionConfiguration') ?? {}, 'PrimaryKey') ?? {};
      return objectOf({
        ...data,
        EnableKeyRotation: rotation['enabled'],
        RotationPeriodInDays: rotation['days'],
        PrimaryKeyArn: primary['Arn'],
      });
    },
    parts: { keyRotationStatus: ['EnableKeyRotation', 'RotationPeriodInDays'] },
    names: ['KeyId'],
  },
  'kms:alias': { type: 'AWS::KMS::Alias' },
  'iam:role': {
    type: 'AWS::IAM::Role',
    reshape: data =>
      objectOf({
        ...identity(data, 'RolePolicyList'),
        AssumeRolePolicyDocument: documentIn(data, 'AssumeRolePolicyDocument'),
      }),
  },
  'iam:user': {
    type: 'AWS::IAM::User',
    rename: { GroupList: 'Groups' },
    reshape: data => identity(data, 'UserPolicyList'),
    unseen: ['LoginProfile'],
  },
  'iam:group': { type: 'AWS::IAM::Group', reshape: data => identity(data, 'GroupPolicyList') },
  'iam:policy': {
    type: 'AWS::IAM::ManagedPolicy',
    rename: { PolicyName: 'ManagedPolicyName' },
    reshape: (data, around) => {
      const inForce = objectsIn(data, 'PolicyVersionList').find(
        version => version['IsDefaultVersion'] === true,
      );
      return objectOf({
        ...data,
        PolicyDocument: inForce && documentIn(inForce, 'Document'),
        Roles: holders(around, 'iam:role', 'RoleName'),
        Users: holders(around, 'iam:user', 'UserName'),
        Groups: holders(around, 'iam:group', 'GroupName'),
      });
    },
    undecided: ({ isComplete }) => {
      const sides = [
        ['iam:role', 'Roles'],
        ['iam:user', 'Users'],
        ['iam:group', 'Groups'],
      ] as const;
      return Object.fromEntries(
        sides.flatMap(([kind, property]) =>
          isComplete(kind) ? [] : [[property, 'who has the policy could not be read']],
        ),
      );
    },
  },
  'iam:service-specific-credential': {
    type: 'AWS::IAM::ServiceSpecificCredential',
    unseen: ['CredentialAgeDays'],
    names: ['ServiceSpecificCredentialId'],
  },
  'sso:permission-set': { type: 'AWS::SSO::PermissionSet', rename: { RelayState: 'RelayStateType' } },
  'secretsmanager:secret': { type: 'AWS::SecretsManager::Secret', unseen: ['SecretString'] },
  'ssm:parameter': { type: 'AWS::SSM::Parameter', unseen: ['Value'] },
};

/** A policy does not say who has it; they do. */
function holders({ observation: { id }, others }: Around, kind: string, name: string): readonly string[] {
  return (
    attachments(others(kind))
      .get(id)
      ?.flatMap(({ data }) => textIn(data, name) ?? []) ?? []
  );
}

const attached = new WeakMap<readonly Observation[], ReadonlyMap<string, readonly Observation[]>>();

/** Roles, users or groups by the policies that they have. */
function attachments(holding: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const known = attached.get(holding);
  if (known) return known;
  const found = new Map<string, Observation[]>();
  for (const one of holding) {
    for (const policy of textsOf(objectsIn(one.data, 'AttachedManagedPolicies'), 'PolicyArn')) {
      const those = found.get(policy);
      if (those) those.push(one);
      else found.set(policy, [one]);
    }
  }
  attached.set(holding, found);
  return found;
}

const documentIn = (data: JsonObject, name: string): string | JsonObject | undefined => {
  const text = textIn(data, name);
  return text === undefined ? objectIn(data, name) : decodedDocument(text);
};

/** What roles, users and groups have in common: policies of their own, attached ones, a boundary. */
function identity(data: JsonObject, policies: string): JsonObject {
  const boundary = objectIn(data, 'PermissionsBoundary') ?? {};
  return objectOf({
    ...data,
    Policies: objectsIn(data, policies).map(policy =>
      objectOf({ PolicyName: policy['PolicyName'], PolicyDocument: documentIn(policy, 'PolicyDocument') }),
    ),
    ManagedPolicyArns: textsOf(objectsIn(data, 'AttachedManagedPolicies'), 'PolicyArn'),
    PermissionsBoundary: boundary['PermissionsBoundaryArn'],
  });
}
