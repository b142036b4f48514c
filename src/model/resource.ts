import type { Origin } from './source.ts';
import type { Condition, Dict, Unknown, Value } from './value.ts';

/** One AWS thing in the one model, in CloudFormation's words, whatever it was read from. */
export interface Resource {
  readonly kind: 'resource';
  /** Identity in every run: file-relative address (`infra/agent.yaml#SupportAgent`) or ARN. */
  readonly key: string;
  readonly type: string;
  /** What a person calls it: logical id, Terraform address, live name. */
  readonly name: string;
  readonly account: Value;
  readonly region: Value;
  readonly partition: Value;
  readonly properties: Dict;
  /** One shape for all tag spellings: key → value. */
  readonly tags: Dict;
  /** Known names, ids and ARNs by which others may point at it. */
  readonly names: readonly string[];
  /** When it exists at all. */
  readonly exists: Condition;
  readonly at: Origin;
  /** Path in the construct tree, for CDK. */
  readonly construct?: string;
  /** The generated text behind `at`, when `at` is the source that a person edits. */
  readonly generated?: Origin;
}

export const scopeKinds = ['stack', 'account-region', 'account', 'organisation'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** What may be there without being in view: a macro's products, the rest of an account. */
export interface Opening {
  readonly types: 'all' | readonly string[];
  readonly because: Unknown;
  /** What in view it may add parts to: what it was given, or everything. Nothing when left out. */
  readonly reaches?: 'all' | readonly Value[];
  /** The provider's types of the parts that it may add; of any type when left out. */
  readonly parts?: readonly string[];
  /** The keys of the resources that what it makes may point at; any when left out. */
  readonly reached?: ReadonlySet<string>;
}

/** What an assertion about absence speaks of. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly key: string;
  readonly name: string;
  readonly account: Value;
  readonly region: Value;
  readonly members: readonly Resource[];
  readonly openings: readonly Opening[];
  /** What AWS itself was asked about, and not what files say of it. */
  readonly observed?: true;
  readonly at: Origin;
}

/** Everything in view of one run. */
export interface Estate {
  readonly resources: readonly Resource[];
  readonly scopes: readonly Scope[];
}
