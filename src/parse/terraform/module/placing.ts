import type { Origin } from '../../../model/source.ts';
import type { Dict, Unknown, Value } from '../../../model/value.ts';
import { partitionOf } from '../../cloudformation/pseudo.ts';
import type { Term } from '../terms/term.ts';
import { isNull } from '../terms/term.ts';
import { toValue } from '../terms/to-value.ts';
import { lost } from '../terms/unknown.ts';
import type { ModuleInstance, Provider, ResourceInstance, RootRun } from './instance.ts';
import { providerName } from './provider.ts';

/** Where something is deployed, and the tags that are put on it there. */
export interface Placing {
  readonly account: Value;
  readonly region: Value;
  readonly partition: Value;
  /** Whether that is where its stack is. */
  readonly isDefault: boolean;
  readonly tags?: Dict;
}

/** Where the default AWS provider of a module deploys. */
export function placingOfModule(module: ModuleInstance): Placing {
  return placing(module.provider('aws') ?? module.provider('awscc'), module.run, undefined);
}

/** Where a resource is deployed, or a data source reads. */
export function placingOf(
  instance: Pick<ResourceInstance, 'block' | 'module' | 'names' | 'written'>,
): Placing {
  const { block, module, names } = instance;
  const written = block.item.attributes.get('provider');
  const { machine } = module.run;
  const name = written
    ? providerName(written.attribute.value, key => machine.evaluate(key, module.scope(written.file, names)))
    : (block.type.split('_')[0] ?? 'aws');
  const provider = name === undefined ? elsewhere : named(name, module);
  // From version 6 of the AWS provider on, every resource may name a region of its own.
  const own = block.type.startsWith('aws_') ? instance.written('region') : undefined;
  const place = placing(provider, module.run, own && !isNull(own) ? own : undefined);
  return isBesideAws(name, module) ? { ...place, isDefault: false } : place;
}

/** Where both providers are there, the stack is where that of `aws` deploys, and that of `awscc` has a region of its own. */
const isBesideAws = (name: string | undefined, module: ModuleInstance): boolean =>
  name === 'awscc' && module.provider('aws') !== undefined;

/** A name with an alias that nobody configures leads to a place that is not known. */
function named(name: string, module: ModuleInstance): Provider | undefined {
  const provider = module.provider(name);
  return provider ?? (name.includes('.') ? elsewhere : undefined);
}

const elsewhere: Provider = {
  isDefault: false,
  region: lost('the provider is not known', undefined, { set: true }),
  account: lost('the provider is not known', undefined, { set: true }),
};

function placing(
  provider: Provider = anyProvider,
  { placement, folder }: RootRun,
  own: Term | undefined,
): Placing {
  const { isDefault } = provider;
  const region = decided(
    own ?? provider.region,
    isDefault && !own,
    given('region', placement.region, folder),
  );
  const account = decided(provider.account, isDefault, given('account', placement.account, folder));
  const tags = provider.tags && toValue(provider.tags);
  return {
    account,
    region,
    partition: partitionValue(region, placement.partition),
    isDefault: isDefault && !own,
    ...(tags?.kind === 'dict' && { tags }),
  };
}

/** What applies where nothing is configured. */
const anyProvider: Provider = { isDefault: true };

/** What the configuration says; where that is not known, or nothing, what this run says of the default provider. */
function decided(configured: Term | undefined, isDefault: boolean, run: Value): Value {
  if (configured && (configured.kind === 'known' || !isDefault || run.kind === 'unknown'))
    return toValue(configured);
  return run;
}

function given(name: 'region' | 'account', value: string | undefined, folder: string): Value {
  if (value !== undefined) return { kind: 'known', value, via: [{ what: `${name} of this run` }] };
  return { ...notKnown(`the ${name} is not known; pass --${name}`), one: `${name} of ${folder}` };
}

/** None of them holds a `:` or a `/`, which matters inside ARNs. */
const notKnown = (what: string, at?: Origin): Unknown => ({
  ...lost(what, at, { set: true }),
  shape: 'segment',
});

function partitionValue(region: Value, partition: string | undefined): Value {
  const via = [{ what: partition === undefined ? 'the region' : 'partition of this run' }];
  const place = region.kind === 'known' ? String(region.value) : undefined;
  const found = partitionOf({
    ...(partition !== undefined && { partition }),
    ...(place !== undefined && { region: place }),
  });
  if (partition !== undefined) return { kind: 'known', value: partition, via };
  return found
    ? { kind: 'known', value: found.name, via }
    : notKnown('the partition is not known; pass --partition');
}
