import type { Span } from '../../model/source.ts';
import type { Address } from './address.ts';
import type { Configuration, ModuleConfig } from './configuration.ts';
import type { SourceFiles } from './source-module.ts';
import { openSource, type PlanSource } from './source.ts';

/** A resource block, without keys. */
export type BlockAddress = Pick<Address, 'modules' | 'isData' | 'type' | 'name'>;

/** The source of a plan, and how far the two agree. */
export interface FoundSource {
  readonly source: PlanSource;
  /** Blocks of the plan that the source does not have: one of them is older than the other. */
  readonly missing: readonly string[];
  /** Blocks of the source that the plan does not know. */
  readonly added: ReadonlyMap<string, Span>;
}

/** Where to look for the source of a plan. */
export interface Candidates {
  /** What the user names. */
  readonly given: readonly string[];
  /** The folder of the plan and those around it, the nearest first. */
  readonly around: readonly string[];
  /** All other folders with Terraform files. */
  readonly others: readonly string[];
}

/**
 * Finds the source of a plan by its resources. A folder that the user names is taken for it when anything in it is; one
 * around the plan when most of the plan is; any other one when it is all of the plan, nothing more, and the only such one.
 */
export function findSource(
  blocks: ReadonlyMap<string, BlockAddress>,
  complete: boolean,
  { given, around, others }: Candidates,
  files: SourceFiles,
): FoundSource | undefined {
  if (blocks.size === 0) return undefined;
  const opened = new Map<string, Match | undefined>();
  const open = (folder: string): Match | undefined => {
    if (!opened.has(folder)) opened.set(folder, matchOf(folder, blocks, complete, files));
    return opened.get(folder);
  };
  const named = best(given.flatMap(folder => open(folder) ?? []).filter(({ share }) => share > 0));
  if (named) return named;
  const near = around.map(open).find(match => match && match.share > 0.5);
  if (near) return near;
  const exact = others.flatMap(folder => open(folder) ?? []).filter(isExact);
  return exact.length === 1 ? exact[0] : undefined;
}

interface Match extends FoundSource {
  /** Of the blocks of the plan, 0 to 1. */
  readonly share: number;
}

const isExact = ({ share, added }: Match): boolean => share === 1 && added.size === 0;

const best = (matches: readonly Match[]): Match | undefined =>
  matches.toSorted((a, b) => b.share - a.share || a.added.size - b.added.size)[0];

function matchOf(
  folder: string,
  blocks: ReadonlyMap<string, BlockAddress>,
  complete: boolean,
  files: SourceFiles,
): Match | undefined {
  const source = openSource(folder, files);
  if (!source) return undefined;
  const missing = [...blocks].filter(([, address]) => !source.has(address)).map(([name]) => name);
  const declared = complete ? [...source.declared()].filter(([name]) => !blocks.has(name)) : [];
  return { source, missing, added: new Map(declared), share: 1 - missing.length / blocks.size };
}

/** The managed resource blocks that a plan knows of, those of which it makes no instance included. */
export function blocksIn({ root }: Configuration): ReadonlyMap<string, BlockAddress> {
  const found = new Map<string, BlockAddress>();
  collect(root, [], found);
  return found;
}

function collect(module: ModuleConfig, path: readonly string[], into: Map<string, BlockAddress>): void {
  const prefix = path.map(name => `module.${name}.`).join('');
  const modules = path.map(name => ({ name }));
  for (const address of module.resources.keys()) {
    const [type = '', name = ''] = address.split('.');
    if (!address.startsWith('data.')) into.set(prefix + address, { modules, isData: false, type, name });
  }
  for (const [name, call] of module.calls) collect(call.module, [...path, name], into);
}
