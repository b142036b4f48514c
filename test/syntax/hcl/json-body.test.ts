import { expect, test } from 'vitest';

import { parseHclJson } from '../../../src/syntax/hcl/json-body.ts';
import type { HclDocument } from '../../../src/syntax/hcl/parse-hcl.ts';
import { showBody } from './show.ts';

const read = (text: string, holds?: 'values'): HclDocument =>
  parseHclJson({ path: 'main.tf.json', text }, holds);

const problemsOf = (document: HclDocument): readonly string[] =>
  document.ok
    ? []
    : document.problems.map(({ region, message }) => `${region.line}:${region.column} ${message}`);

test.each([
  ['{}', ''],
  ['[]', ''],
  [
    '{"locals": {"a": 1.50, "b": true, "c": null, "d": [1, {"e": "f"}]}}',
    'locals { a = 1.5; b = true; c = null; d = [1, {"e": "f"}] }',
  ],
  [
    '{"locals": {"a": "${var.b}", "c": "x${1 + 1}", "$${d}": {"${e}": "%{if f}g%{endif}"}}}',
    'locals { a = (wrap var.b); c = (text "x" (+ 1 1)); $${d} = {(wrap e): (text (if f ["g"] []))} }',
  ],
  [
    '{"resource": {"aws_a": {"b": {"c": "d"}, "e": {}}}}',
    'resource "aws_a" "b" { c = "d" }; resource "aws_a" "e" {  }',
  ],
  [
    '{"resource": [{"aws_a": {"b": {}}}, {"aws_a": [{"c": [{}]}]}]}',
    'resource "aws_a" "b" {  }; resource "aws_a" "c" {  }',
  ],
  [
    '{"provider": {"aws": [{"region": "a"}, {"alias": "b"}]}}',
    'provider "aws" { region = "a" }; provider "aws" { alias = "b" }',
  ],
  ['{"resource": null, "variable": {"a": null}}', ''],
  [
    '{"resource": {"a": {"b": {"depends_on": ["c.d"], "provider": "aws.e", "lifecycle": {"ignore_changes": ["tags"]}}}}}',
    'resource "a" "b" { depends_on = [c.d]; provider = aws.e; lifecycle { ignore_changes = [tags] } }',
  ],
  [
    '{"resource": {"a": {"b": {"dynamic": {"c": {"for_each": "${d}", "content": {"e": "${c.value}"}}}}}}}',
    'resource "a" "b" { dynamic "c" { for_each = (wrap d); content { e = (wrap c.value) } } }',
  ],
  [
    '{"variable": {"a": {"type": "list(string)", "default": "${b}"}}}',
    'variable "a" { type = (list string); default = "${b}" }',
  ],
  [
    '{"module": {"a": {"source": "./b", "providers": {"aws": "aws.c"}}}}',
    'module "a" { source = "./b"; providers = {"aws": aws.c} }',
  ],
  ['{"terraform": {"backend": {"s3": {"bucket": "a"}}}}', 'terraform { backend "s3" { bucket = "a" } }'],
  ['{"moved": [{"from": "a.b", "to": "a.c"}]}', 'moved { from = a.b; to = a.c }'],
  ['{"unknown": {"a": 1}, "__proto__": 1}', 'unknown = {"a": 1}; __proto__ = 1'],
])('%s', (text, expected) => {
  const document = read(text);
  expect(problemsOf(document)).toEqual([]);
  expect(showBody(document.body)).toBe(expected);
});

test('a file of variables holds texts, not templates', () => {
  const document = read('{"a": "${b}", "resource": {"c": ["%{d}"]}}', 'values');
  expect(problemsOf(document)).toEqual([]);
  expect(showBody(document.body)).toBe('a = "${b}"; resource = {"c": ["%{d}"]}');
});

test('places are those of the JSON file, escapes counted', () => {
  const text = '{"resource": {"aws_a": {"b": {"c": "\\"${ f(\\"\\u0061\\", d) }"}}}}';
  const { body } = read(text);
  const [block] = body.blocks;
  expect(block).toMatchObject({
    start: text.indexOf('"b"'),
    end: text.length - 3,
    headerEnd: text.indexOf('"b"') + 3,
  });
  expect(block?.labels.map(({ start, end }) => text.slice(start, end))).toEqual(['"aws_a"', '"b"']);
  const [attribute] = block?.body.attributes ?? [];
  expect(text.slice(attribute?.start, attribute?.nameEnd)).toBe('"c"');
  expect(text.slice(attribute?.value.start, attribute?.value.end)).toBe('"\\"${ f(\\"\\u0061\\", d) }"');
  expect(attribute?.value).toMatchObject({
    parts: [
      { kind: 'text', text: '"' },
      {
        value: {
          kind: 'call',
          start: text.indexOf('f('),
          end: text.indexOf(' }'),
          args: [{ value: 'a' }, { start: text.indexOf('d)') }],
        },
      },
    ],
  });
});

test('comments are the texts under "//"', () => {
  const { comments } = read(
    '{"//": "a", "resource": {"//": "b", "c": {"d": {"//": "e", "//": {"metadata": 1}}}}}',
  );
  expect(comments.map(({ text }) => text)).toEqual(['a', 'b', 'e']);
});

test.each([
  ['{', '1:2 Expected a key in double quotes, but the file ends'],
  ['1', '1:1 A Terraform file is an object here, or a list of objects'],
  ['[[{}]]', '1:2 A Terraform file is an object here, or a list of objects'],
  ['{"locals": [null]}', '1:13 "locals" is an object here, or a list of objects'],
  ['{"resource": "a"}', '1:14 "resource" is an object here, or a list of objects'],
  ['{"resource": {"a": {"b": 1}}}', '1:26 "resource a b" is an object here, or a list of objects'],
  ['{"locals": {"a": "b ${c"}}', '1:24 Expected "}" after the expression in "${ }", but the text ends'],
  ['{"locals": {"a": "\\"${c d}"}}', '1:25 Expected "}" after the expression in "${ }", found "d"'],
  ['{"locals": {"a": 1, "a": 2}}', '1:21 a is set twice here'],
  ['{"locals": {"a": {"b": 1, "b": 2}}}', '1:27 b is set twice here'],
])('mistakes: %s', (text, expected) => {
  const document = read(text);
  expect(problemsOf(document)).toEqual([expected]);
  expect(document.body.blocks).toEqual([]);
});

test('blocks without mistakes are kept', () => {
  const document = read('{"resource": {"a": {"b": {"c": "${"}, "d": {"lifecycle": 1}, "e": {}}}}');
  expect(problemsOf(document)).toHaveLength(2);
  expect(showBody(document.body)).toBe('resource "a" "e" {  }');
});
