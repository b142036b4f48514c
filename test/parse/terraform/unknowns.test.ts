import { expect, test } from 'vitest';

import { given, shown, valueOf } from './read.ts';

const prelude = `
variable "free" {}
variable "env" {
  type = string
  validation {
    condition     = contains(["dev", "prod"], var.env)
    error_message = "no"
  }
}
variable "flag" {
  type     = bool
  nullable = false
}
resource "aws_kms_key" "k" { alias = "a" }
data "aws_vpc" "v" {}
locals { later = data.aws_vpc.v.main }
`;

const free = 'variable free has no default and no value; pass --tf-var free=…';

test.each([
  ['var.free', { unknown: free }],
  ['"a-${var.free}"', { text: ['a-', { unknown: free }] }],
  ['upper(var.free)', { unknown: `upper(…) < ${free}` }],
  ['aws_kms_key.k.arn', { to: '.#aws_kms_key.k.arn' }],
  ['aws_kms_key.k.alias', 'a'],
  ['"${aws_kms_key.k.arn}/*"', { text: [{ to: '.#aws_kms_key.k.arn' }, '/*'] }],
  ['coalesce(null, aws_kms_key.k.arn, "x")', { to: '.#aws_kms_key.k.arn' }],
  ['aws_kms_key.k.arn == null ? "none" : "some"', 'some'],
  ['[aws_kms_key.k.arn, var.free]', [{ to: '.#aws_kms_key.k.arn' }, { unknown: free }]],
  [
    'data.aws_vpc.v.id',
    { set: 'out-of-view: data.aws_vpc.v.id is looked up when it is deployed < data source data.aws_vpc.v' },
  ],
  ['var.env', { choice: '.#var.env', of: ['dev', 'prod'] }],
  ['var.env == "prod" ? 30 : 7', { choice: '.#var.env', of: [7, 30] }],
  ['"x-${var.env}"', { choice: '.#var.env', of: ['x-dev', 'x-prod'] }],
  ['var.env == "test"', false],
  ['{ dev = 1, prod = 2 }[var.env]', { choice: '.#var.env', of: [1, 2] }],
  ['{ dev = 1 }[var.env]', 1],
  ['var.flag ? "a" : null', { choice: '.#var.flag', of: ['a', { absent: true }] }],
  [
    'var.flag && var.env == "prod"',
    { choice: '.#var.flag', of: [{ choice: '.#var.env', of: [false, true] }, false] },
  ],
  ['local.later ? "a" : "b"', { if: { open: '.#?1' }, yes: 'a', no: 'b' }],
  ['local.later ? "a" : "a"', 'a'],
  ['false && local.later', false],
  [
    'try(var.free.nothing, "x")',
    { unknown: `try(…), of which an argument may not work < .nothing < ${free}` },
  ],
  ['try(aws_kms_key.k.arn, "x")', { to: '.#aws_kms_key.k.arn' }],
  ['can(var.free.x)', { unknown: `can(…) < .x < ${free}` }],
  ['can(regex("^a", "b"))', false],
  [
    'merge({ a = 1 }, var.free, { b = 2 })',
    { a: { unknown: `a of merge(…) < merge(…) < ${free}` }, b: 2, '…': { unknown: `merge(…) < ${free}` } },
  ],
  ['concat(["a"], var.free)', ['a', { more: { unknown: `concat(…) < ${free}` } }]],
  ['[for x in var.free : x]', [{ more: { unknown: `the elements < ${free}` } }]],
  ['contains(["a", var.free], "a")', true],
  ['length([var.free, 1])', 2],
  [
    'jsonencode({ a = aws_kms_key.k.arn, b = "<", c = var.free })',
    { text: ['{"a":"', { to: '.#aws_kms_key.k.arn' }, '","b":"\\u003c","c":', { unknown: free }, '}'] },
  ],
  ['timestamp()', { set: 'timestamp(): is the time of the deployment' }],
  ['file("nowhere.txt")', { set: 'out-of-view: file("nowhere.txt"): the file is not in view' }],
  ['terraform.workspace', { set: 'terraform.workspace is not known' }],
  [
    'provider::aws::arn_parse("x")',
    { unknown: 'provider::aws::arn_parse() is not a function that this version knows' },
  ],
])('%s', (expression, expected) => {
  expect(valueOf(expression, prelude)).toEqual(expected);
});

test.each([
  ['var.nope', 'variable nope is not declared'],
  ['aws_kms_key.nope.arn', 'aws_kms_key.nope is not declared'],
  ['1 + "a"', 'a number is needed, and this is a string'],
  ['[1][2]', 'the list has 1 elements and no element 2'],
  ['local.a', 'local a depends on itself'],
  ['upper("a", "b")', 'upper() takes 1 arguments, and gets 2'],
  ['regex("(", "x")', '"(" is no pattern of RE2'],
  ['1 / 0', 'a division by zero'],
])('%s is a problem of its place', (expression, message) => {
  const value = valueOf(
    expression,
    'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_kms_key" "k" {}',
  );
  expect(value).toMatchObject({
    value: { unknown: expect.stringContaining(message) },
    problems: [expect.stringMatching(/^main\.tf:\d+:\d+: Terraform refuses this: /)],
  });
});

test('no expression is worked out without end', () => {
  const nested = `${'['.repeat(450)}1${']'.repeat(450)}`;
  const big = '[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]]';
  expect(JSON.stringify(valueOf(nested))).toContain('1');
  expect(JSON.stringify(valueOf(`length(${big})`, '', {}))).toContain('There is too much to work out');
});

test('secrets stay secret in all that is made of them', () => {
  const secret = 'variable "s" {\n  sensitive = true\n  default   = "pw"\n}';
  expect(valueOf('["a-${var.s}", upper(var.s), length(var.s), { p = var.s }]', secret)).toEqual([
    { secret: 'a-pw' },
    { secret: 'PW' },
    2,
    { p: { secret: 'pw' } },
  ]);
});

test('a variable has the type that it says', () => {
  const typed = `
variable "v" {
  type = object({ n = number, l = optional(set(string), ["b", "a"]), o = optional(bool) })
}
resource "aws_x" "x" { v = var.v }`;
  const context = { variables: () => [given('v', '{ n = "5", more = 1 }')] };
  expect(shown(typed, context)).toEqual({ 'aws_x.x': { v: { n: 5, l: ['a', 'b'] } } });
});
