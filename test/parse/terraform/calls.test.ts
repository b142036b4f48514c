import { expect, test } from 'vitest';

import { covered, problemLine, show } from '../cloudformation/show.ts';
import { onlyStack, propertiesOf, read, shown } from './read.ts';

const resource = 'resource "aws_x" "x" { v = var.v }\n';

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

test('modules get arguments and give outputs', () => {
  expect(shown(called)).toEqual({ 'aws_y.y': { name: 'key-a' }, 'module.m["a"].aws_x.x': { v: 'key-a' } });
});

test('modules say how a value came where it is', () => {
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

test('modules that are called are no roots, but those that say where they are deployed', () => {
  const more = { ...called, 'm/terraform.tfvars': 'v = 1', 'n/main.tf': 'module "m" { source = "../m" }' };
  expect(read(called).roots.map(({ path, files }) => [path, files])).toEqual([
    ['.', ['m/main.tf', 'main.tf']],
  ]);
  expect(read(more).roots.map(({ path }) => path)).toEqual(['.', 'm', 'n']);
});

test('modules that are not in view leave the stack open', () => {
  const stack = onlyStack(
    read(
      'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}\nresource "aws_x" "x" { v = module.vpc.id }',
    ),
  );
  const because = 'out-of-view: module.vpc is terraform-aws-modules/vpc/aws, which is not in view';
  expect(stack.openings.map(one => [one.types, show(one.because)])).toEqual([['all', { unknown: because }]]);
  expect(stack.declarations.map(one => show(one.properties))).toEqual([
    { v: { unknown: `out-of-view: output id of module.vpc < ${because.slice(13)}` } },
  ]);
});

test('what a module that is not in view is given', () => {
  const { stacks } = read(`
    resource "aws_s3_bucket" "b" {
      bucket = "logs"
    }
    resource "aws_kms_key" "k" {}
    module "audit" {
      source   = "acme/audit/aws"
      version  = "1.0.0"
      for_each = toset(["x"])
      bucket   = aws_s3_bucket.b.bucket
      keys     = { (each.key) = aws_kms_key.k.arn }
      nothing  = null
    }
    module "own" {
      source = "acme/own/aws"
    }
  `);
  expect(stacks[0]?.openings.map(({ reaches }) => reaches !== 'all' && reaches?.map(show))).toEqual([
    ['logs', { x: { to: '.#aws_kms_key.k.arn' } }, { absent: true }],
    [],
  ]);
  const [first] = stacks[0]?.openings ?? [];
  expect(first?.reaches?.[0]).toMatchObject({ via: [{ what: 'aws_s3_bucket.b.bucket' }] });
});

test('modules that terraform init fetched are in view', () => {
  const files = {
    'main.tf': 'module "m" {\n  source  = "acme/m/aws"\n  v = 5\n}',
    '.terraform/modules/modules.json':
      '{"Modules":[{"Key":"","Dir":"."},{"Key":"m","Dir":".terraform/modules/m"}]}',
    '.terraform/modules/m/main.tf': `variable "v" {}\n${resource}`,
  };
  expect(shown(files)).toEqual({ 'module.m.aws_x.x': { v: 5 } });
});

test('modules that call each other in a circle end', () => {
  const { stacks, problems } = read({
    'a/x.tf': 'module "b" { source = "../b" }',
    'b/x.tf': 'module "a" { source = "../a" }',
  });
  expect(stacks.map(({ key, openings }) => [key, openings.length])).toEqual([['a', 1]]);
  expect(problems.map(problemLine)).toEqual([
    'b/x.tf:1:1: Terraform refuses this: the module ../a calls itself.',
  ]);
});
