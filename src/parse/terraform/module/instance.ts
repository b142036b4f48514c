import type { Placement } from '../../../model/case.ts';
import type { SourceFile, Span } from '../../../model/source.ts';
import type { Condition } from '../../../model/value.ts';
import type { Machine, Scope } from '../expressions/scope.ts';
import type { Item } from '../source/item.ts';
import type { ModuleSource } from '../source/module-source.ts';
import type { DictTerm, Term } from '../terms/term.ts';
import type { Expansion } from './expansion.ts';
import type { Passed } from './variable.ts';

/** What all module instances of one root share. */
export interface RootRun {
  /** The folder of the root module. */
  readonly folder: string;
  readonly machine: Machine;
  /** The module in a folder, when it is in view. */
  readonly moduleIn: (folder: string) => ModuleSource | undefined;
  /** The folder that `terraform init` put a remote module in, by the path of its call: `network.subnets`. */
  readonly installed: (path: string) => string | undefined;
  readonly placement: Placement;
  readonly workspace: string | undefined;
}

/** One folder of Terraform with its arguments: the root, or a called module each time that it is called. */
export interface ModuleInstance {
  readonly run: RootRun;
  readonly source: ModuleSource;
  /** What stands before an address in it: nothing, `module.app["a"].`. */
  readonly prefix: string;
  /** The names of the calls that lead here. */
  readonly path: readonly string[];
  /** The folders of the modules around this one. */
  readonly around: readonly string[];
  readonly exists: Condition;
  readonly variable: (name: string) => Term;
  readonly local: (name: string) => Term;
  readonly output: (name: string) => Term;
  /** A resource, or with `data.` before it a data source, by its address without a key. */
  readonly block: (address: string) => ResourceBlock;
  readonly call: (name: string) => ModuleCall;
  /** The provider of a name: `aws`, `aws.west`. */
  readonly provider: (name: string) => Provider | undefined;
  readonly scope: (file: SourceFile, names?: Readonly<Record<string, Term>>) => Scope;
}

/** What an instance is made of. */
export interface Frame {
  readonly run: RootRun;
  readonly source: ModuleSource;
  readonly prefix: string;
  readonly path: readonly string[];
  /** The folders of the modules around this one. */
  readonly around: readonly string[];
  readonly exists: Condition;
  readonly passed: (name: string) => Passed | undefined;
  /** Why a variable has no value when none is passed. */
  readonly missing: (name: string) => string;
  /** The providers of the caller, as far as they reach this module. */
  readonly inherited: (name: string) => Provider | undefined;
}

/** A resource or data source with all of its instances. */
export interface ResourceBlock {
  readonly item: Item;
  readonly mode: 'resource' | 'data';
  readonly type: string;
  readonly expansion: Expansion;
  readonly instances: readonly ResourceInstance[];
  /** What its address stands for in an expression. */
  readonly term: Term;
}

export interface ResourceInstance {
  readonly block: Pick<ResourceBlock, 'item' | 'mode' | 'type'>;
  readonly module: ModuleInstance;
  /** With the module and the key: `module.app.aws_kms_key.k[0]`. */
  readonly address: string;
  readonly key: string;
  readonly exists: Condition;
  readonly names: Readonly<Record<string, Term>>;
  /** An attribute as it is written, in its place; undefined when it is not. */
  readonly written: (name: string) => Term | undefined;
  /** The nested blocks of a type. */
  readonly blocks: (type: string) => Term;
  /** For others: an attribute or the blocks of a type, what is written, or what it will be. */
  readonly get: (name: string, at: Span) => Term;
}

/** The instances of a module call; those whose module is not in view have no `module`. */
export interface ModuleCall {
  readonly item: Item;
  readonly expansion: Expansion;
  readonly instances: readonly CalledModule[];
  readonly term: Term;
}

export interface CalledModule {
  readonly prefix: string;
  readonly module?: ModuleInstance;
  /** Where the module is, as it is written. */
  readonly from: string;
  /** What its arguments pass to a module that is not in view. */
  readonly given?: () => readonly Term[];
}

/** What the configuration of a provider says of where and how it deploys. */
export interface Provider {
  /** The configuration that applies when none is named, of the root module. */
  readonly isDefault: boolean;
  readonly region?: Term;
  readonly account?: Term;
  /** `default_tags`. */
  readonly tags?: DictTerm;
}
