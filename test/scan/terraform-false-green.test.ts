import { expect, test } from 'vitest';

import type { Verdict } from '../../src/model/finding.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { parseTerraform } from '../../src/parse/terraform/parse.ts';
import { prepareRules } from '../../src/scan/prepare-rules.ts';
import { verdictsOf } from '../evaluate/soundness/verdicts.ts';
import { loadCatalogue } from '../rules/catalogue.ts';

/*
 * Configurations that once passed, or failed, although what they leave open decides. Each is asked one rule.
 */

const { rules, types, facts } = await loadCatalogue();

type Files = Readonly<Record<string, string>>;

async function ask(id: string, files: Files): Promise<{ verdicts: readonly string[]; problems: string }> {
  const chosen = rules.filter(({ rule }) => rule.id === id);
  const applied = chosen.map(({ rule }) => ({
    rule,
    severity: rule.severity,
    parameters: Object.fromEntries(
      Object.entries(rule.params).flatMap(([name, { default: value }]) =>
        value === undefined ? [] : [[name, value] as const],
      ),
    ),
  }));
  const parsed = parseTerraform(Object.entries(files).map(([path, text]) => ({ path, text })));
  const found = verdictsOf(normalize(parsed.stacks, types).estate, await prepareRules(applied, facts), types);
  return {
    verdicts: [...found].map(
      ([key, verdict]: [string, Verdict]) => `${key.slice(key.indexOf('#') + 1)} ${verdict}`,
    ),
    problems: parsed.problems.map(({ message }) => message).join(' '),
  };
}

const memory = (key: string, more: string): Files => ({
  'main.tf': `${more}\nresource "aws_bedrockagentcore_memory" "m" {\n  name = "m"\n  encryption_key_arn = ${key}\n}\n`,
});
const decider = 'variable "c" {\n  type = bool\n}\n';
const keyWith = (meta: string): string => `resource "aws_kms_key" "k" {\n  ${meta}\n}\n`;

test.each<[string, Files]>([
  [
    'try() over instances of which the number is a choice',
    memory('try(aws_kms_key.k[0].arn, null)', decider + keyWith('count = var.c ? 1 : 0')),
  ],
  [
    'try() over instances of which the number is not known',
    memory('try(aws_kms_key.k[0].arn, null)', `variable "c" {}\n${keyWith('count = var.c')}`),
  ],
  [
    'try() over instances of which the keys are not known',
    memory('try(aws_kms_key.k["a"].arn, null)', `variable "c" {}\n${keyWith('for_each = var.c')}`),
  ],
  [
    'try() over an instance that exists in one of two cases, beside others that are not known',
    memory(
      'try(aws_kms_key.k["a"].arn, null)',
      `variable "d" {}\n${decider}${keyWith('for_each = var.c ? toset(["a"]) : toset(var.d)')}`,
    ),
  ],
  [
    'try() over a list of which an element is not known',
    memory('try([var.c.a, "k"][1], null)', 'variable "c" {}'),
  ],
  [
    'an index that only some of the allowed values have',
    memory(
      'try({ a = "k" }[var.c], null)',
      'variable "c" {\n  validation {\n    condition = contains(["a", "b"], var.c)\n    error_message = "no"\n  }\n}\n',
    ),
  ],
  [
    'an entry that a key that is not known may replace',
    memory('{ a = "k", (var.c) = null }["a"]', 'variable "c" {}'),
  ],
  ['the place of a value in a set', memory('tolist(toset(["k", var.c]))[0]', 'variable "c" {}')],
  ['the place of a value in a sorted list', memory('sort(["k", var.c])[0]', 'variable "c" {}')],
])('%s is not known', async (_, files) => {
  const { verdicts } = await ask('agentcore/memory-customer-key', files);
  expect(verdicts).toEqual(['aws_bedrockagentcore_memory.m unknown']);
});

test('a variable that does not take null gets its default where it is passed null', async () => {
  const { verdicts } = await ask('agentcore/memory-customer-key', {
    'main.tf': `${decider}module "a" {\n  source = "./a"\n  key = var.c ? "k" : null\n}\n`,
    'a/main.tf':
      'variable "key" {\n  default = "d"\n  nullable = false\n}\nresource "aws_bedrockagentcore_memory" "m" {\n  name = "m"\n  encryption_key_arn = var.key == "d" ? null : var.key\n}\n',
  });
  expect(verdicts).toEqual(['module.a.aws_bedrockagentcore_memory.m unknown']);
});

const closed = (bucket: string): string =>
  `resource "aws_s3_bucket_public_access_block" "p" {\n  bucket = ${bucket}\n  block_public_acls = true\n  block_public_policy = true\n  ignore_public_acls = true\n  restrict_public_buckets = true\n}\n`;
const trailTo = (bucket: string): string =>
  `resource "aws_cloudtrail" "t" {\n  name = "t"\n  s3_bucket_name = ${bucket}\n}\n`;
const bucket = (name: string, body = ''): string => `resource "aws_s3_bucket" "${name}" {\n${body}\n}\n`;

