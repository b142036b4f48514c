import { expect, test } from 'vitest';

import { parseHcl } from '../../../src/syntax/hcl/parse-hcl.ts';
import type { HclDocument } from '../../../src/syntax/hcl/parse-hcl.ts';
import { showBody } from './show.ts';

const read = (text: string): HclDocument => parseHcl({ path: 'main.tf', text });

const problemsOf = (document: HclDocument): readonly string[] =>
  document.ok
    ? []
    : document.problems.map(({ region, message }) => `${region.line}:${region.column} ${message}`);

test.each([
  ['', ''],
  ['\n\n', ''],
  ['a = 1', 'a = 1'],
  ['a = 1\r\nb = 2\r\n', 'a = 1; b = 2'],
  ['\uFEFFa = 1\n', 'a = 1'],
  ['a {}', 'a {  }'],
  ['a "b" c "d\\te" {}', String.raw`a "b" "c" "d\te" {  }`],
  ['a "$${b}" {}', 'a "${b}" {  }'],
  ['a { b = 1 }', 'a { b = 1 }'],
  ['a {\n  b = 1\n  c {\n    d = 2\n  }\n  e { f = 3 }\n}\n', 'a { b = 1; c { d = 2 }; e { f = 3 } }'],
  ['a { # b\n}', 'a {  }'],
  ['a = <<E\nb\nE\nc = 1\n', String.raw`a = "b\n"; c = 1`],
])('files: %j', (text, expected) => {
  const document = read(text);
  expect(problemsOf(document)).toEqual([]);
  expect(showBody(document.body)).toBe(expected);
});

test('every node tells where it stands, in UTF-16', () => {
  const text = 'a "é😀" {\n  b = "😀${c.d}" # e\n}\n';
  expect(read(text)).toEqual({
    ok: true,
    file: { path: 'main.tf', text },
    comments: [{ start: 27, end: 30, text: '# e' }],
    body: {
      start: 0,
      end: 33,
      attributes: [],
      blocks: [
        {
          start: 0,
          end: 32,
          type: 'a',
          labels: [{ start: 2, end: 7, text: 'é😀' }],
          headerEnd: 7,
          body: {
            start: 9,
            end: 31,
            blocks: [],
            attributes: [expect.objectContaining({ start: 12, end: 26, name: 'b', nameEnd: 13 })],
          },
        },
      ],
    },
  });
});

test('comments are kept as written', () => {
  const text =
    '# a\r\nb = 1 // c\n/* d\n*/ e = [ # f\n  "# no", /**/\n]\ng = <<E\n# no\n${ h /* i */ }\nE\n# j';
  expect(read(text).comments.map(({ text: written, start }) => [start, written])).toEqual([
    [0, '# a'],
    [11, '// c'],
    [16, '/* d\n*/'],
    [30, '# f'],
    [44, '/**/'],
    [69, '/* i */'],
    [81, '# j'],
  ]);
});

test.each([
  ['a', '1:2 Expected "=" and a value, or "{" and a block, but the text ends'],
  ['a =', '1:4 Expected a value, but the text ends'],
  ['a\nb = 1', '1:2 Expected "=" and a value, or "{" and a block, but the line ends'],
  ['a = 1 b = 2', '1:7 Expected a new line after this argument, found "b"'],
  ['a = 1,', '1:6 Expected a new line after this argument, found ","'],
  ['a = 1;', '1:6 HCL has no character ";": arguments end with their line'],
  ['"a" = 1', '1:1 Expected an argument or a block, found "\\""'],
  ['}', '1:1 Expected an argument or a block, found "}"'],
  ['a "b" {', '1:1 This block has no closing brace'],
  ['a "b" = 1', '1:7 Expected "{" and the content of the block, found "="'],
  ['a "${b}" {}', '1:4 Expected the end of the label, which holds no template, found "${"'],
  ['a {} b {}', '1:6 Expected a new line after this block, found "b"'],
  [
    'a { b = 1\n}',
    '1:10 Expected "}" on this line, after the one argument that a block of one line may have, but the line ends',
  ],
  ['a { b {} }', '1:7 Expected "=" and a value; a block of one line may have one argument only, found "{"'],
  ['a {\n  b = 1 }', '2:9 Expected a new line after this argument, found "}"'],
  ['a {\n  b = 1\n  b = 2\n}', '3:3 b is set twice here'],
  ['😀', '1:1 HCL has no character "😀"'],
  ['é = 😀', '1:5 HCL has no character "😀"'],
])('mistakes: %j', (text, expected) => {
  expect(problemsOf(read(text))).toEqual([expected]);
});

test.each([
  [
    'a block that is wrong',
    'a = 1\nresource "b" "c" {\n  d = \n  e { f = }\n}\nvariable "g" {}\n',
    ['3:7 Expected a value, but the line ends'],
    'a = 1; variable "g" {  }',
  ],
  [
    'a brace too few',
    'resource "a" "b" {\n  c {\n}\n\nresource "d" "e" {\n  f = 1\n}\nlocals { g = 1 }\n',
    ['1:1 This block has no closing brace'],
    'resource "d" "e" { f = 1 }; locals { g = 1 }',
  ],
  [
    'a brace too many',
    'resource "a" "b" {\n}\n}\nvariable "c" {}\n',
    ['3:1 Expected an argument or a block, found "}"'],
    'resource "a" "b" {  }; variable "c" {  }',
  ],
  [
    'an open quote',
    'resource "a" "b" {\n  c = "d\n}\nvariable "e" { default = "f }\noutput "g" { value = 1 }\n',
    [
      '2:9 This string has no closing quote on its line; a text of several lines is written as a heredoc (<<EOT)',
      '4:30 This string has no closing quote on its line; a text of several lines is written as a heredoc (<<EOT)',
    ],
    'output "g" { value = 1 }',
  ],
  [
    'an open bracket',
    'a = [1, 2\nb = 3\nresource "c" "d" {}\n',
    ['2:1 Expected "," or "]", found "b"'],
    'resource "c" "d" {  }',
  ],
  [
    'a heredoc that is not closed',
    'a = 1\nresource "b" "c" {\n  d = <<E\n}\nvariable "e" {}\n',
    ['3:7 This heredoc has no end: a line with nothing but E'],
    'a = 1',
  ],
  [
    'attributes',
    'a = \nb = 2\na = 3\nb = 4\n',
    ['1:5 Expected a value, but the line ends', '4:1 b is set twice here'],
    'b = 2; a = 3',
  ],
])('goes on after %s', (_, text, problems, rest) => {
  const document = read(text);
  expect(problemsOf(document)).toEqual(problems);
  expect(showBody(document.body)).toBe(rest);
});

test('tells of 50 problems at most', () => {
  expect(problemsOf(read('a = \n'.repeat(60)))).toHaveLength(50);
});
