import type { JsonObject } from '../../../model/observation.ts';
import type { ApiSpellings } from '../api-spelling.ts';
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
    reshape: data => {
      const inForce = objectsIn(data, 'PolicyVersionList').find(
        version => version['IsDefaultVersion'] === true,
      );
      return objectOf({ ...data, PolicyDocument: inForce && documentIn(inForce, 'Document') });
    },
    unseen: ['Groups', 'Roles', 'Users'],
  },
  'sso:permission-set': { type: 'AWS::SSO::PermissionSet', rename: { RelayState: 'RelayStateType' } },
  'secretsmanager:secret': { type: 'AWS::SecretsManager::Secret', unseen: ['SecretString'] },
  'ssm:parameter': { type: 'AWS::SSM::Parameter', unseen: ['Value'] },
};

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
