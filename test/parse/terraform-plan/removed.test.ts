import { expect, test } from 'vitest';

import { filesOf, parse, plain, planOf } from './show.ts';

const address = 'aws_s3_bucket.b';
const was = { bucket: 'b', acl: 'private' };

test.each([
  ['deletes', ['delete'], [['aws_s3_bucket.b', was]]],
  ['forgets', ['forget'], []],
])('what a plan %s', (_, actions, expected) => {
  const { stacks } = parse(planOf([{ address, actions, before: was }]));
  expect(stacks[0]?.declarations).toEqual([]);
  expect(stacks[0]?.notCreated).toHaveLength(1);
  expect((stacks[0]?.removed ?? []).map(({ name, properties }) => [name, plain(properties)])).toEqual(
    expected,
  );
});

const deployed = { bucket: 'b', versioning: [{ enabled: true }], arn: 'arn:aws:s3:::b' };
const expressions = { bucket: { constant_value: 'b' } };
const source = (body: string) => ({
  files: filesOf({ 'main.tf': `resource "aws_s3_bucket" "b" {\n${body}\n}\n` }),
});

test.each([
  ['the plan shows', {}, { versioning: 'not-shown', arn: 'not-written' }],
  ['the source shows', source('bucket = "b"'), { versioning: 'not-written', arn: 'not-written' }],
  ['a block writes', source('dynamic "versioning" {}'), { arn: 'not-written' }],
])('what nothing writes of a deployed resource, as %s', (_, context, expected) => {
  const { stacks } = parse(
    planOf([{ address, actions: ['update'], before: was, after: deployed, expressions }]),
    context,
  );
  const [bucket] = stacks[0]?.declarations ?? [];
  expect(Object.fromEntries(bucket?.readBack ?? [])).toEqual(expected);
});

test('what is made new shows nothing of what is deployed', () => {
  const { stacks } = parse(planOf([{ address, after: deployed, expressions }]));
  expect(stacks[0]?.declarations.map(({ readBack }) => readBack)).toEqual([undefined]);
});
