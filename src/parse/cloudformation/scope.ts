import type { Placement } from '../../model/case.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile, Span } from '../../model/source.ts';
import type { Condition, Link, Unknown, Value } from '../../model/value.ts';
import type { Node } from '../../syntax/node.ts';

/** One template with its arguments: a root stack, or a nested one each time that it is used. */
export interface Instance {
  readonly run: Run;
  readonly source: Source;
  readonly file: SourceFile;
  /** What stands before a logical id in a key: `a.yaml#`, `a.yaml#Network/`. */
  readonly prefix: string;
  readonly parameter: (name: string) => Value | undefined;
  readonly pseudo: (name: string) => Value | undefined;
  /** The literals that conditions compare this parameter with, when its value is a choice between them and others. */
  readonly cases: (name: string) => readonly string[] | undefined;
  readonly condition: (name: string) => Condition | undefined;
  readonly mapping: (name: string) => Mapping | undefined;
  readonly resources: () => ReadonlyMap<string, ResourceEntry>;
  /** What a logical id stands for that a transform makes: `ApiRole`, `Worker.Alias`. */
  readonly generated: (id: string) => Generated | undefined;
  readonly outputs: () => ReadonlyMap<string, Placed>;
  readonly output: (name: string) => Value | undefined;
  /** The stack behind a nested stack resource, when its template is in view. */
  readonly nested: (id: string) => Instance | undefined;
  /** What may be there without being declared, and why: includes and macros that are not in view. */
  readonly openings: () => readonly Unknown[];
  /** A macro that has the whole template in its hands. */
  readonly macro: () => Unknown | undefined;
  /** The entries of a section that is no CloudFormation: `Globals`. */
  readonly section: (name: string) => Entries;
  readonly value: (node: Node, scope: Scope, at: Span) => Value;
  readonly evaluate: (node: Node, scope: Scope) => Condition;
}

/** What an instance is made of. */
export interface Source {
  readonly file: SourceFile;
  readonly root: Node;
  readonly prefix: string;
  readonly deployment: () => Deployment;
  /** The value that is passed to a parameter; undefined when none is. */
  readonly given: (name: string) => Value | undefined;
  /** What to do about a parameter without value. */
  readonly advice: (name: string) => string;
  /** The files of the templates around this one, and its own. */
  readonly nesting: readonly string[];
}

/** What is known of one deployment. */
export interface Deployment {
  readonly placement: Placement;
  /** Known, or a text with holes for a nested stack; undefined when nobody says. */
  readonly stackName: Value | undefined;
  /** Who says the region, when it was not this run. */
  readonly via?: Link;
}

/** Where a node stands. */
export interface Scope {
  readonly instance: Instance;
  /** The file that the offsets of the node belong to: the template, or what it includes. */
  readonly file: SourceFile;
  /** The identifiers of the `Fn::ForEach` around the node, with their present values. */
  readonly loops?: ReadonlyMap<string, string>;
  /** How many includes lie around the node. */
  readonly includes?: number;
}

export interface Placed {
  readonly key: string;
  /** From the key to the end of the value. */
  readonly at: Span;
  readonly node: Node;
  readonly scope: Scope;
}

/** The entries of a map after loops and includes; with `rest` there may be more. */
export interface Entries {
  readonly list: readonly Placed[];
  readonly rest?: Unknown;
  /** A macro that has these entries in its hands and may change each of them. */
  readonly macro?: Unknown;
  /**
   * By key: why what is written of it proves nothing. A macro may change it, or an include may bring it too, and no page of
   * AWS says which of the two counts.
   */
  readonly doubts?: ReadonlyMap<string, Unknown>;
}

/** A resource of the template; `attributes` are `Type`, `Properties`, `Condition` and so on by name. */
export interface ResourceEntry extends Placed {
  readonly type: string;
  readonly attributes: ReadonlyMap<string, Placed>;
  /** A macro that may change everything about it. */
  readonly macro?: Unknown;
}

/** `target` is the logical id of the resource that stands for it; without one it is only known to exist. */
export interface Generated {
  readonly target?: string;
  readonly because: string;
}

export interface Mapping {
  readonly top: ReadonlyMap<string, ReadonlyMap<string, Placed>>;
  /** Why nothing that is written in it proves anything. */
  readonly doubt?: Unknown;
  /** Why it may have more keys. */
  readonly rest?: Unknown;
}

/** What all templates of one run share. */
export interface Run {
  readonly report: (problem: Problem) => void;
  readonly exported: (name: string) => Value | undefined;
  /** An output of the only stack of the run that has this name. */
  readonly stackOutput: (stack: string, output: string) => Value | undefined;
  /** The tree of a file that a template names. */
  readonly include: (path: string) => Included | undefined;
  /** The path of the template behind a nested stack whose location does not say it. */
  readonly nestedTemplate: (template: string, logicalId: string) => string | undefined;
  /** The stack that a resource nests, when its template is in view. */
  readonly nest: (parent: Instance, resource: ResourceEntry) => Instance | undefined;
  readonly budget: Budget;
}

export interface Included {
  readonly file: SourceFile;
  readonly root: Node;
}

/** Counts down; what would go below zero is left unknown. */
export interface Budget {
  /** Nesting of nodes under evaluation. */
  depth: number;
  /** Rounds of loops. */
  rounds: number;
  /** Nested stacks. */
  stacks: number;
}
