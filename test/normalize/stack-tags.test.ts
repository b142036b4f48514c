import { expect, test } from 'vitest';

import type { ResourceType } from '../../src/model/types.ts';
import { absent } from '../../src/model/value.ts';
import type { Value } from '../../src/model/value.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { declaration, dict, field, lost, registry, stack, when } from './build.ts';

const tagged: Partial<ResourceType> = { tags: { property: 'Tags', shape: 'map' } };
const fields = { Tags: field({ kind: 'map', of: { kind: 'string' } }) };

/** The tags of a resource with the tag `team: own`, in a stack with the tags `team: stack` and `cost: 7`. */
function tagsOf(
  more: Partial<ResourceType>,
  properties = dict({ Tags: { team: 'own' } }),
): Record<string, unknown> {
  const tags = dict({ team: 'stack', cost: '7' });
  const { estate } = normalize([stack([declaration(properties)], { tags })], registry(fields, more));
  const entries = estate.resources.flatMap(resource => [...resource.tags.entries]);
  return Object.fromEntries(
    entries.map(([key, value]: [string, Value]) => [key, value.kind === 'known' && value.value]),
  );
}

test('resources have the tags of their stack, and their own count more', () => {
  expect(tagsOf(tagged)).toEqual({ team: 'own', cost: '7' });
  expect(tagsOf(tagged, dict({}))).toEqual({ team: 'stack', cost: '7' });
});

test('what takes no tags has none, and what an API call makes has only its own', () => {
  expect(tagsOf({})).toEqual({});
  expect(tagsOf({ ...tagged, source: 'https://docs.aws.amazon.com/x' })).toEqual({ team: 'own' });
});

test('tags that are not known may stand in for those of the stack', () => {
  const { estate } = normalize(
    [stack([declaration(dict({ Tags: lost }))], { tags: dict({ team: 'stack' }) })],
    registry(fields, tagged),
  );
  expect(estate.resources[0]?.tags).toEqual({
    kind: 'dict',
    entries: new Map([['team', { ...lost, set: true }]]),
    rest: lost,
  });
});

test('a tag that is not there in some deployments hides no other one of its key', () => {
  const listed = registry(
    { Tags: field({ kind: 'list', of: { kind: 'json' } }) },
    { tags: { property: 'Tags', shape: 'list' } },
  );
  const tags = [when({ Key: 'team', Value: 'a' }, absent), when(absent, { Key: 'team', Value: 'b' })];
  const { estate } = normalize([stack([declaration(dict({ Tags: tags }))])], listed);
  expect(estate.resources[0]?.tags.entries.get('team')).toEqual(when(when('a', absent), 'b'));
});
