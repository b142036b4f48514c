import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

import { observed } from './types/overlay.ts';
import { ownTypes } from './types/own.ts';
import { selected, services } from './types/scope.ts';
import { shapeOf } from './types/shape.ts';
import type { CompactType } from './types/shape.ts';

/**
 * The files of `types/` by name: one per service, one line per resource type, and `index.json` with the names.
 * Made from the CloudFormation registry (@aws-cdk/aws-service-spec) and scripts/types/; never edited by hand.
 */
export function makeTypes(): ReadonlyMap<string, string> {
  const byService = new Map<string, [string, CompactType][]>();
  for (const [name, type] of allTypes()) {
    const service = name.split('::')[1] ?? '';
    const types = byService.get(service);
    if (types) types.push([name, type]);
    else byService.set(service, [[name, type]]);
  }
  const files = [...byService].toSorted(([left], [right]) => (left < right ? -1 : 1));
  const index = files.map(([service, types]) => [service, types.map(([name]) => name.split('::')[2] ?? '')]);
  return new Map([
    ['index.json', linesOf(index)],
    ...files.map(([service, types]): [string, string] => [`${service.toLowerCase()}.json`, linesOf(types)]),
  ]);
}

function allTypes(): readonly [string, CompactType][] {
  const db = loadAwsServiceSpecSync();
  const registered = db
    .all('resource')
    .filter(({ cloudFormationType }) => inScope(cloudFormationType))
    .map((resource): [string, CompactType] => {
      const { cloudFormationType: name } = resource;
      return [name, withObserved(name, shapeOf(db, resource))];
    });
  const known = new Set(registered.map(([name]) => name));
  const own = Object.entries(ownTypes);
  const twice = own.find(([name]) => known.has(name));
  if (twice)
    throw new Error(
      `${twice[0]} is in the CloudFormation registry now: take it out of scripts/types/own.ts.`,
    );
  return [...registered, ...own].toSorted(([left], [right]) => (left < right ? -1 : 1));
}

function withObserved(name: string, type: CompactType): CompactType {
  const more = observed[name];
  if (!more) return type;
  return {
    ...type,
    properties: { ...type.properties, ...more.properties },
    definitions: { ...type.definitions, ...more.definitions },
  };
}

function inScope(name: string): boolean {
  const [vendor, service = '', kind = ''] = name.split('::');
  return vendor === 'AWS' && (services.includes(service) || (selected[service]?.includes(kind) ?? false));
}

/** A JSON object with one line per entry, so that a change of one type is a change of one line. */
function linesOf(entries: readonly (readonly unknown[])[]): string {
  const lines = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function writeTypes(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(join(folder, name));
  for (const [name, text] of makeTypes()) writeFileSync(join(folder, name), text);
}

if (import.meta.main) writeTypes(join(import.meta.dirname, '..', 'types'));
