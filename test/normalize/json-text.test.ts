import { describe, expect, test } from 'vitest';

import type { Value } from '../../src/model/value.ts';
import { known } from '../../src/model/value.ts';
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
  value,
  when,
} from './build.ts';

const types = registry({ Policy: field('policy'), Free: field('json') });

function read(written: Value, property: 'Policy' | 'Free' = 'Policy') {
  const { estate, problems } = normalize([stack([declaration(dict({ [property]: written }))])], types);
  return { value: estate.resources[0]?.properties.entries.get(property), problems };
}

const allow = {
  Statement: [
    {
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:*'],
      Condition: { Bool: { Count: 2, No: null, Yes: true } },
    },
  ],
};

describe('a JSON text', () => {
  test('is what it says', () => {
    expect(read(known(JSON.stringify(allow))).value).toEqual(value(allow));
    expect(read(known(` ${JSON.stringify(allow)}\n`), 'Free').value).toEqual(value(allow));
    expect(read(known('[1]'), 'Free').value).toEqual(value([1]));
  });

  test('gives its place, its way and its secrecy to all that it says', () => {
    const told = { at, via: [{ what: 'parameter Doc' }], sensitive: true } as const;
    expect(read({ ...known('{"a":["b"]}'), ...told }).value).toEqual({
      kind: 'dict',
      entries: new Map([['a', { kind: 'list', items: [{ ...known('b'), ...told }], at }]]),
      at,
    });
  });

  test('is read in every arm of a choice', () => {
    expect(read(when('{"a":1}', '{"a":2}')).value).toEqual(when({ a: 1 }, { a: 2 }));
    expect(read(oneOf('{"a":1}', { a: '2' })).value).toEqual(oneOf({ a: 1 }, { a: '2' }));
  });

  test('that is already an object stays as it is, texts in it too', () => {
    const written = value({ a: '{"b":1}' });
    expect(read(written, 'Free').value).toBe(written);
  });

  test('with a key that every JavaScript object has is read like any other', () => {
    const { value: said } = read(known('{"__proto__":{"a":1},"constructor":2}'));
    expect(said?.kind === 'dict' && [...said.entries]).toEqual([
      ['__proto__', value({ a: 1 })],
      ['constructor', known(2)],
    ]);
  });

  test('that is a plain string in a free-form property is one', () => {
    expect(read(known('latest'), 'Free')).toEqual({ value: known('latest'), problems: [] });
  });
});

describe('a text that is not JSON', () => {
  test('is unknown, and said', () => {
    const { value: said, problems } = read({ ...known('{"Statement":'), at });
    expect(said).toEqual({
      kind: 'unknown',
      cause: 'parse-error',
      chain: [{ what: 'a text that is not JSON', at }],
      at,
      set: true,
    });
    expect(problems).toEqual([
      {
        cause: 'parse-error',
        message: 'A property of Thing must hold a JSON text, and it does not.',
        path: 'a.yaml',
        region: { line: 2, column: 3, endLine: 2, endColumn: 12 },
        effect: 'What it says is not assessed.',
        hint: 'Correct the JSON text.',
      },
    ]);
  });

  test.each(['', 'allow all', "{'a': 1}"])('%j is no policy document', written => {
    expect(read(known(written))).toMatchObject({
      value: { cause: 'parse-error' },
      problems: [{ cause: 'parse-error' }],
    });
  });

  test('that the service fills in is unknown, without blame', () => {
    const { value: said, problems } = read(known('{"MaxAttempts": ${Max}}'), 'Free');
    expect([said?.kind === 'unknown' && said.cause, problems]).toEqual(['unresolved-value', []]);
  });

  test('that is nested without end is unknown where it is too deep', () => {
    const { value: said } = read(known(`${'['.repeat(5000)}${']'.repeat(5000)}`), 'Free');
    expect(JSON.stringify(said)).toContain('JSON of more than 100 levels');
  });
});

const key = reference('a.yaml#Key', 'Arn');

describe('holes', () => {
  test('in strings are parts of texts; alone in a string, a reference is itself', () => {
    expect(
      read(
        text(
          '{"a":"arn:',
          lost,
          ':x/',
          lost,
          '","b":"',
          key,
          '","c":"',
          lost,
          '","d":"say \\"',
          lost,
          '\\""}',
        ),
      ).value,
    ).toEqual(
      dict({
        a: text('arn:', lost, ':x/', lost),
        b: key,
        c: text(lost),
        d: text('say "', lost, '"'),
      }),
    );
  });

  test('in the place of a value are that value; in a list they may be any number of items', () => {
    const { value: said } = read(text('{"a": ', lost, ', "b": ["x", ', lost, ']}'));
    const rest = {
      kind: 'unknown',
      cause: 'unresolved-value',
      chain: [{ what: 'items that are not known' }],
    } as const;
    expect(said).toEqual(dict({ a: lost, b: openList(['x'], rest) }));
  });
});

test('a text in a text brings its own quotes', () => {
  const joined = text(key, '","', lost);
  expect(read(text('{"Principal":["', joined, '"]}')).value).toEqual(dict({ Principal: [key, text(lost)] }));
});

describe('holes that change more than a value', () => {
  test('in a key leave open which keys there are', () => {
    expect(read(text('{"Bool": 1, "', lost, ':sub": 2}')).value).toEqual(
      dict(
        { Bool: 1 },
        {
          kind: 'unknown',
          cause: 'unresolved-value',
          chain: [{ what: 'a key of which parts are not known' }],
        },
      ),
    );
  });

  test('that may hold structure leave the whole unknown, without blaming the text', () => {
    expect(read(text('{"a": 1', lost, '}'))).toEqual({
      value: {
        kind: 'unknown',
        cause: 'unresolved-value',
        chain: [{ what: 'a JSON text of which parts are not known' }],
        set: true,
      },
      problems: [],
    });
  });

  test('that are the whole text are themselves', () => {
    expect(read(text(lost)).value).toEqual(lost);
    expect(read(text(lost), 'Free').value).toEqual(text(lost));
  });

  test('are not mistaken for marks that the text has itself', () => {
    const written = text('{"a":"\uE0000\uE000', lost, '"}');
    expect(read(written).value).toBe(written);
    expect(read(known('{"a":"\uE0000\uE000"}')).value).toEqual(dict({ a: '\uE0000\uE000' }));
  });
});
