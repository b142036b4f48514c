import type { JsonObject } from '../../../model/observation.ts';
import type { AnswerSpelling } from '../../observations/api-spelling.ts';
import { isObject, objectIn, objectOf, objectsIn } from '../../observations/json.ts';

/** A bucket as its many questions are answered, one setting each. */
export const bucketAnswer: AnswerSpelling = {
  rename: {
    Name: 'BucketName',
    publicAccessBlock: 'PublicAccessBlockConfiguration',
    bucketOwnershipControls: 'OwnershipControls',
  },
  reshape: data =>
    objectOf({
      ...data,
      bucketEncryption: encryption(objectIn(data, 'bucketEncryption')),
      VersioningConfiguration:
        typeof data['bucketVersioning'] === 'string' ? { Status: data['bucketVersioning'] } : undefined,
      ObjectLockEnabled: objectIn(data, 'objectLockConfiguration')?.['ObjectLockEnabled'] === 'Enabled',
      LifecycleConfiguration: lifecycle(objectsIn(data, 'bucketLifecycleConfiguration')),
    }),
  parts: {
    bucketVersioning: ['VersioningConfiguration'],
    objectLockConfiguration: ['ObjectLockConfiguration', 'ObjectLockEnabled'],
    bucketLifecycleConfiguration: ['LifecycleConfiguration'],
  },
};

function encryption(answer: JsonObject | undefined): JsonObject | undefined {
  if (!answer) return undefined;
  const rules = objectsIn(answer, 'Rules').map(({ ApplyServerSideEncryptionByDefault, ...rule }) =>
    objectOf({ ...rule, ServerSideEncryptionByDefault: ApplyServerSideEncryptionByDefault }),
  );
  return { ServerSideEncryptionConfiguration: rules };
}

/** A rule of the answer has objects where the type has days and dates of its own. */
function lifecycle(rules: readonly JsonObject[]): JsonObject | undefined {
  if (rules.length === 0) return undefined;
  return { Rules: rules.map(lifecycleRule) };
}

function lifecycleRule({ Expiration, Filter, ID, ...rule }: JsonObject): JsonObject {
  const expiration = isObject(Expiration) ? Expiration : {};
  const filter = isObject(Filter) ? (objectIn(Filter, 'And') ?? Filter) : {};
  const tags = [...objectsIn(filter, 'Tags'), ...(isObject(filter['Tag']) ? [filter['Tag']] : [])];
  return objectOf({
    ...rule,
    Id: ID,
    ExpirationInDays: expiration['Days'],
    ExpirationDate: expiration['Date'],
    ExpiredObjectDeleteMarker: expiration['ExpiredObjectDeleteMarker'],
    Prefix: rule['Prefix'] ?? filter['Prefix'],
    ObjectSizeGreaterThan: filter['ObjectSizeGreaterThan'],
    ObjectSizeLessThan: filter['ObjectSizeLessThan'],
    TagFilters: tags.length === 0 ? undefined : tags,
    Transitions: transitions(objectsIn(rule, 'Transitions')),
  });
}

function transitions(list: readonly JsonObject[]): readonly JsonObject[] | undefined {
  if (list.length === 0) return undefined;
  return list.map(({ Days, Date, StorageClass }) =>
    objectOf({ TransitionInDays: Days, TransitionDate: Date, StorageClass }),
  );
}
