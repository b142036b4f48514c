import { expect, test } from 'vitest';

import { valueOf } from './read.ts';

const placement = () => ({ region: 'cn-north-1', account: '111122223333' });

test.each([
  ['data.aws_region.d.name', 'cn-north-1'],
  ['data.aws_region.d.region', 'cn-north-1'],
  ['data.aws_caller_identity.d.account_id', '111122223333'],
  ['data.aws_partition.d.partition', 'aws-cn'],
  ['data.aws_partition.d.dns_suffix', 'amazonaws.com.cn'],
  ['data.aws_arn.d.account', '999988887777'],
  ['data.aws_arn.d.resource', 'key/a:b'],
  ['data.aws_default_tags.d.tags', {}],
  ['data.aws_service_principal.d.name', 'bedrock.amazonaws.com.cn'],
])('%s', (expression, expected) => {
  const type = /data\.(\w+)/.exec(expression)?.[1];
  const data = `data "${type}" "d" {\n  arn = "arn:aws:kms:eu-west-1:999988887777:key/a:b"\n  service_name = "bedrock"\n}`;
  expect(valueOf(expression, data, { placement })).toEqual(expected);
});

test('without a placement, region and account are not known but certainly set', () => {
  const data = 'data "aws_region" "r" {}\ndata "aws_caller_identity" "c" {}';
  expect(valueOf('[data.aws_region.r.name, data.aws_caller_identity.c.account_id]', data)).toEqual([
    { set: 'the region is not known; pass --region' },
    { set: 'the account is not known; pass --account' },
  ]);
});

const document = (body: string, prelude = ''): unknown => {
  const text = valueOf(
    'data.aws_iam_policy_document.p.json',
    `${prelude}\ndata "aws_iam_policy_document" "p" {\n${body}\n}`,
  );
  return typeof text === 'string' ? JSON.parse(text) : text;
};

const other = (sid: string, action: string) =>
  `jsonencode({ Statement = { Sid = "${sid}", Action = "${action}", Effect = "Allow" } })`;

test('a policy document has its statements', () => {
  const body = `
statement {
  sid           = "A"
  effect        = "Deny"
  not_actions   = ["iam:*"]
  resources     = ["*"]
  principals {
    type        = "AWS"
    identifiers = ["a", "b"]
  }
  principals {
    type        = "Service"
    identifiers = ["bedrock.amazonaws.com"]
  }
  condition {
    test     = "StringEquals"
    variable = "aws:SourceVpc"
    values   = ["v"]
  }
}`;
  expect(document(body)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'A',
        Effect: 'Deny',
        NotAction: 'iam:*',
        Resource: '*',
        Principal: { AWS: ['b', 'a'], Service: 'bedrock.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceVpc': 'v' } },
      },
    ],
  });
});

test('a policy document of everyone is of everyone', () => {
  const body =
    'statement {\n  actions = ["a"]\n  principals {\n    type = "*"\n    identifiers = ["*"]\n  }\n}';
  expect(document(body)).toMatchObject({ Statement: [{ Principal: '*', Effect: 'Allow' }] });
});

test('a policy document has dynamic statements', () => {
  const body =
    'dynamic "statement" {\n  for_each = ["a", "b"]\n  content {\n    actions = [statement.value]\n  }\n}';
  expect(document(body)).toMatchObject({ Statement: [{ Action: 'a' }, { Action: 'b' }] });
});

test('a policy document takes statements of others, and lets others override its own', () => {
  const body = `
source_policy_documents   = [${other('S', 'source')}]
override_policy_documents = [${other('O', 'override')}]
statement {
  sid     = "O"
  actions = ["own"]
}`;
  expect(document(body)).toMatchObject({ Statement: [{ Action: 'source' }, { Action: 'override' }] });
});

test('a policy document with a part that is not known stays readable', () => {
  const body = 'statement {\n  actions = ["a"]\n  resources = ["${aws_s3_bucket.b.arn}/*"]\n}';
  expect(document(body, 'resource "aws_s3_bucket" "b" {}')).toEqual({
    text: [
      '{"Statement":[{"Action":"a","Effect":"Allow","Resource":"',
      { to: '.#aws_s3_bucket.b.arn' },
      '/*"}],"Version":"2012-10-17"}',
    ],
  });
});
