import type { Placement } from '../../model/case.ts';
import type { Stack } from '../../model/declaration.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Link, Value } from '../../model/value.ts';
import type { Node } from '../../syntax/node.ts';

/** A template to read, with all that is known of its deployment. */
export interface Template {
  readonly file: SourceFile;
  /** The template itself: the root of the document, or the part of it that is a template. */
  readonly root: Node;
  /** Identity of the stack in every key (`KEY#LogicalId`); the path of the file when left out. */
  readonly key?: string;
  /** The value of `AWS::StackName`. */
  readonly stackName?: string;
  readonly placement?: Placement;
  /** Values for parameters, by name. Names that the template does not declare are ignored. */
  readonly parameters?: ReadonlyMap<string, GivenParameter>;
}

/** A template that needs no other one, parsed: of what it was parsed from nothing is kept but its text. */
export interface Lone {
  readonly file: SourceFile;
  readonly stack: Stack;
  readonly problems: readonly Problem[];
  /** For others. `problems` matter when somebody imports. */
  readonly exports: { readonly values: Exports; readonly problems: readonly Problem[] };
}

/** What a stack exports, by name; undefined where two of its outputs have one name. */
export type Exports = ReadonlyMap<string, Value | undefined>;

/** A value that overrides the default of a parameter, as text: lists are joined by commas. */
export interface GivenParameter {
  readonly value: string;
  /** Who says so: a parameter file with its position, the command line. */
  readonly via: Link;
}

/** What the parser may ask of the world around the templates. */
export interface Context {
  /** The text of a file of the run by its path, relative to the root of the run; undefined when there is none. */
  readonly readText?: (path: string) => string | undefined;
  /** The path of the template behind a nested stack whose location does not say it: in CDK assemblies it is an asset. */
  readonly nestedTemplate?: (template: string, logicalId: string) => string | undefined;
}
