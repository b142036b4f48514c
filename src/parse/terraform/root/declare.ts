import type { Declaration, NotCreated } from '../../../model/declaration.ts';
import type { Opening } from '../../../model/resource.ts';
import type { Unknown, Value } from '../../../model/value.ts';
import type { ModuleCall, ModuleInstance, ResourceBlock, ResourceInstance } from '../module/instance.ts';
import { placingOf } from '../module/placing.ts';
import { propertiesOf } from '../module/resource-attributes.ts';
import type { ModuleSource } from '../source/module-source.ts';
import { propertyOf, toValue } from '../terms/to-value.ts';
import { lost } from '../terms/unknown.ts';

export interface Declared {
  readonly declarations: Declaration[];
  readonly openings: Opening[];
  readonly notCreated: NotCreated[];
  /** How many more resources are made. */
  left: number;
}

/** Everything that a module and those that it calls declare. */
export function declare(module: ModuleInstance, to: Declared): void {
  for (const { file } of module.source.broken) to.openings.push(brokenFile(file.path));
  for (const address of module.source.resources.keys()) declareBlock(module.block(address), module, to);
  for (const name of module.source.calls.keys()) {
    if (to.left <= 0) continue;
    const call = module.call(name);
    const address = `${module.prefix}module.${name}`;
    if (call.instances.length === 0) to.notCreated.push(noneOf(address, 'module', { module, ...call }));
    declareCall(call, to);
  }
}

const brokenFile = (path: string): Opening => ({
  types: 'all',
  because: lost(`${path} could not be read as a whole`, undefined, { cause: 'parse-error' }),
  reaches: 'all',
});

function declareBlock(block: ResourceBlock, module: ModuleInstance, to: Declared): void {
  const { item, type, instances, expansion } = block;
  if (expansion.open) to.openings.push({ types: [type], because: expansion.open });
  if (instances.length === 0) {
    const address = `${module.prefix}${item.labels.join('.')}`;
    to.notCreated.push(noneOf(address, type, { module, item, expansion }));
  }
  for (const instance of instances) declareInstance(instance, to);
}

function noneOf(
  name: string,
  type: string,
  { module, item, expansion }: Pick<ResourceBlock, 'item' | 'expansion'> & { module: ModuleInstance },
): NotCreated {
  const reason = expansion.kind === 'count' ? 'its count is 0' : 'its for_each is empty';
  return { key: `${module.run.folder}#${name}`, type, name, reason, at: item.at };
}

function declareInstance(instance: ResourceInstance, to: Declared): void {
  const { block, key, address, exists, module } = instance;
  if (!isAnotherTaken(to, module)) return;
  const placing = placingOf(instance);
  const { account, region, partition, isDefault, tags } = placing;
  to.declarations.push({
    format: 'terraform',
    key,
    type: block.type,
    name: address,
    properties: propertiesValue(instance),
    exists,
    at: block.item.at,
    ...(!isDefault && { account, region, partition }),
    ...(tags && isAws(block.type) && { tags }),
  });
}

/** Whether one more resource or module is looked at; the last one leaves open what else there is. */
function isAnotherTaken(to: Declared, { run: { folder, machine } }: ModuleInstance): boolean {
  to.left -= 1;
  if (to.left !== 0) return to.left > 0;
  const because = tooMany(folder);
  to.openings.push({ types: 'all', because, reaches: 'all' });
  const [{ what } = { what: '' }] = because.chain;
  machine.report({
    cause: 'timeout',
    message: `${what}.`,
    path: folder,
    effect: 'The others are not assessed.',
    fatal: true,
  });
  return true;
}

const tooMany = (folder: string): Unknown =>
  lost(`${folder} makes more resources than are looked at`, undefined);

const isAws = (type: string): boolean => type.startsWith('aws_');

/** The properties of an instance; each points at the attribute that says it. */
function propertiesValue(instance: ResourceInstance): Declaration['properties'] {
  const { entries, at, rest } = propertiesOf(instance);
  const values = new Map<string, Value>();
  for (const [name, term] of entries) {
    const value = propertyOf(term, term.at ?? instance.block.item.at);
    if (value.kind !== 'absent') values.set(name, value);
  }
  return { kind: 'dict', entries: values, ...(at && { at }), ...(rest && { rest }) };
}

function declareCall({ item, expansion, instances }: ModuleCall, to: Declared): void {
  for (const { module, prefix, from, given } of instances) {
    if (module) {
      if (!isAnotherTaken(to, module)) return;
      if (expansion.open) to.openings.push({ types: typesIn(module), because: expansion.open });
      declare(module, to);
    } else {
      const what = `${prefix.slice(0, -1)} is ${from || 'a module whose source is not written as a text'}, which is not in view`;
      const because = lost(what, item.at, { cause: 'out-of-view' });
      to.openings.push({ types: 'all', because, reaches: given?.().map(toValue) ?? [] });
    }
  }
}

/** The types of all resources in a module; with modules of its own, there may be others. */
function typesIn({ source }: ModuleInstance): Opening['types'] {
  return source.calls.size > 0 ? 'all' : typesOf(source);
}

const typesOf = ({ resources }: ModuleSource): readonly string[] => [
  ...new Set([...resources.values()].flatMap(({ labels: [type] }) => (type === undefined ? [] : [type]))),
];
