import { expect, test } from 'vitest';

import { entryOf, field, scalarText, stringOf } from '../../src/syntax/field.ts';
import type { MapNode } from '../../src/syntax/node.ts';
import { readDocument } from '../../src/syntax/read.ts';
import { spanOf, spanOfEntry } from '../../src/syntax/span.ts';
import { outcomeOf } from './plain-value.ts';
import type { Plain } from './plain-value.ts';

const documents: readonly [name: string, path: string, text: string, outcome: Plain][] = [
  ['JSON', 'a.json', '{"a": 1e3}', { a: 1000 }],
  ['JSON in a .template', 'a.template', '\n [{"a": "yes"}]', [{ a: 'yes' }]],
  ['JSON with trailing commas', 'a.json', '{"a": [1, 2,],}', { a: [1, 2] }],
  ['JSON with YAML comments', 'a.json', '{"a": 1 # b\n}', { a: 1 }],
  ['YAML', 'a.yaml', 'a: 1', { a: 1 }],
  ['YAML that begins with a bracket', 'a.yaml', '{a: !Ref b}', { a: { '!Ref': 'b' } }],
  ['broken JSON', 'a.json', '{"a": [1 2]}', '1:10 Expected "," or "]", found "2"'],
  ['broken JSON in a .yaml', 'a.yaml', '{"a": [1, 2}', '1:12 Expected "," or "]", found "}"'],
  [
    'broken YAML in brackets',
    'a.yaml',
    '{a: [b}',
    '1:7 Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'JSON with // comments, which YAML would read as text',
    'a.json',
    '{"a": 1, // b\n "c": 2}',
    '1:10 Expected a key in double quotes, found "/"',
  ],
  ['nothing', 'a.json', '', '1:1 The document is empty'],
  ['a bracket alone', 'a.json', ' { ', '1:4 Expected a key in double quotes, but the file ends'],
];

test.each(documents)('%s', (_, path, text, outcome) => {
  expect(outcomeOf(readDocument({ path, text }))).toEqual(outcome);
});

function mapOf(text: string): MapNode {
  const document = readDocument({ path: 'a.yaml', text });
  if (!document.ok || document.root.kind !== 'map') throw new Error('no map');
  return document.root;
}

test('the last of equal keys counts', () => {
  const map = mapOf('a: 1\nb: {c: x}\na: 2');
  expect(entryOf(map, 'a')?.value).toMatchObject({ value: 2 });
  expect(entryOf(map, 'd')).toBeUndefined();
  expect(field(map, 'b', 'c')).toMatchObject({ value: 'x' });
  expect(field(map, 'b', 'd')).toBeUndefined();
  expect(field(map, 'a', 'c')).toBeUndefined();
});

test('the text of a scalar is its spelling', () => {
  const map = mapOf('a: 012\nb: 8.10\nc: yes\nd:\ne: []\nf: "x"');
  expect(map.entries.map(({ value }) => scalarText(value))).toEqual([
    '012',
    '8.10',
    'yes',
    undefined,
    undefined,
    'x',
  ]);
  expect(map.entries.map(({ value }) => stringOf(value))).toEqual([
    '012',
    undefined,
    undefined,
    undefined,
    undefined,
    'x',
  ]);
});

test('spans of values, and of entries from key to value', () => {
  const text = 'a: !Sub "b"\nc: &x [d]\ne: {<<: &y {f: 1}}\ng:\n';
  const file = { path: 'a.yaml', text };
  const covered = mapOf(text).entries.flatMap(entry => [spanOf(file, entry.value), spanOfEntry(file, entry)]);
  expect(covered.map(({ start, end }) => text.slice(start, end))).toEqual([
    '!Sub "b"',
    'a: !Sub "b"',
    '&x [d]',
    'c: &x [d]',
    '{<<: &y {f: 1}}',
    'e: {<<: &y {f: 1}}',
    '',
    'g:',
  ]);
});
