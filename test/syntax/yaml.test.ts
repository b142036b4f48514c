import { expect, test } from 'vitest';

import { readWithLibrary } from '../../src/syntax/library/read-with-library.ts';
import { readYaml } from '../../src/syntax/yaml.ts';
import { outcomeOf, placesOf } from './plain-value.ts';
import type { Plain } from './plain-value.ts';

const fileOf = (text: string): { path: string; text: string } => ({ path: 'a.yaml', text });

const values: readonly [name: string, text: string, value: Plain][] = [
  ['a map and a list', 'a: 1\nb:\n  - x\n  - y: z\n', { a: 1, b: ['x', { y: 'z' }] }],
  ['a list at the column of its key', 'a:\n- b\n- c\nd: e', { a: ['b', 'c'], d: 'e' }],
  ['lists in lists', '- - a\n  - b\n-\n  - c', [['a', 'b'], ['c']]],
  [
    'empty values',
    'a:\nb: # none\nc: ~\nd: ""\ne: []\nf: {}',
    { a: null, b: null, c: null, d: '', e: [], f: {} },
  ],
  ['an empty item', '- a\n-\n- # none\n- b', ['a', null, null, 'b']],
  [
    'keys with spaces, colons and quotes',
    "a b : 1\n\"c: d\": 2\n'e''f' : 3\ng:h: 4",
    { 'a b': 1, 'c: d': 2, "e'f": 3, 'g:h': 4 },
  ],
  ['keys that look like other values', 'yes: 1\n1: 2\nnull: 3', { yes: 1, '1': 2, null: 3 }],
  [
    'a URL and an ARN',
    'a: https://x.example/#y\nb: arn:aws:s3:::c',
    { a: 'https://x.example/#y', b: 'arn:aws:s3:::c' },
  ],
  ['comments', '# a\na: b # c\n  # d\n\n# e\nc: d#e\n# f', { a: 'b', c: 'd#e' }],
  ['a plain scalar over lines', 'a: b\n  c\n\n  d: no\nb: 1'.replace(': no', ''), { a: 'b c\nd', b: 1 }],
  ['quoted scalars over lines', 'a: "b\n  c\\\n  d\n\n  e"\nf: \'g\n   h\'', { a: 'b cd\ne', f: 'g h' }],
  ['escapes', String.raw`a: "\t\x41\u00e9\U0001F600\\\"\/\N"`, { a: '\tAé😀\\"/\u0085' }],
  ['a literal', 'a: |\n  b\n   c\n\n  d\n\ne: f', { a: 'b\n c\n\nd\n', e: 'f' }],
  ['a literal without its last break', 'a: |-\n  b\n\nc: d', { a: 'b', c: 'd' }],
  ['a literal with all of its breaks', 'a: |+\n  b\n\n\nc: d', { a: 'b\n\n\n', c: 'd' }],
  ['a literal with an indent', 'a: |1-\n   b\n  c', { a: '  b\n c' }],
  ['a literal at the end of the file', 'a: |\n  b', { a: 'b' }],
  ['an empty literal', 'a: |\nb: |+\n\nc: d', { a: '', b: '\n', c: 'd' }],
  ['a literal with a tab and trailing spaces', 'a: |\n  b  \n  \tc\n', { a: 'b  \n\tc\n' }],
  ['a folded block', 'a: >\n  b\n  c\n\n  d\n    e\n  f\n', { a: 'b c\nd\n  e\nf\n' }],
  ['flow', 'a: [b, "c", {d: e, "f":g}, [], ]\nh: {}', { a: ['b', 'c', { d: 'e', f: 'g' }, []], h: {} }],
  [
    'flow over lines',
    'a: [\n  b, # c\n  # d\n  e\n  ]\nf: {g: h,\n  i: j}',
    { a: ['b', 'e'], f: { g: 'h', i: 'j' } },
  ],
  ['a pair in a flow list', 'a: [b, c: d]', { a: ['b', { c: 'd' }] }],
  [
    'short tags',
    'a: !Sub "${b}"\nc: !If [d, !Ref e, 1]\nf: !Ref\ng: !Sub 10',
    {
      a: { '!Sub': '${b}' },
      c: { '!If': ['d', { '!Ref': 'e' }, 1] },
      f: { '!Ref': '' },
      g: { '!Sub': '10' },
    },
  ],
  [
    'tags of what is below',
    'a: !Join\n  - b\n  - !GetAtt c.d\ne: !Sub\n  f\ng: !Sub |\n  h\n',
    { a: { '!Join': ['b', { '!GetAtt': 'c.d' }] }, e: { '!Sub': 'f' }, g: { '!Sub': 'h\n' } },
  ],
  ['a tag at the column of its list', 'a: !Or\n- b\n- c', { a: { '!Or': ['b', 'c'] } }],
  [
    'core tags',
    'a: !!str 1\nb: !!int "2"\nc: !!bool on\nd: ! 3\ne: !!binary YQ==\nf: !!map {}',
    { a: '1', b: 2, c: true, d: '3', e: { '!!binary': 'YQ==' }, f: {} },
  ],
  ['aliases', 'a: &x {b: 1}\nc: *x\nd: [*x, &y 2, *y]', { a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }, 2, 2] }],
  [
    'merge keys',
    'a: &x {b: 1, c: 1}\nd: {c: 2, <<: *x}\ne:\n  <<: [{f: 1}, {f: 2, g: 2}]\n  h: 3',
    { a: { b: 1, c: 1 }, d: { b: 1, c: 2 }, e: { f: 1, g: 2, h: 3 } },
  ],
  ['a quoted <<, which is a key', 'a: {"<<": {b: 1}}', { a: { '<<': { b: 1 } } }],
  ['explicit keys', '? a\n: b\n? c', { a: 'b', c: null }],
  ['directives and markers', '%YAML 1.1\n---\na: b\n...\n', { a: 'b' }],
  ['a start marker', '--- # a\nb: c', { b: 'c' }],
  ['duplicate keys, of which the last counts', 'a: 1\na: 2', { a: 2 }],
  ['CRLF', 'a: b\r\nc: |\r\n  d\r\n  e\r\nf: "g\r\n  h"\r\n', { a: 'b', c: 'd\ne\n', f: 'g h' }],
  ['CR, NEL and LS as line breaks', 'a: b\rc: d\u0085e: f\u2028g: h', { a: 'b', c: 'd', e: 'f', g: 'h' }],
  ['tabs around values', 'a:\tb\nc: d\t# e\nf: [\tg\t]', { a: 'b', c: 'd', f: ['g'] }],
  ['a form feed', 'a: b\fc', { a: 'b\fc' }],
  ['a mark at the start', '\uFEFFa: b', { a: 'b' }],
  ['a scalar alone', '"a"', 'a'],
  ['JSON with a trailing comma', '{\n\t"a": [1,],\n}', { a: [1] }],
  ['__proto__', '__proto__: {a: 1}', Object.fromEntries([['__proto__', { a: 1 }]])],
];

