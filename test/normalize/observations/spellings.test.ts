import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../../src/catalog/package-folder.ts';
import { loadTypes } from '../../../src/catalog/types.ts';
import { loadServices } from '../../../src/collect/load-services.ts';
import type { ResourceType } from '../../../src/model/types.ts';
import { kinds } from '../../../src/normalize/kinds/index.ts';
import type { ApiSpelling } from '../../../src/normalize/observations/api-spelling.ts';
import { apiSpellings } from '../../../src/normalize/observations/api-spellings.ts';

const types = loadTypes(join(packageFolder, 'types'));
const services = await loadServices([]);

/** Kinds that are collected for what they say of others, or for reports. */
const noResources = new Set(['bedrock:system-inference-profile', 'ce:cost-allocation-tag', 'tag:resource']);

const spelled = Object.entries(apiSpellings);

const typesOf = ({ type }: ApiSpelling): readonly string[] =>
  typeof type === 'string' ? [type] : type.among;

test('every kind that is collected is a resource, or is known to be none', () => {
  const collected = services.flatMap(service => service.kinds);
  expect(collected.filter(kind => !Object.hasOwn(apiSpellings, kind) && !noResources.has(kind))).toEqual([]);
});

test('no two kinds claim the same answer as theirs', () => {
  const owned = kinds.flatMap(({ api = {} }) =>
    Object.entries(api).flatMap(([kind, spelling]) => ('within' in spelling ? [] : kind)),
  );
  expect(owned.filter((kind, index) => owned.indexOf(kind) !== index)).toEqual([]);
});

test('every type of a spelling is in the registry', () => {
  const named = spelled.flatMap(([, spelling]) => [
    ...typesOf(spelling),
    ...Object.values(spelling.further ?? {}).map(({ type }) => type),
  ]);
  expect(named.filter(type => !types.get(type))).toEqual([]);
});

test.each(spelled)('%s speaks of properties that its type has', (_, spelling) => {
  const [type] = typesOf(spelling).flatMap(name => types.get(name) ?? []);
  const unknown = [...(spelling.unseen ?? []), ...Object.values(spelling.parts ?? {}).flat()].filter(
    name => type && !Object.hasOwn(type.properties, name),
  );
  const renamed = Object.values(spelling.rename ?? {}).filter(name => type && !membersOf(type).has(name));
  expect([...unknown, ...renamed]).toEqual([]);
});

const membersOf = ({ properties, definitions }: ResourceType): ReadonlySet<string> =>
  new Set([properties, ...Object.values(definitions)].flatMap(fields => Object.keys(fields)));
