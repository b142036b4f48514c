import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readJson } from '../../src/syntax/json.ts';
import { mutatedTexts } from './mutated-texts.ts';
import { outcomeOf, placesOf } from './plain-value.ts';

const read = (text: string): ReturnType<typeof readJson> => readJson({ path: 'a.json', text });

function parsed(text: string): unknown {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return 'refused';
  }
}

function ours(text: string): unknown {
  const document = read(text);
  return document.ok ? { value: outcomeOf(document) } : 'refused';
}

test('takes what JSON.parse takes, with the same values', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), text => {
      expect(ours(text)).toEqual(parsed(text));
    }),
  );
});

const seeds = [
  '{"a": [1, -0.5e+3, "x\\u0041\\n", null], "b": {"c": true, "d": false}}',
  '[ {"__proto__": {"a": 1}}, "\\"\\\\", 0, 10, [], {} ]',
  '{"big": 123456789012345678901234567890, "e": 1e400, "\\ud83d\\ude00": "é😀\\/"}',
];

const tokens = [
  '"',
  ',',
  ':',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '0',
  '-',
  '.',
  'e',
  '\n',
  '\t',
  ' ',
  '//',
  'u00',
  '\u00A0',
  '\0',
];

test('agrees with JSON.parse on damaged texts', () => {
  fc.assert(
    fc.property(mutatedTexts(seeds, tokens), text => {
      expect(ours(text)).toEqual(parsed(text));
    }),
    { numRuns: 3000 },
  );
});

test('places every key and value', () => {
  expect(placesOf(read(' {"a b" : [ 1, "\\u0041" ], "c":{}} \n'))).toEqual([
    '{"a b" : [ 1, "\\u0041" ], "c":{}}',
    '"a b" →',
    '[ 1, "\\u0041" ]',
    '1',
    '"\\u0041"',
    '"c" →',
    '{}',
  ]);
});

test('keeps the spelling of a number', () => {
  expect(read('12345678901234567890')).toMatchObject({
    root: { value: Number('12345678901234567890'), source: '12345678901234567890', style: 'plain' },
  });
});

test('reports duplicate keys, __proto__ among them', () => {
  const document = read('{\n"__proto__": 1,\n"a": 2,\n  "__proto__": {"a": 3}}');
  expect(document).toMatchObject({
    duplicates: [
      {
        message: 'Duplicate key "__proto__": the last one counts, the first is on line 2',
        region: { line: 4, column: 3, endLine: 4, endColumn: 14 },
      },
    ],
  });
  expect(Object.prototype).not.toHaveProperty('a');
});

const wrong: readonly [text: string, problem: string][] = [
  ['', '1:1 Expected a value, but the file ends'],
  ['{"a": 1,\n "b": }', '2:7 Expected a value, found "}"'],
  ['{"a": 1,}', '1:9 Expected a key in double quotes, found "}"'],
  ['{a: 1}', '1:2 Expected a key in double quotes, found "a"'],
  ['{"a" 1}', '1:6 Expected ":", found "1"'],
  ['{"a": 1 "b": 2}', '1:9 Expected "," or "}", found "\\""'],
  ['[1, 2', '1:6 Expected "," or "]", but the file ends'],
  ['[1] x', '1:5 Expected the end of the file, found "x"'],
  ['[1, // one\n2]', '1:5 Expected a value, found "/"'],
  ['[01]', '1:3 Expected "," or "]", found "1"'],
  ['[True]', '1:2 Expected a value, found "True"'],
  ['["a\nb"]', '1:4 This string holds a line break or control character; JSON wants it escaped'],
  ['["a\\x"]', '1:4 This string holds an escape that JSON does not have'],
  ['["abc', '1:2 This string has no closing quote'],
];

test.each(wrong)('%j is wrong', (text, problem) => {
  expect(outcomeOf(read(text))).toBe(problem);
});
