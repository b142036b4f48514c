import type { JsonObject } from '../../../model/observation.ts';
import { decodedDocument, objectIn, objectOf, objectsIn, textIn, textsOf } from '../../observations/json.ts';

/** What roles, users and groups have in common: policies of their own, attached ones, a boundary. */
export function identity(data: JsonObject, policies: string): JsonObject {
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

export const documentIn = (data: JsonObject, name: string): string | JsonObject | undefined => {
  const text = textIn(data, name);
  return text === undefined ? objectIn(data, name) : decodedDocument(text);
};
