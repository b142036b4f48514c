import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Declaration } from '../../../src/model/declaration.ts';
import { regionOf, type Origin } from '../../../src/model/source.ts';
import type { Value } from '../../../src/model/value.ts';
import { parsePlans, type PlanContext, type PlansParsed } from '../../../src/parse/terraform-plan/parse.ts';
import type { SourceFiles } from '../../../src/parse/terraform-plan/source-module.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'terraform');

/** The plan that Terraform 1.11 made of `fixtures/terraform/agents`. */
export const agentsPlan = (): string => readFileSync(join(fixtures, 'agents', 'plan.json'), 'utf8');

/** The files of a fixture, under a folder of the run. */
export function sourcesIn(fixture: string): SourceFiles {
  const root = join(fixtures, fixture);
  return {
    list: folder => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []),
    read: path => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined),
  };
}

/** Files by their paths. */
export function filesOf(texts: Readonly<Record<string, string>>): SourceFiles {
  return {
    list: folder =>
      Object.keys(texts)
        .filter(path => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.') === folder)
        .map(path => path.slice(path.lastIndexOf('/') + 1)),
    read: path => texts[path],
  };
}

export function parse(text: string, context: PlanContext = {}, path = 'plan.json'): PlansParsed {
  return parsePlans([{ path, text }], context);
}

/** A value as data: `→ key.attribute` for references, `? a < b` for what is not known. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case 'known':
      return value.sensitive ? { sensitive: value.value } : value.value;
    case 'list':
      return value.items.map(plain);
    case 'dict':
      return Object.fromEntries([...value.entries].map(([key, one]) => [key, plain(one)]));
    case 'reference':
      return `→ ${value.target}.${value.attribute}`;
    case 'unknown':
      return `? ${value.chain.map(({ what }) => what).join(' < ')}`;
    case 'text':
      return value.parts.map(part => (typeof part === 'string' ? part : plain(part))).join('');
    default:
      return value?.kind;
  }
}

export function declarationOf({ stacks }: PlansParsed, name: string): Declaration {
  const found = stacks.flatMap(({ declarations }) => declarations).find(one => one.name === name);
  if (!found) throw new Error(`${name} is not declared`);
  return found;
}

/** A property of a resource, by its way through blocks: `topic_policy_config.0.topics_config`. */
export function property(parsed: PlansParsed, name: string, way: string): Value | undefined {
  let value: Value | undefined = declarationOf(parsed, name).properties;
  for (const step of way.split('.')) {
    if (value?.kind === 'dict') value = value.entries.get(step);
    else value = value?.kind === 'list' ? value.items[Number(step)] : undefined;
  }
  return value;
}

/** `modules/kms/main.tf:3:3`. */
export function placeOf(at: Origin | undefined): string {
  if (at?.kind !== 'span') return 'nowhere';
  const { line, column } = regionOf(at);
  return `${at.file.path}:${line}:${column}`;
}

export interface Change {
  readonly address: string;
  readonly actions?: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly unknown?: unknown;
  readonly sensitive?: unknown;
  readonly expressions?: unknown;
  readonly more?: object;
}

/** A plan of resources of the root module, as Terraform writes it. */
export function planOf(changes: readonly Change[], more: object = {}): string {
  const head = ({ address }: Change) => {
    const [, type = '', name = ''] = /([a-z_0-9]+)\.([a-z_0-9]+)(?:\[.*\])?$/.exec(address) ?? [];
    return { address, mode: address.startsWith('data.') ? 'data' : 'managed', type, name };
  };
  const resources = changes
    .filter(({ expressions }) => expressions !== undefined)
    .map(change => ({
      ...head(change),
      address: change.address.replace(/\[[^\]]*\]$/, ''),
      provider_config_key: 'aws',
      expressions: change.expressions,
    }));
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: changes.map(change => ({
      ...head(change),
      provider_name: 'registry.terraform.io/hashicorp/aws',
      ...change.more,
      change: {
        actions: change.actions ?? ['create'],
        before: change.before ?? null,
        after: change.after ?? {},
        after_unknown: change.unknown ?? {},
        before_sensitive: false,
        after_sensitive: change.sensitive ?? {},
      },
    })),
    configuration: { root_module: { resources } },
    ...more,
  });
}
