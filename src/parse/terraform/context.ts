import type { Placement } from '../../model/case.ts';
import type { Stack } from '../../model/declaration.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Link } from '../../model/value.ts';

/** A file of Terraform or OpenTofu that is in view: `.tf`, `.tf.json`, `.tofu`, `.tofu.json`, `.tfvars`, `.tfvars.json`. */
export type HclFile = SourceFile;

/** What the reader may ask of the world around the files. Paths are relative to the root of the run, with `/`. */
export interface TerraformContext {
  /** The text of any file in view: for `file`, `templatefile`, `.terraform/modules/modules.json`. */
  readonly readText?: (path: string) => string | undefined;
  /** The paths of all files below a folder, for `fileset`; without it their sets are unknown. */
  readonly listFiles?: (folder: string) => readonly string[] | undefined;
  /** What this run says of the account and region of a root module, by its folder (`.` for the root of the run). */
  readonly placement?: (root: string) => Placement;
  /** Values for the variables of a root module, in the order given: the later one wins. */
  readonly variables?: (root: string) => readonly Given[];
  /** `terraform.workspace`; unknown when left out. */
  readonly workspace?: string;
}

/** A value given for a run: `--tf-var NAME=TEXT`, or a file of values. */
export type Given =
  | { readonly kind: 'variable'; readonly name: string; readonly text: string; readonly via: Link }
  | { readonly kind: 'file'; readonly file: SourceFile };

export interface TerraformParsed {
  readonly stacks: readonly Stack[];
  readonly problems: readonly Problem[];
  readonly roots: readonly RootModule[];
}

/** A root module: its folder (`.` for the root of the run) and the files that it and its local modules were read from. */
export interface RootModule {
  readonly path: string;
  readonly files: readonly string[];
}