test.each<[string, string, readonly string[]]>([
  [
    'the name of another bucket with something added',
    bucket('a', 'bucket = "data"') +
      bucket('b', 'bucket = "${aws_s3_bucket.a.bucket}-logs"') +
      closed('"${aws_s3_bucket.a.bucket}-logs"') +
      trailTo('aws_s3_bucket.a.id'),
    ['aws_s3_bucket.a unknown'],
  ],
  [
    'what is made of the name of the bucket',
    `variable "n" {}\n${bucket('a', 'bucket = var.n')}${closed('replace(var.n, "a", "b")')}${trailTo('aws_s3_bucket.a.id')}`,
    ['aws_s3_bucket.a unknown'],
  ],
  [
    'what is made of the id of the bucket',
    `${bucket('a')}${closed('replace(aws_s3_bucket.a.id, "a", "b")')}${trailTo('aws_s3_bucket.a.id')}`,
    ['aws_s3_bucket.a unknown'],
  ],
  [
    'another name of the same list',
    `variable "n" {}\n${bucket('a', 'bucket = var.n[0]')}${closed('var.n[1]')}${trailTo('aws_s3_bucket.a.id')}`,
    ['aws_s3_bucket.a unknown'],
  ],
  [
    'another output of the same module',
    `module "m" {\n  source = "acme/names/aws"\n}\n${bucket('a', 'bucket = module.m.data')}${closed('module.m.logs')}${trailTo('aws_s3_bucket.a.id')}`,
    ['aws_s3_bucket.a unknown'],
  ],
  [
    'one of the buckets of which the names are not known',
    `variable "n" {}\n${bucket('a', 'for_each = var.n')}${closed('aws_s3_bucket.a["x"].id')}resource "aws_cloudtrail" "t" {\n  for_each = var.n\n  name = each.key\n  s3_bucket_name = aws_s3_bucket.a[each.key].id\n}\n`,
    ['aws_s3_bucket.a[*] unknown'],
  ],
])('a public access block of %s closes no other bucket', async (_, text, expected) => {
  const { verdicts } = await ask('s3/log-archive-private', { 'main.tf': text });
  expect(verdicts.filter(line => line.startsWith('aws_s3_bucket.a'))).toEqual(expected);
});

test('a statement that a document may replace is not known to stay', async () => {
  const { verdicts } = await ask('kms/key-policy-closed', {
    'main.tf':
      'variable "o" {}\ndata "aws_iam_policy_document" "d" {\n  override_policy_documents = [var.o]\n  statement {\n    sid = "a"\n    actions = ["kms:*"]\n    resources = ["*"]\n    principals {\n      type = "AWS"\n      identifiers = ["*"]\n    }\n  }\n}\nresource "aws_kms_key" "k" {\n  policy = data.aws_iam_policy_document.d.json\n}\nresource "aws_bedrock_guardrail" "g" {\n  name = "g"\n  kms_key_arn = aws_kms_key.k.arn\n}\n',
  });
  expect(verdicts).toEqual(['aws_kms_key.k unknown']);
});

test('a policy that is attached to several roles is attached to each', async () => {
  const { verdicts } = await ask('iam/no-full-access', {
    'main.tf':
      'resource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\n}\nresource "aws_iam_policy_attachment" "a" {\n  name = "a"\n  roles = [aws_iam_role.r.name]\n  policy_arn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess"\n}\n',
  });
  expect(verdicts).toContain('aws_iam_role.r fail');
});

const one = 'resource "aws_bedrockagentcore_memory" "m" {\n  name = "m"\n}\n';

test.each<[string, string, string]>([
  [
    'a resource that is declared twice',
    one + one,
    'resource aws_bedrockagentcore_memory.m is declared twice',
  ],
  ['a resource without a name', one.replace(' "m"', ''), 'this resource has one label'],
  ['a resource with two names', one.replace(' "m"', ' "m" "n"'), 'this resource has 3 labels'],
  ['a misspelt block', one.replace('resource', 'resorce'), 'Blocks of the type resorce are not known.'],
  [
    'a resource inside of another one',
    `resource "aws_sns_topic" "t" {\n${one}}\n`,
    'this resource stands inside of a resource',
  ],
  ['an argument in no block', `name = "m"\n${one}`, 'name stands in no block'],
  [
    'a local that is declared twice',
    'locals {\n  a = 1\n}\nlocals {\n  a = 2\n}\n',
    'local a is declared twice',
  ],
])('%s is a problem', (_, text, message) => {
  const { problems } = parseTerraform([{ path: 'main.tf', text }]);
  expect(problems.map(problem => problem.message).join(' ')).toContain(message);
});

const doubling = (first: string, next: (name: string) => string): string =>
  `variable "u" {}\nlocals {\n  a0 = ${first}\n${Array.from({ length: 60 }, (_, index) => `  a${index + 1} = ${next(`local.a${index}`)}\n`).join('')}}\n`;

test.each<[string, string, string]>([
  ['texts', doubling('"xxxxxxxxxx"', name => `"\${${name}}\${${name}}"`), 'local.a60'],
  ['texts that are not known', doubling('var.u', name => `"\${${name}}\${${name}}"`), 'local.a60'],
  ['lists', doubling('["x"]', name => `concat(${name}, ${name})`), 'jsonencode(local.a60)'],
  ['lists of lists', doubling('["x"]', name => `[${name}, ${name}]`), 'jsonencode(local.a60)'],
  ['maps', doubling('{ a = var.u }', name => `{ a = ${name}, b = ${name} }`), 'jsonencode(local.a60)'],
  ['widths', '', 'format("%1000000000d", 1)'],
  ['precisions', '', 'format("%.1000000000f", 1)'],
  ['indentations', '', 'indent(1000000000, "a\\nb")'],
])('growing %s end', async (_, more, value) => {
  const { verdicts } = await ask('agentcore/memory-customer-key', memory(value, more));
  expect(verdicts).toHaveLength(1);
});
