import { describe, expect, test } from 'vitest';

import { problemLine, showCondition } from '../cloudformation/show.ts';
import { given, onlyStack, read, shown } from './read.ts';

const resource = 'resource "aws_x" "x" { v = var.v }\n';

const emptyOf = (name: string) => `resource "aws_x" "${name}" {}`;

describe('the value of a variable', () => {
  const files = {
    'main.tf': `variable "v" { default = "default" }\n${resource}`,
    'terraform.tfvars': 'v = "tfvars"',
    'terraform.tfvars.json': '{"v": "tfvars.json"}',
    'a.auto.tfvars': 'v = "a.auto"',
    'b.auto.tfvars.json': '{"v": "b.auto"}',
    'other.tfvars': 'v = "other"',
  };
  const order = ['terraform.tfvars', 'terraform.tfvars.json', 'a.auto.tfvars', 'b.auto.tfvars.json'];
  test.each([
    [0, 'default'],
    [1, 'tfvars'],
    [2, 'tfvars.json'],
    [3, 'a.auto'],
    [4, 'b.auto'],
  ])('with %i of the files that Terraform reads by itself', (count, expected) => {
    const names = new Set(['main.tf', 'other.tfvars', ...order.slice(0, count)]);
    const some = Object.fromEntries(Object.entries(files).filter(([path]) => names.has(path)));
    expect(shown(some)).toEqual({ 'aws_x.x': { v: expected } });
  });

  test('given to a run comes before all files, the later one before the earlier one', () => {
    const file = { path: 'other.tfvars', text: files['other.tfvars'] };
    const variables = () => [given('v', 'given'), { kind: 'file' as const, file }];
    expect(shown(files, { variables })).toEqual({ 'aws_x.x': { v: 'other' } });
  });
});

describe('count and for_each', () => {
  test.each([
    ['count = 2', 'count.index', { 'aws_x.x[0]': { v: 0 }, 'aws_x.x[1]': { v: 1 } }],
    ['count = 0', '1', {}],
    ['for_each = { "a b" = 1 }', '"${each.key}${each.value}"', { 'aws_x.x["a b"]': { v: 'a b1' } }],
    [
      'for_each = toset(["z", "y"])',
      'each.value',
      { 'aws_x.x["y"]': { v: 'y' }, 'aws_x.x["z"]': { v: 'z' } },
    ],
  ])('%s', (meta, value, expected) => {
    expect(shown(`resource "aws_x" "x" {\n  ${meta}\n  v = ${value}\n}`)).toEqual(expected);
  });

  test('that are not known make one instance, which may be there, and an opening', () => {
    const stack = onlyStack(read('variable "n" {}\nresource "aws_x" "x" {\n  count = var.n\n  v = 1\n}'));
    expect(stack.declarations.map(({ name, exists }) => [name, showCondition(exists)])).toEqual([
      ['aws_x.x[*]', { open: '.#aws_x.x[*]' }],
    ]);
    expect(stack.openings.map(({ types }) => types)).toEqual([['aws_x']]);
  });

  test('that are a choice make the instances of all choices', () => {
    const stack = onlyStack(
      read(
        'variable "on" {\n  type = bool\n  nullable = false\n}\nresource "aws_x" "x" { count = var.on ? 1 : 0 }',
      ),
    );
    expect(stack.declarations.map(({ name, exists }) => [name, showCondition(exists)])).toEqual([
      ['aws_x.x[0]', { equals: [{ choice: '.#var.on', of: [true, false] }, true] }],
    ]);
    expect(stack.openings).toEqual([]);
  });

  test('beyond 1,000 instances are not known', () => {
    const { declarations } = onlyStack(read('resource "aws_x" "x" { count = 100000 }'));
    expect(declarations.map(({ name }) => name)).toEqual(['aws_x.x[*]']);
  });

  test('of hidden files, which Terraform passes over, are none', () => {
    const files = {
      'a/main.tf': emptyOf('x'),
      'a/.old.tf': emptyOf('y'),
      'a/.#main.tf': emptyOf('z'),
      'b/.c.tf': emptyOf('b'),
    };
    expect(Object.keys(shown(files))).toEqual(['a#aws_x.x']);
  });

  test('of which there are none are told as not created', () => {
    expect(onlyStack(read('resource "aws_x" "x" { count = 0 }')).notCreated?.map(({ key }) => key)).toEqual([
      '.#aws_x.x',
    ]);
  });
});

