import { blockOf, parseAddress } from './address.ts';
import type { ModuleConfig } from './configuration.ts';
import type { PlanIndex } from './plan-index.ts';
import type { Plan } from './read-plan.ts';

/**
 * The resource blocks of the configuration of a plan of which the plan has no instance, as `module.app.aws_kms_key.k`: it
 * was made with `-target` or `-exclude`, and does not say so. Of blocks with `count` and `for_each` there may be none, so
 * they count only beside others.
 */
export function missingBlocks(
  { configuration, saysComplete }: Plan,
  { instances }: PlanIndex,
): readonly string[] {
  if (!configuration || saysComplete) return [];
  const present = new Set(instances.flatMap(({ address }) => blockNameOf(address) ?? []));
  const missing = blocksIn(configuration.root, '', false).filter(({ name }) => !present.has(name));
  return missing.every(({ repeats }) => repeats) ? [] : missing.map(({ name }) => name);
}

function blockNameOf(text: string): string | undefined {
  const address = parseAddress(text);
  return address && `${address.modules.map(({ name }) => `module.${name}.`).join('')}${blockOf(address)}`;
}

interface Block {
  readonly name: string;
  /** Whether it, or a module around it, has `count` or `for_each`. */
  readonly repeats: boolean;
}

function blocksIn({ resources, calls }: ModuleConfig, prefix: string, repeats: boolean): readonly Block[] {
  const own = [...resources].flatMap(([name, config]) =>
    name.startsWith('data.')
      ? []
      : [{ name: `${prefix}${name}`, repeats: repeats || config.repeats !== undefined }],
  );
  const inner = [...calls].flatMap(([name, call]) =>
    blocksIn(call.module, `${prefix}module.${name}.`, repeats || call.repeats !== undefined),
  );
  return [...own, ...inner];
}
