import type { Scalar } from './value.ts';

/**
 * The shape of a property, as AWS publishes it in the CloudFormation registry.
 * `json` is free-form; `policy` is free-form that holds an IAM-style policy document.
 */
export type PropertyType =
  | { readonly kind: 'string' | 'int' | 'double' | 'bool' | 'json' | 'policy' | 'dyn' }
  | { readonly kind: 'list' | 'map'; readonly of: PropertyType }
  /** A named definition of the same resource type: `ResourceType.definitions`. */
  | { readonly kind: 'object'; readonly name: string };

export interface Field {
  readonly type: PropertyType;
  readonly required?: true;
  /** What AWS applies when the property is left out, where the registry says so. */
  readonly default?: Scalar;
  readonly values?: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

export interface ResourceType {
  readonly name: string;
  readonly properties: Fields;
  readonly definitions: Readonly<Record<string, Fields>>;
  /** What GetAtt gives. */
  readonly attributes: readonly string[];
  /** Properties and attributes whose value is a name or id by which other resources may point at this one. */
  readonly names: readonly string[];
  readonly tags?: { readonly property: string; readonly shape: 'list' | 'map' };
  /** Its ARN with `${…}` for what differs: `arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}`. */
  readonly arn?: string;
  /** The property through which this type stands for another resource: an alias for its key, a version for its guardrail. */
  readonly standsFor?: string;
  /** The AWS page of a type that CloudFormation does not have. */
  readonly source?: string;
}

/** All resource types in scope. */
export interface TypeRegistry {
  readonly names: readonly string[];
  readonly get: (name: string) => ResourceType | undefined;
}
