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

const named = `
data "aws_bedrock_foundation_model" "d" { model_id = "amazon.nova-lite-v1:0" }
data "aws_bedrock_inference_profile" "d" { inference_profile_id = "eu.amazon.nova-lite-v1:0" }
data "aws_bedrock_inference_profile" "arn" { inference_profile_id = "arn:aws:bedrock:eu-west-1:1:application-inference-profile/x" }
data "aws_vpc_endpoint_service" "d" { service = "sagemaker.runtime" }
data "aws_kms_alias" "d" { name = "alias/aws/s3" }
data "aws_kms_key" "d" { key_id = "arn:aws-cn:kms:cn-north-1:111122223333:alias/aws/ebs" }`;

test.each([
  [
    'data.aws_bedrock_foundation_model.d.model_arn',
    'arn:aws-cn:bedrock:cn-north-1::foundation-model/amazon.nova-lite-v1:0',
  ],
  [
    'data.aws_bedrock_inference_profile.d.inference_profile_arn',
    'arn:aws-cn:bedrock:cn-north-1:111122223333:inference-profile/eu.amazon.nova-lite-v1:0',
  ],
  [
    'data.aws_bedrock_inference_profile.arn.inference_profile_arn',
    'arn:aws:bedrock:eu-west-1:1:application-inference-profile/x',
  ],
  ['data.aws_vpc_endpoint_service.d.service_name', 'cn.com.amazonaws.cn-north-1.sagemaker.runtime'],
  ['data.aws_kms_alias.d.target_key_arn', 'arn:aws-cn:kms:cn-north-1:111122223333:alias/aws/s3'],
  ['data.aws_kms_alias.d.target_key_id', 'alias/aws/s3'],
  ['data.aws_kms_key.d.arn', 'arn:aws-cn:kms:cn-north-1:111122223333:alias/aws/ebs'],
])('%s is told by what is asked for', (expression, expected) => {
  expect(valueOf(expression, named, { placement })).toEqual(expected);
});

test('the key behind an alias of the customer has an id that is not known, in the account', () => {
  const data = 'data "aws_kms_alias" "d" { name = "alias/logs" }';
  const id = { set: 'the id of the key behind alias/logs' };
  expect(valueOf('data.aws_kms_alias.d.target_key_id', data, { placement })).toEqual(id);
  expect(valueOf('data.aws_kms_alias.d.target_key_arn', data, { placement })).toEqual({
    text: ['arn:aws-cn:kms:cn-north-1:111122223333:key/', id],
  });
});

test.each([
  'data.aws_bedrock_inference_profile.d.inference_profile_arn',
  'data.aws_kms_key.d.arn',
  'data.aws_vpc_endpoint_service.d.service_name',
])('%s of an id alone is looked up', expression => {
  const data = `
data "aws_bedrock_inference_profile" "d" { inference_profile_id = "a1b2c3d4e5f6" }
data "aws_kms_key" "d" { key_id = "11111111-2222-3333-4444-555555555555" }
data "aws_vpc_endpoint_service" "d" {}`;
  expect(valueOf(expression, data, { placement })).toEqual({
    set: expect.stringContaining(`${expression} is looked up when it is deployed`),
  });
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
