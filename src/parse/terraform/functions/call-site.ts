import type { Origin } from '../../../model/source.ts';
import type { Term } from '../terms/term.ts';

/** Where a function is called, and what it may ask of the world. */
export interface CallSite {
  readonly name: string;
  readonly at: Origin;
  readonly files: Files;
}

/** Files by the path that an expression names, which is relative to the folder of the root module. */
export interface Files {
  /** The text of a file; a path that leads out of what is in view, or into nothing, gives undefined. */
  readonly read: (path: string) => string | undefined;
  readonly list: (folder: string) => readonly string[] | undefined;
  /** A text with `${…}` in it, with these names. */
  readonly template: (text: string, path: string, names: ReadonlyMap<string, Term>, at: Origin) => Term;
}

export type TermFunction = (args: readonly Term[], site: CallSite) => Term;

export type FunctionTable = Readonly<Record<string, TermFunction>>;
