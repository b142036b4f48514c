import type { Region, SourceFile } from '../model/source.ts';
import type { Scalar } from '../model/value.ts';

/** A piece of a YAML or JSON text. `start` and `end` are UTF-16 offsets of the value, `end` exclusive. */
export type Node = ScalarNode | ListNode | MapNode;

interface Placed {
  readonly start: number;
  readonly end: number;
  /** A YAML tag without its `!`: `Sub` for `!Sub`. */
  readonly tag?: string;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /**
   * The text of the scalar: for plain ones the spelling that `value` may have lost (`8.10`, `yes`), for others,
   * and for all under a short tag, the same as `value`.
   */
  readonly source: string;
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface MapNode extends Placed {
  readonly kind: 'map';
  /** In the order of the text; of duplicate keys all are here, the last one counts. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node;
}

/** What is wrong with a text, and where. */
export interface SyntaxProblem {
  readonly message: string;
  readonly region: Region;
}

/** The outcome of reading one text: a tree, or the reasons why there is none. Duplicate keys come with the tree. */
export type Document =
  | {
      readonly ok: true;
      readonly file: SourceFile;
      readonly root: Node;
      readonly duplicates: readonly SyntaxProblem[];
    }
  | { readonly ok: false; readonly file: SourceFile; readonly problems: readonly SyntaxProblem[] };
