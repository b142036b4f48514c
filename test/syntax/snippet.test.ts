import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Snippet } from '../../src/model/rule.ts';
import { readJson } from '../../src/syntax/json.ts';
import type { Document, Node, ScalarNode } from '../../src/syntax/node.ts';
import { snippetOf } from '../../src/syntax/snippet.ts';
import { readYaml } from '../../src/syntax/yaml.ts';
import { writtenDocuments } from './yaml-texts.ts';

function scalars(node: Node): readonly ScalarNode[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'list':
      return node.items.flatMap(scalars);
    case 'map':
      return node.entries.flatMap(entry => scalars(entry.value));
  }
}

const rootOf = (document: Document): Node => {
  if (!document.ok) throw new Error(`not read: ${document.problems[0]?.message ?? ''}`);
  return document.root;
};

/** The offset in the file of an offset in the snippet. */
function fileOffset({ lines }: Snippet, offset: number): number {
  const mark = lines.findLast(line => line.text <= offset);
  return mark ? mark.file + offset - mark.text : -1;
}

/** Each character of the text, but for white space, with the one in the file that it points at. */
function pointed(snippet: Snippet): readonly string[] {
  const { text } = snippet.at.file;
  return [...snippet.text.matchAll(/\S/g)].map(
    ({ 0: char, index }) => char + text.charAt(fileOffset(snippet, index)),
  );
}

function onlySnippet(text: string, read = readYaml): Snippet {
  const file = { path: 'a.yaml', text };
  const [scalar] = scalars(rootOf(read(file)));
  if (!scalar) throw new Error('no scalar');
  return snippetOf(file, scalar);
}

const exact = [
  'a: r.b == 1\n',
  'a: !Sub   r.b',
  'a:\n  !Sub\n  r.b',
  'a: "r.b"',
  'a: !Sub "r.b"',
  "a: 'r.b'",
  'a: r.b &&\n   c\n\n  || d',
  'a: "r.b &&\n   c\n\n\n  || d"',
  "a: 'r.b\n  c'",
  'a: |\n  r.b\n    && c\n\n  d\n',
  'a: |1- # e\n   r.b\n  c\n',
  'a: |\n\n\n  r.b\n',
  'a: >-\n  r.b\n  c\n\n  d\n    e\n',
  'a: |\r\n  r.b\r\n  c\r\n',
  'a: "r\r\n  b"',
  'a: 8.10',
  'a: &x r.b',
  'a: &x !Sub # c\n  r.b',
];

test.each(exact)('every character of %j points at itself', text => {
  const snippet = onlySnippet(text);
  expect(snippet.text).toContain(text.includes('8.10') ? '8.10' : 'r');
  expect(pointed(snippet).filter(pair => pair.charAt(0) !== pair.charAt(1))).toEqual([]);
});

const escaped: readonly [text: string, snippet: string, lines: Snippet['lines']][] = [
  [
    String.raw`a: "b\"c"`,
    'b"c',
    [
      { text: 0, file: 4 },
      { text: 2, file: 7 },
    ],
  ],
  [
    String.raw`a: "\x41b\u0042c"`,
    'AbBc',
    [
      { text: 0, file: 4 },
      { text: 1, file: 8 },
      { text: 3, file: 15 },
    ],
  ],
  [
    String.raw`a: "\U0001F600b"`,
    '😀b',
    [
      { text: 0, file: 4 },
      { text: 2, file: 14 },
    ],
  ],
  [
    'a: "b\\\n  c"',
    'bc',
    [
      { text: 0, file: 4 },
      { text: 1, file: 9 },
    ],
  ],
  [
    "a: 'b''c'",
    "b'c",
    [
      { text: 0, file: 4 },
      { text: 2, file: 7 },
    ],
  ],
  ['a: ""', '', [{ text: 0, file: 4 }]],
  ['a:', '', [{ text: 0, file: 2 }]],
];

test.each(escaped)('an escape in %j is at its first character', (text, snippet, lines) => {
  expect(onlySnippet(text)).toMatchObject({ text: snippet, lines });
});

test('JSON strings have a way back too', () => {
  expect(onlySnippet(String.raw`{"a": "b\nc"}`, readJson)).toMatchObject({
    text: 'b\nc',
    lines: [
      { text: 0, file: 7 },
      { text: 2, file: 10 },
    ],
  });
});

test('an alias is where it stands', () => {
  const file = { path: 'a.yaml', text: 'a: &x r.b\nc: *x' };
  const [, alias] = scalars(rootOf(readYaml(file)));
  expect(alias && snippetOf(file, alias)).toMatchObject({
    text: 'r.b',
    at: { start: 13, end: 15 },
    lines: [{ text: 0, file: 13 }],
  });
});

test('every character of every scalar points at itself or at an escape', () => {
  fc.assert(
    fc.property(writtenDocuments(), ({ text }) => {
      const file = { path: 'a.yaml', text };
      const pairs = scalars(rootOf(readYaml(file))).flatMap(scalar => pointed(snippetOf(file, scalar)));
      expect(pairs.filter(pair => pair.charAt(0) !== pair.charAt(1) && pair.charAt(1) !== '\\')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