test.each(values)('%s', (_, text, value) => {
  expect(outcomeOf(readYaml(fileOf(text)))).toEqual(value);
});

const lenient: readonly [name: string, text: string, value: Plain][] = [
  ['a double quoted scalar', 'a: "b\nc"\nd: 1', { a: 'b c', d: 1 }],
  ['a double quoted scalar below its key', 'a:\n  b: "c\n d\n\n   e"', { a: { b: 'c d\ne' } }],
  ['a single quoted scalar', "a:\n  - 'b\n c'\n  - d", { a: ['b c', 'd'] }],
  ['a quoted scalar under a tag', 'a:\n  b: !Sub "c\n  d"', { a: { b: { '!Sub': 'c d' } } }],
  ['the bracket of a list', 'a:\n  b: [c,\n    d\n]\ne: f', { a: { b: ['c', 'd'] }, e: 'f' }],
  ['the bracket of a map', 'a:\n  b: {\n    c: d\n }\ne: f', { a: { b: { c: 'd' } }, e: 'f' }],
  ['brackets in brackets', 'a:\n    b: [[c\n  ], {d: [\n]}\n]', { a: { b: [['c'], { d: [] }] } }],
];

test.each(lenient)('less indented than YAML 1.2 wants, as CloudFormation takes it: %s', (_, text, value) => {
  expect(outcomeOf(readYaml(fileOf(text)))).toEqual(value);
  expect(outcomeOf(readWithLibrary(fileOf(text)))).toEqual(value);
});

