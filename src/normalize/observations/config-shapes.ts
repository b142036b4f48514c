import type { Json, JsonObject } from '../../model/observation.ts';
import { isObject, objectIn, objectOf, objectsIn, textIn } from './json.ts';

/**
 * An item as the API would have answered, for the types that AWS Config records in a form of its own, older than the
 * schemas of CloudFormation: the members of the API in camel case, and further answers under `supplementaryConfiguration`.
 */
export type ConfigShape = (configuration: JsonObject, more: JsonObject) => JsonObject;

const plain: ConfigShape = configuration => pascal(configuration);

/** By kind of the collector. What is not here is recorded in the words of its type. */
export const configShapes: Readonly<Record<string, ConfigShape>> = {
  'cloudtrail:trail': plain,
  'ec2:flow-log': plain,
  'ec2:security-group': configuration => ({
    ...pascal(configuration),
    ...permissionsIn(configuration, 'ipPermissions', 'IpPermissions'),
    ...permissionsIn(configuration, 'ipPermissionsEgress', 'IpPermissionsEgress'),
  }),
  'ec2:subnet': plain,
  'ec2:vpc': plain,
  'ec2:vpc-endpoint': plain,
  'iam:group': plain,
  'iam:policy': plain,
  'iam:role': plain,
  'iam:user': plain,
  'kms:alias': plain,
  'kms:key': (configuration, more) =>
    objectOf({
      ...pascal(configuration),
      keyPolicy: textOrObject(more['Policy'] ?? more['KeyPolicy']),
      keyRotationStatus: rotation(more['KeyRotationStatus']),
    }),
  'lambda:function': plain,
  'opensearch:domain': plain,
  'rds:db-cluster': configuration => relational(configuration),
  'rds:db-instance': configuration => relational(configuration),
  's3:bucket': (configuration, more) =>
    objectOf({
      Name: configuration['name'],
      bucketEncryption: encryption(inside(more['ServerSideEncryptionConfiguration'])),
      publicAccessBlock: pascalIn(more['PublicAccessBlockConfiguration']),
      bucketVersioning: versioning(inside(more['BucketVersioningConfiguration'])),
      bucketPolicy: policy(inside(more['BucketPolicy'])),
    }),
  'secretsmanager:secret': plain,
};

/** Names as the API has them: with a capital first, at every depth. What is a map of names keeps them. */
function pascal(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      capital(name),
      isDocument(name) ? value : pascalOf(value),
    ]),
  );
}

/** AWS Config writes `aWSAccountId`, `dBClusterArn` and `sSEAlgorithm` for names that begin with several capitals. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Documents have keys of their own, which no rule of spelling may touch. */
const isDocument = (name: string): boolean => /policyDocument$|^tags$|^document$/i.test(name);

const pascalOf = (value: Json): Json =>
  isList(value) ? value.map(pascalOf) : isObject(value) ? pascal(value) : value;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Parts of an item are objects, or texts that hold one. */
function inside(value: Json | undefined): JsonObject | undefined {
  if (isObject(value)) return value;
  if (typeof value !== 'string') return undefined;
  try {
    const parsed: Json = JSON.parse(value);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const pascalIn = (value: Json | undefined): JsonObject | undefined => {
  const object = inside(value);
  return object && pascal(object);
};

const textOrObject = (value: Json | undefined): Json | undefined =>
  typeof value === 'string' || isObject(value) ? value : undefined;

function rotation(value: Json | undefined): JsonObject | undefined {
  const text = typeof value === 'boolean' || typeof value === 'string' ? String(value).toLowerCase() : '';
  return text === 'true' || text === 'false' ? { enabled: text === 'true' } : undefined;
}

function encryption(answer: JsonObject | undefined): JsonObject | undefined {
  if (!answer) return undefined;
  const rules = objectsIn(answer, 'rules').map(rule => {
    const usual = objectIn(rule, 'applyServerSideEncryptionByDefault') ?? {};
    return objectOf({
      ApplyServerSideEncryptionByDefault: objectOf({
        SSEAlgorithm: usual['sseAlgorithm'],
        KMSMasterKeyID: usual['kmsMasterKeyID'] ?? undefined,
      }),
      BucketKeyEnabled: rule['bucketKeyEnabled'],
    });
  });
  return rules.length === 0 ? undefined : { Rules: rules };
}

/** `Off` is what the API says by saying nothing. */
function versioning(answer: JsonObject | undefined): Json | undefined {
  const status = textIn(answer ?? {}, 'status');
  return status === 'Off' ? null : status;
}

/** A bucket without a policy has an item that says so: `{"policyText": null}`. */
function policy(answer: JsonObject | undefined): Json | undefined {
  const text = answer?.['policyText'];
  return text === undefined || typeof text === 'string' || text === null ? text : undefined;
}

/** Sources of a permission are texts in one list, and objects in another beside it. */
function permissionsIn(configuration: JsonObject, from: string, to: string): JsonObject {
  if (!Array.isArray(configuration[from])) return {};
  return {
    [to]: objectsIn(configuration, from).map(permission => ({
      ...pascal(permission),
      IpRanges:
        objectsIn(permission, 'ipv4Ranges').length > 0
          ? rangesIn(permission, 'ipv4Ranges')
          : rangesIn(permission, 'ipRanges'),
    })),
  };
}

function rangesIn(permission: JsonObject, name: string): readonly JsonObject[] {
  const list = permission[name];
  if (list === undefined || !isList(list)) return [];
  return list.flatMap(range =>
    typeof range === 'string' ? [{ CidrIp: range }] : isObject(range) ? [pascal(range)] : [],
  );
}

/** `dBClusterIdentifier`, `dbSubnetGroup`, `vpcSecurityGroups`: types of RDS begin with `DB` and AWS Config with either. */
const relational = (configuration: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(pascal(configuration)).map(([name, value]) => [name.replace(/^Db(?=[A-Z])/, 'DB'), value]),
  );
