import type { JsonObject, Observation } from '../../model/observation.ts';

/**
 * How the API spells a resource, where that is more than upper and lower case: names that differ, by their path in the
 * answer. Lists and maps on the way are gone through, so that `topicPolicy.topics` is the member of every policy.
 */
export interface AnswerSpelling {
  /** Which of several types an answer shows, when not always that of its kind. */
  readonly type?: TypeChoice;
  /** Members that the type gives another name. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Members whose own members the type has one level up. */
  readonly lift?: readonly string[];
  /** What differs by more than names: the answer as it would be if names were all that differs. */
  readonly reshape?: (data: JsonObject, around: Around) => JsonObject;
  /** The properties that a further answer holds, when they are others than the one of its name. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /** Properties that are never collected, because secrets, prompts or payloads may stand in them. */
  readonly unseen?: readonly string[];
  /** Properties of which the answers that are in view do not say what they are, with the reason. */
  readonly undecided?: (around: Around) => Readonly<Record<string, string>>;
  /** The members that a property is made of, where a reshaping makes something of nothing too: an empty list, false. */
  readonly madeOf?: Readonly<Record<string, string>>;
  /** A member that is null says that there is no such thing, and not that nobody knows. */
  readonly nullIsAbsent?: true;
  /** Why an object within the answer may have more members than are in it; closed without. */
  readonly openWithin?: string;
  /** Members that hold a name or an id by which others may point at it, besides its ARN and the names of its type. */
  readonly names?: readonly string[];
}

export interface TypeChoice {
  readonly among: readonly string[];
  readonly of: (data: JsonObject) => string | undefined;
}

/** A resource that stands in an answer about another one, such as the policy of a bucket. */
export interface FurtherSpelling {
  /** The further answer that holds it. */
  readonly within: string;
  /** Its members, from the further answer and the observation that it is about; several when the answer holds several. */
  readonly of: (
    answer: Exclude<JsonObject[string], null>,
    about: Observation,
  ) => JsonObject | readonly JsonObject[];
}

/** What a spelling may look at besides the answer. */
export interface Around {
  readonly observation: Observation;
  /** The observations of a kind in the same account and Region. */
  readonly others: (kind: string) => readonly Observation[];
  /** Whether those are all that there are: their list could be read. */
  readonly isComplete: (kind: string) => boolean;
}

/** All that one kind of observation shows. */
export interface ApiSpelling extends Omit<AnswerSpelling, 'type'> {
  /** The resource's type, or which of several an answer shows; undefined for what is no resource of its own. */
  readonly type: string | TypeChoice;
  /** The resources in its further answers, by the name of the answer. */
  readonly further?: Readonly<Record<string, Pick<FurtherSpelling, 'of'> & { readonly type: string }>>;
}

/** By kind of the collector: `bedrock:guardrail`. */
export type ApiSpellings = Readonly<Record<string, ApiSpelling>>;
