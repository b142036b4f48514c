import type { Dict, Scalar, Value } from '../../model/value.ts';
import type { AnswerSpelling, FurtherSpelling } from '../observations/api-spelling.ts';
import type { Rewriter } from './rewrite.ts';

/** One AWS thing of the model and how the sources spell it, side by side. What is spelled as its schema says needs no word. */
export interface Kind {
  /** CloudFormation's name, or our own for what it lacks. */
  readonly type: string;
  readonly cloudformation?: Rewriter;
  /** By the type of the provider: the one that makes it, and those that make a part of it. */
  readonly terraform?: Readonly<Record<string, Spelling>>;
  /** By kind of observation: the answers that show it, and those that hold it beside what they are about. */
  readonly api?: Readonly<Record<string, AnswerSpelling | FurtherSpelling>>;
}

/**
 * How a Terraform type says what the model's type says. Attributes are the properties in snake case; the exceptions stand
 * here. Paths of attributes go from the resource through its blocks, `rule.destination.bucket`.
 */
export interface Spelling {
  /**
   * The property that an attribute is, as a path from what the block around it is: `BucketEncryption`, `Rule.Mode`. An
   * empty path for a block whose attributes belong to what is around it.
   */
  readonly rename?: Readonly<Record<string, string>>;
  /** What the words of the provider mean; `null` where the property is not set. By the path of the attribute. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, Scalar>>>>;
  /** What the provider sets where nothing is written, when AWS would do something else. By the path of the attribute. */
  readonly defaults?: Readonly<Record<string, Scalar | readonly never[]>>;
  /** Attributes that say nothing of the resource in the model, and why. */
  readonly leftOut?: Readonly<Record<string, string>>;
  /** For what data cannot say: changes the value of an attribute before anything else is made of it. */
  readonly change?: Readonly<Record<string, (value: Value) => Value>>;
  /** For what data cannot say: changes all attributes before anything else is made of them; may name properties. */
  readonly reshape?: (attributes: Dict) => Dict;
  /** Attributes that are resources of their own in the model, as the policy of a bucket. By the attribute. */
  readonly apart?: Readonly<Record<string, Apart>>;
  /** Attributes that a deployed resource shows of what resources of their own set. By the attribute. */
  readonly shows?: Readonly<Record<string, Shown>>;
  /** What a reference to an attribute reads: `Ref`, or an attribute of the type. By the attribute. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Makes no resource of its own. */
  readonly part?: Part;
  /** Does what several parts of another type do, one for each item of a list; with what remains of its attributes. */
  readonly does?: readonly SeveralParts[];
}

/** `roles` of an `aws_iam_policy_attachment` are the `role` of an `aws_iam_role_policy_attachment` each. */
export interface SeveralParts {
  readonly list: string;
  readonly type: string;
  readonly attribute: string;
}

/** A Terraform resource that is a part of another resource of the model. */
export interface Part {
  /** The attribute that names the whole. */
  readonly of: string;
  /** The property of the whole that its attributes are in; `ActionGroups[]` when it is one item of a list. */
  readonly within?: string;
  /** The properties of the whole that it sets, when it is not within one. */
  readonly sets?: readonly string[];
}

/** The resources that an attribute shows. */
export interface Shown {
  /** The type of those resources. */
  readonly type: string;
  /** Their property that names the resource that has the attribute, alone or in a list. */
  readonly of: string;
}

/** An attribute that the model has as a resource of its own. */
export interface Apart extends Shown {
  /** Its property that the attribute is. */
  readonly as: string;
}
