import type { Span } from '../../../model/source.ts';
import type { Item } from '../source/item.ts';
import { EvaluationError, type LazyTerm, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';
import { collection } from './collection.ts';
import { and } from './condition.ts';
import { expand, type Each, type Expansion } from './expansion.ts';
import type { ModuleInstance, ResourceBlock, ResourceInstance } from './instance.ts';
import { readInstance, wholeOf } from './resource-attributes.ts';
import { mistake } from './settle.ts';

/** A resource or data source by its address without a key: `aws_kms_key.k`, `data.aws_region.r`. */
export function resourceBlock(address: string, module: ModuleInstance): ResourceBlock {
  const mode = address.startsWith('data.') ? 'data' : 'resource';
  const name = mode === 'data' ? address.slice(5) : address;
  const item = module.source[mode === 'data' ? 'data' : 'resources'].get(name);
  if (!item) return missing(address, module);
  const expansion = expansionOf(item, module, address);
  const block = { item, mode, type: item.labels[0] ?? '' } as const;
  const instances = expansion.list.map(each => instanceOf(block, address, { each, module }));
  const terms = new Map(
    expansion.list.map((each, index): [string, Term] => [each.suffix, termOf(instances[index], item.at)]),
  );
  return { ...block, expansion, instances, term: collection(address, expansion, terms, item.at) };
}

/** In a module with files that could not be read, it may be there. */
function missing(address: string, { source }: ModuleInstance): never {
  const [broken] = source.broken;
  throw new EvaluationError(
    broken
      ? `${address} is not declared in what could be read of ${broken.file.path}`
      : `${address} is not declared`,
  );
}

/** The instances of a block; a `count` that Terraform would refuse is not known. */
export function expansionOf(item: Item, module: ModuleInstance, address: string): Expansion {
  const key = `${module.run.folder}#${module.prefix}${address}`;
  try {
    return expand(item, ({ file }) => module.scope(file), key);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    module.run.machine.report(mistake(error, item.at));
    return refused(item, error, key);
  }
}

function refused(item: Item, { message, at }: EvaluationError, key: string): Expansion {
  const open = lost(message, at ?? item.at, { cause: 'parse-error' });
  const [because = { what: message }] = open.chain;
  const names = { count: open, each: open };
  return {
    kind: item.attributes.has('count') ? 'count' : 'each',
    list: [{ suffix: '[*]', names, exists: { kind: 'open', choice: `${key}[*]`, because } }],
    open,
  };
}

interface Place {
  readonly each: Each;
  readonly module: ModuleInstance;
}

function instanceOf(
  block: ResourceInstance['block'],
  address: string,
  { each, module }: Place,
): ResourceInstance {
  const full = `${module.prefix}${address}${each.suffix}`;
  return readInstance({
    block,
    module,
    address: full,
    key: `${module.run.folder}#${full}`,
    exists: and([module.exists, each.exists]),
    names: each.names,
  });
}

function termOf(instance: ResourceInstance | undefined, at: Span): Term {
  if (!instance) return lost('an instance', at);
  const term: LazyTerm = {
    kind: 'lazy',
    name: instance.address,
    get: instance.get,
    whole: () => wholeOf(instance),
    at,
  };
  return term;
}