describe('dynamic blocks', () => {
  test('are what they make, between the others', () => {
    const text = `resource "aws_x" "x" {
  rule { id = 0 }
  dynamic "rule" {
    for_each = ["a", "b"]
    iterator = it
    content {
      id = it.key
      dynamic "inner" {
        for_each = [it.value]
        content { v = "\${it.value}\${inner.value}" }
      }
    }
  }
}`;
    const rule = [{ id: 0 }, { id: 0, inner: [{ v: 'aa' }] }, { id: 1, inner: [{ v: 'bb' }] }];
    expect(shown(text)).toEqual({ 'aws_x.x': { rule } });
  });

  test('over what is not known leave the list open', () => {
    const text =
      'variable "v" {}\nresource "aws_x" "x" {\n  dynamic "rule" {\n    for_each = var.v\n    content {}\n  }\n}';
    expect(shown(text)).toEqual({ 'aws_x.x': { rule: [{ more: { unknown: expect.any(String) } }] } });
  });
});

test('override files change attributes one by one and blocks all at once', () => {
  const files = {
    'main.tf': 'resource "aws_x" "x" {\n  a = 1\n  b = 1\n  c { v = 1 }\n  c { v = 2 }\n}',
    'override.tf': 'resource "aws_x" "x" {\n  a = 2\n}',
    'z_override.tf': 'resource "aws_x" "x" {\n  c { v = 3 }\n}',
  };
  expect(shown(files)).toEqual({ 'aws_x.x': { a: 2, b: 1, c: [{ v: 3 }] } });
});

test('OpenTofu files stand in the place of those of the same name', () => {
  const files = {
    'main.tf': 'resource "aws_x" "x" { v = 1 }',
    'main.tofu': 'resource "aws_x" "x" { v = 2 }',
  };
  expect(shown(files)).toEqual({ 'aws_x.x': { v: 2 } });
});

test('JSON files say the same', () => {
  const block = {
    dynamic: { rule: { for_each: ['p'], content: { id: '${rule.value}' } } },
    v: '${var.v}-x',
    l: [1],
  };
  const json = { variable: { v: { default: '${no}' } }, resource: { aws_x: { x: block } } };
  expect(shown({ 'main.tf.json': JSON.stringify(json) })).toEqual({
    'aws_x.x': { v: '${no}-x', l: [1], rule: [{ id: 'p' }] },
  });
});

test('a file that cannot be read is a problem, an opening, and no end of the others', () => {
  const { stacks, problems } = read({
    'a.tf': 'resource "aws_x" "x" {\n  v = \n}',
    'b.tf': 'resource "aws_y" "y" { v = local.l }',
  });
  expect(problems.map(problemLine)).toEqual(['a.tf:2:7: Expected a value, but the line ends (fatal)']);
  expect(
    stacks.map(({ declarations, openings }) => [
      declarations.map(({ name }) => name),
      openings.map(({ types }) => types),
    ]),
  ).toEqual([[['aws_y.y'], ['all']]]);
});

test('blocks that deploy nothing are passed over', () => {
  const text = `
moved {
  from = aws_x.a
  to   = aws_x.x
}
import {
  to = aws_x.x
  id = "i"
}
removed { from = aws_x.b }
check "c" {
  assert {
    condition     = false
    error_message = "x"
  }
}
action "aws_lambda_invoke" "a" {}
resource "aws_x" "x" {
  depends_on = [aws_x.y]
  lifecycle { ignore_changes = all }
  v = 1
}`;
  expect(shown(text)).toEqual({ 'aws_x.x': { v: 1 } });
});
