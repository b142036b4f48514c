import { describe, expect, test } from 'vitest';

import type { PropertyType } from '../../src/model/types.ts';
import type { Value } from '../../src/model/value.ts';
import { absent, known } from '../../src/model/value.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import {
  at,
  declaration,
  dict,
  field,
  lost,
  oneOf,
  openList,
  reference,
  registry,
  stack,
  text,
  when,
} from './build.ts';

const nested = registry(
  {
    Box: field({ kind: 'object', name: 'Box' }),
    Boxes: field({ kind: 'list', of: { kind: 'object', name: 'Box' } }),
    Sizes: field({ kind: 'map', of: { kind: 'int' } }),
    Free: field('json'),
    Any: field('dyn'),
  },
  { definitions: { Box: { On: field('bool'), Box: field({ kind: 'object', name: 'Box' }) } } },
);

const read = (properties: Value, types = nested): Value | undefined =>
  normalize([stack([declaration(properties)])], types).estate.resources[0]?.properties;

const readAs = (
  kind: PropertyType['kind'] & ('string' | 'int' | 'double' | 'bool' | 'json' | 'policy' | 'dyn'),
  written: Value,
): Value => {
  const properties = read(dict({ P: written }), registry({ P: field(kind) }));
  return (properties?.kind === 'dict' && properties.entries.get('P')) || absent;
};

describe('scalars', () => {
  test.each([
    ['bool', 'true', true],
    ['bool', 'FALSE', false],
    ['bool', true, true],
    ['bool', 'yes', 'yes'],
    ['bool', 1, 1],
    ['int', '3600', 3600],
    ['int', '-1', -1],
    ['int', 3600, 3600],
    ['int', 'many', 'many'],
    ['int', ' 5', ' 5'],
    ['int', '0x10', '0x10'],
    ['int', '111122223333444455556', '111122223333444455556'],
    ['int', true, true],
    ['double', '0.75', 0.75],
    ['string', 8080, '8080'],
    ['string', true, 'true'],
    ['string', 'x', 'x'],
    ['dyn', '8080', '8080'],
    ['json', '8080', '8080'],
    ['json', 8080, 8080],
  ] as const)('a %s written %j is %j', (kind, written, expected) => {
    expect(readAs(kind, known(written))).toEqual(known(expected));
  });

  test.each(['string', 'int', 'double', 'bool'] as const)('a %s that is empty is not there', kind => {
    expect(readAs(kind, known(''))).toEqual(absent);
  });

  test('what has to be there stays empty, and so does an item', () => {
    const required = registry({ P: { ...field('string'), required: true } });
    expect(read(dict({ P: known('') }), required)).toEqual(dict({ P: known('') }));
    const items = registry({ P: field({ kind: 'list', of: { kind: 'string' } }) });
    const one: Value = { kind: 'list', items: [known('')] };
    expect(read(dict({ P: one }), items)).toEqual(dict({ P: one }));
  });

  test('of several texts the empty one is not there', () => {
    expect(readAs('string', oneOf('x', ''))).toEqual(oneOf('x', absent));
  });

  test('keep where they come from', () => {
    const written = { ...known('true', at), via: [{ what: 'parameter On' }], sensitive: true } as const;
    expect(readAs('bool', written)).toEqual({ ...written, value: true });
  });

  test('that are null are not there, but for free-form ones', () => {
    expect(readAs('string', known(null, at))).toEqual({ kind: 'absent', at });
    expect(readAs('dyn', known(null))).toEqual(absent);
    expect(readAs('json', known(null))).toEqual(known(null));
  });
});

describe('the walk', () => {
  test('goes through objects, lists, maps and choices', () => {
    const written = dict({
      Box: { On: 'true', Box: { On: when('false', { kind: 'absent' }) } },
      Boxes: [{ On: oneOf('true', 'false') }, when({ On: 'true' })],
      Sizes: { a: '1', b: lost },
    });
    expect(read(written)).toEqual(
      dict({
        Box: { On: true, Box: { On: when(false, { kind: 'absent' }) } },
        Boxes: [{ On: oneOf(true, false) }, when({ On: true })],
        Sizes: { a: 1, b: lost },
      }),
    );
  });

  test('keeps what is open, what is not in the schema, and what does not fit it', () => {
    const written = dict(
      {
        Box: 'not an object',
        Boxes: openList([{ On: 'true' }], lost),
        Sizes: ['1'],
        Unheard: 'true',
        constructor: 'true',
      },
      lost,
    );
    expect(read(written)).toEqual(
      dict(
        {
          Box: 'not an object',
          Boxes: openList([{ On: true }], lost),
          Sizes: ['1'],
          Unheard: 'true',
          constructor: 'true',
        },
        lost,
      ),
    );
  });

  test('does not copy what it does not change', () => {
    const written = dict({
      Box: { On: true, Box: { On: when(true) } },
      Boxes: [{ On: oneOf(true, false) }],
      Sizes: { a: reference('a.yaml#Other') },
      Free: { a: '1' },
      Any: text('a', lost),
    });
    expect(read(written)).toBe(written);
  });

  test('leaves a resource of a type that is not in the registry as it is', () => {
    const written = dict({ Size: '1' });
    const { estate } = normalize([stack([declaration(written, { type: 'Vendor::Other::Thing' })])], nested);
    expect(estate.resources[0]?.properties).toBe(written);
  });
});

describe('properties that are no plain object', () => {
  test('are open where nothing is known of them', () => {
    expect(read(lost)).toEqual(dict({}, lost));
    expect(read(absent)).toEqual(dict({}));
    expect(read(known('x'))).toMatchObject({ kind: 'dict', rest: { cause: 'unresolved-value' } });
  });

  test('are choices in each entry where they are a choice', () => {
    expect(read(when({ Box: { On: 'true' } }, { Free: 1 }))).toEqual(
      dict({ Box: when({ On: true }), Free: when(absent, 1) }),
    );
    expect(read(when({ Free: 1 }, lost))).toEqual(dict({ Free: when(1, lost) }, lost));
    expect(read(oneOf({ Free: 1 }, { Free: 2 }))).toEqual(dict({ Free: oneOf(1, 2) }));
  });
});