const wrong: readonly [text: string, problem: string][] = [
  ['', '1:1 The document is empty'],
  ['# only a comment\n', '1:1 The document is empty'],
  ['---\n...\n', '1:1 The document is empty'],
  ['a: b\n---\nc: d', '2:1 A second YAML document starts here; one is expected'],
  ['a: b: c', '1:4 Nested mappings are not allowed in compact mappings'],
  ['a: 1\n  b: 2', '1:4 Nested mappings are not allowed in compact mappings'],
  ['a: "b', '1:6 Missing closing "quote'],
  ['a: "b\n---\nc"', '1:6 Missing closing "quote'],
  ['a: [b', '1:6 Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ['a:\n\tb: c', '2:1 Tabs are not allowed as indentation'],
  ['a: *b', '1:4 No anchor &b before this alias'],
  ['a: &b [*b]', '1:8 The alias *b is inside its own anchor'],
  ['a: {<<: 1}', '1:9 Only a map or a list of maps can be merged'],
  ['a: {<<: [1]}', '1:10 Only maps can be merged'],
  ['a: !!int b', '1:10 This is not a YAML int'],
  ['a: !!str [b]', '1:10 This is not a YAML str'],
  ['[a]: b', '1:1 A key must be a single value, not a list or a map'],
  ['!Sub a: b', '1:6 A key cannot have a tag'],
  ['{a\n b: c}', '1:2 A key must be on one line'],
  ['{"a": 1, // b\n"c": 2}', '1:10 A key must be on one line'],
];

test.each(wrong)('%j is wrong', (text, problem) => {
  expect(outcomeOf(readYaml(fileOf(text)))).toBe(problem);
});

test('places every key and value, tags included', () => {
  const text = 'a: !Sub "b"  # c\nd e :\n  - f g\n  - !Ref h\n  - {i: [j]}\nk: |\n  l\n\nm: !If\n  - n\no:\n';
  expect(placesOf(readYaml(fileOf(text)))).toEqual([
    text.trimEnd(),
    'a →',
    '!Sub "b"',
    'd e →',
    '- f g\n  - !Ref h\n  - {i: [j]}',
    'f g',
    '!Ref h',
    '{i: [j]}',
    'i →',
    '[j]',
    'j',
    'k →',
    '|\n  l',
    'm →',
    '!If\n  - n',
    'n',
    'o →',
    '',
  ]);
});

test('places anchored and aliased values', () => {
  const text = 'a: &x !Sub b\nc: *x\nd: # e\n  &y\n  f: 1\n';
  expect(placesOf(readYaml(fileOf(text)))).toEqual([
    text.trimEnd(),
    'a →',
    '&x !Sub b',
    'c →',
    '*x',
    'd →',
    '&y\n  f: 1',
    'f →',
    '1',
  ]);
});

test('keeps the spelling and the style of scalars', () => {
  expect(readYaml(fileOf("- 8.10\n- '1'\n- |\n  a\n"))).toMatchObject({
    root: {
      items: [
        { value: 8.1, source: '8.10', style: 'plain' },
        { value: '1', source: '1', style: 'quoted' },
        { value: 'a\n', source: 'a\n', style: 'block' },
      ],
    },
  });
});

test('reports each duplicate key', () => {
  expect(readYaml(fileOf('a: {b: 1, b: 2}\nc:\na: 3'))).toMatchObject({
    duplicates: [
      {
        message: 'Duplicate key "b": the last one counts, the first is on line 1',
        region: { line: 1, column: 11 },
      },
      {
        message: 'Duplicate key "a": the last one counts, the first is on line 1',
        region: { line: 3, column: 1 },
      },
    ],
  });
});

test('a merged key is no duplicate', () => {
  expect(readYaml(fileOf('a: &x {b: 1}\nc: {<<: *x, b: 2}'))).toMatchObject({ ok: true, duplicates: [] });
});
