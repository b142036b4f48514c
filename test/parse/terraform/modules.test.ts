import { describe, expect, test } from 'vitest';

import { covered, problemLine, show, showCondition } from '../cloudformation/show.ts';
import { declarationOf, given, onlyStack, propertiesOf, read, shown } from './read.ts';

const resource = 'resource "aws_x" "x" { v = var.v }\n';

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

describe('modules', () => {
  const called = {
    'main.tf': `variable "kms" { default = "key" }
module "m" {
  source = "./m"
  for_each = { a = 1 }
  v = "\${var.kms}-\${each.key}"
}
resource "aws_y" "y" { name = module.m["a"].name }`,
    'm/main.tf': `variable "v" {}\n${resource}output "name" { value = aws_x.x.v }`,
  };

  test('get arguments and give outputs', () => {
    expect(shown(called)).toEqual({ 'aws_y.y': { name: 'key-a' }, 'module.m["a"].aws_x.x': { v: 'key-a' } });
  });

  test('say how a value came where it is', () => {
    const value = propertiesOf(read(called), 'aws_y.y').entries.get('name');
    const via = value?.kind === 'known' ? (value.via ?? []) : [];
    expect(covered(value?.at)).toBe('name = module.m["a"].name');
    expect(via.map(({ what, at }) => [what, covered(at)])).toEqual([
      ['default of variable kms', 'default = "key"'],
      ['for_each', 'for_each = { a = 1 }'],
      ['argument v of module.m', 'v = "${var.kms}-${each.key}"'],
      ['module.m["a"].aws_x.x.v', 'v = var.v'],
      ['output name of module.m', 'value = aws_x.x.v'],
    ]);
  });

  test('that are called are no roots, but those that say where they are deployed', () => {
    const more = { ...called, 'm/terraform.tfvars': 'v = 1', 'n/main.tf': 'module "m" { source = "../m" }' };
    expect(read(called).roots.map(({ path, files }) => [path, files])).toEqual([
      ['.', ['m/main.tf', 'main.tf']],
    ]);
    expect(read(more).roots.map(({ path }) => path)).toEqual(['.', 'm', 'n']);
  });

  test('that are not in view leave the stack open', () => {
    const stack = onlyStack(
      read(
        'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}\nresource "aws_x" "x" { v = module.vpc.id }',
      ),
    );
    const because = 'out-of-view: module.vpc is terraform-aws-modules/vpc/aws, which is not in view';
    expect(stack.openings.map(one => [one.types, show(one.because)])).toEqual([
      ['all', { unknown: because }],
    ]);
    expect(stack.declarations.map(one => show(one.properties))).toEqual([
      { v: { unknown: `out-of-view: output id of module.vpc < ${because.slice(13)}` } },
    ]);
  });

  test('that terraform init fetched are in view', () => {
    const files = {
      'main.tf': 'module "m" {\n  source  = "acme/m/aws"\n  v = 5\n}',
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Dir":"."},{"Key":"m","Dir":".terraform/modules/m"}]}',
      '.terraform/modules/m/main.tf': `variable "v" {}\n${resource}`,
    };
    expect(shown(files)).toEqual({ 'module.m.aws_x.x': { v: 5 } });
  });

  test('that call each other in a circle end', () => {
    const { stacks, problems } = read({
      'a/x.tf': 'module "b" { source = "../b" }',
      'b/x.tf': 'module "a" { source = "../a" }',
    });
    expect(stacks.map(({ key, openings }) => [key, openings.length])).toEqual([['a', 1]]);
    expect(problems.map(problemLine)).toEqual([
      'b/x.tf:1:1: Terraform refuses this: the module ../a calls itself.',
    ]);
  });
});

describe('providers', () => {
  const providers = `
provider "aws" {
  region = "eu-west-1"
  default_tags { tags = { team = "ml" } }
}
provider "aws" {
  alias  = "other"
  region = "us-east-1"
  assume_role { role_arn = "arn:aws:iam::222233334444:role/deploy" }
}
data "aws_region" "r" {}
`;
  const placed = (text: string, name: string) => {
    const { account, region, partition, tags } = declarationOf(
      read(providers + text, { placement: () => ({ account: '111122223333' }) }),
      name,
    );
    return [account, region, partition, tags].map(value => value && show(value));
  };

  test('say where the stack is', () => {
    const { account, region, partition } = onlyStack(
      read(providers, { placement: () => ({ account: '111122223333' }) }),
    );
    expect([account, region, partition].map(show)).toEqual(['111122223333', 'eu-west-1', 'aws']);
  });

  test('with an alias say where a resource is', () => {
    expect(placed('resource "aws_x" "x" { provider = aws.other }', 'aws_x.x')).toEqual([
      '222233334444',
      'us-east-1',
      'aws',
      undefined,
    ]);
  });

  test('of the default one put tags on all that they make', () => {
    expect(placed('resource "aws_x" "x" {}', 'aws_x.x')).toEqual([
      undefined,
      undefined,
      undefined,
      { team: 'ml' },
    ]);
  });

  test('yield to the region that a resource names', () => {
    expect(placed('resource "aws_x" "x" { region = "eu-north-1" }', 'aws_x.x')).toEqual([
      '111122223333',
      'eu-north-1',
      'aws',
      { team: 'ml' },
    ]);
  });

  test('are never guessed', () => {
    const { region } = onlyStack(read('resource "aws_x" "x" { v = 1 }'));
    expect(show(region)).toEqual({ set: 'the region is not known; pass --region' });
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
