import type { Span } from '../../../model/source.ts';
import type { Unknown } from '../../../model/value.ts';
import { dataAttribute } from '../data/data-attribute.ts';
import { attributeAt } from '../source/item.ts';
import { move } from '../terms/move.ts';
import { isNull, object, type DictTerm, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';
import { blocksOf, blockTypes } from './blocks.ts';
import { isComputed } from './computed.ts';
import type { ResourceInstance } from './instance.ts';
import { memo } from './memo.ts';
import { settle } from './settle.ts';

type Unread = Omit<ResourceInstance, 'get' | 'written' | 'blocks'>;

/** Attributes that say something about the block, not about what it makes. */
const metaAttributes: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);
const metaBlocks = new Set(['lifecycle', 'provisioner', 'connection']);

/** Reads the attributes of one instance by name, each once. */
export function readInstance(instance: Unread): ResourceInstance {
  const { item } = instance.block;
  const { module, names, address } = instance;
  const described = (name: string): string => `${address}.${name}`;
  const written = memo(name => writtenAttribute(instance, name), described);
  const blocks = memo(type => blocksOf(item.blocks, type, file => module.scope(file, names)), described);
  const types = new Set(blockTypes(item.blocks));
  const get = (name: string, at: Span): Term => {
    const term = written(name);
    if (term && !isNull(term)) return linked(instance, name, term);
    return types.has(name) ? blocks(name) : madeByProvider({ ...instance, written, blocks, get }, name, at);
  };
  return { ...instance, written, blocks, get };
}

function writtenAttribute({ block, module, names }: Unread, name: string): Term | undefined {
  const written = block.item.attributes.get(name);
  if (!written || metaAttributes.has(name)) return undefined;
  return settle(
    () => module.run.machine.evaluate(written.attribute.value, module.scope(written.file, names)),
    attributeAt(written),
    module.run.machine,
  );
}

/** The value of a written attribute for others, who see where it is written. */
function linked({ block, address }: Unread, name: string, term: Term): Term {
  const written = block.item.attributes.get(name);
  const at = written ? attributeAt(written) : block.item.at;
  return move(term, at, { what: `${address}.${name}`, at });
}

/** What is not written, or is null: what the provider makes of it. */
function madeByProvider(instance: ResourceInstance, name: string, at: Span): Term {
  const { block, key, address } = instance;
  if (block.mode === 'data') return dataAttribute(instance, name, at);
  if (block.type === 'terraform_data' && name === 'output')
    return instance.written('input') ?? { kind: 'known', value: null, at };
  if (isComputed(block.type, name)) return { kind: 'reference', target: key, attribute: name, at };
  const what = `${address}.${name} is not written; what the provider makes of it is known when it is deployed`;
  return lost(what, at);
}

/** All that is written in an instance; the provider adds more. */
export function propertiesOf(instance: ResourceInstance): DictTerm {
  const { at, attributes, blocks } = instance.block.item;
  const entries = new Map<string, Term>();
  for (const [name, written] of attributes) {
    const term = instance.written(name);
    if (term) entries.set(name, { ...term, at: attributeAt(written) });
  }
  for (const type of blockTypes(blocks)) {
    if (!metaBlocks.has(type)) entries.set(type, instance.blocks(type));
  }
  return object(entries, at);
}

/** An instance as an object. */
export function wholeOf(instance: ResourceInstance): DictTerm {
  const { block, key, address } = instance;
  const { at } = block.item;
  const rest: Unknown = lost(`${address} has attributes that are known when it is deployed`, at);
  const entries = new Map(propertiesOf(instance).entries);
  if (block.mode === 'resource') {
    for (const attribute of ['id', 'arn'])
      if (!entries.has(attribute)) entries.set(attribute, { kind: 'reference', target: key, attribute, at });
  }
  return { ...object(entries, at), rest };
}
