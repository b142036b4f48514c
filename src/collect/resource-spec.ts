import type { Place } from '../model/observation.ts';
import type { Failure } from './failure.ts';
import type { Reading } from './reading.ts';

/** What a reader is told besides the client and the item. */
export interface Context<Parent> extends Place {
  readonly parent: Parent;
  /** When the run began; for lists that are asked for what is recent. */
  readonly started: Date;
}

/** The values of tags, in any of the spellings of the APIs. */
export type Tags =
  | Readonly<Record<string, string | undefined>>
  | readonly {
      readonly Key?: string | undefined;
      readonly Value?: string | undefined;
      readonly key?: string | undefined;
      readonly value?: string | undefined;
      readonly TagKey?: string | undefined;
      readonly TagValue?: string | undefined;
    }[];

/** Says of an error that it is an answer: "there is none", "not switched on". */
export type IsAbsent = (failure: Failure) => boolean;

/** A further answer about each item. */
export interface Detail<Client, Item, Parent> {
  /**
   * The name under which the answer stands in the observation; left out, the answer is merged over the item and
   * describes the thing itself. When it cannot be had, the observation lacks it and a gap says so.
   */
  readonly into?: string;
  /** Only asked for items of which this is true. */
  readonly when?: (item: Item) => boolean;
  readonly read: (
    client: Client,
    item: Item,
    context: Context<Parent>,
  ) => Promise<object | string | number | boolean | undefined>;
  /** With `into`: the answer is then null. Without: the thing is gone since it was listed, and is left out. */
  readonly absent?: IsAbsent;
}

/** One kind of AWS thing. `Parent` is the item of the kind that it is a child of. */
export interface ResourceSpec<Client, Item extends object, Parent> {
  /** `<service>:<thing>`: `bedrock:guardrail`. */
  readonly kind: string;
  readonly list: {
    /** Every item; `each(paginateX({ client }, input), page => page.items)`, or one call. */
    readonly read: (
      client: Client,
      context: Context<Parent>,
    ) => AsyncIterable<Item> | Promise<readonly Item[]>;
    /** Then there are none. */
    readonly absent?: IsAbsent;
  };
  /** Its ARN where it has one (made from the place where the API does not give it), else an id that is unique in the run. */
  readonly id: (item: Item, context: Context<Parent>) => string;
  /** Items that are left out: what AWS owns, what is being deleted. */
  readonly skip?: (item: Item) => boolean;
  readonly details?: readonly Detail<Client, Item, Parent>[];
  /** A call for the tags of each item, or `tagsOf` when they are in the item. */
  readonly tags?: {
    readonly read: (client: Client, item: Item, context: Context<Parent>) => Promise<Tags | undefined>;
    readonly absent?: IsAbsent;
  };
  readonly tagsOf?: (item: Item) => Tags | undefined;
  /** Parts of the answers that are never kept, by path with `*` for every key or element: `environment`, `containers.*.environment`. */
  readonly secrets?: readonly string[];
  readonly children?: readonly Resource<Client, Item>[];
}

/** A kind with its items' type closed over. */
export interface Resource<Client, Parent> {
  /** Its own and those of its children. */
  readonly kinds: readonly string[];
  readonly collect: (client: Client, parent: Parent, reading: Reading) => Promise<void>;
}
