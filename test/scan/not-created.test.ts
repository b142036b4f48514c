import { expect, test } from 'vitest';

import { planOf } from '../parse/terraform-plan/show.ts';
import { folder } from './inputs/folder.ts';
import { fewRules, scanFolder } from './scan-folder.ts';

const template = `Parameters:
  Stage: { Type: String, Default: dev }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsOther: !Equals [a, b]
Resources:
  Guardrail: { Type: AWS::Bedrock::Guardrail, Condition: IsProd }
  Trail: { Type: AWS::CloudTrail::Trail, Condition: IsProd }
  Topic: { Type: AWS::SNS::Topic, Condition: IsOther }
  Key: { Type: AWS::KMS::Key }
`;

const modules = `resource "aws_kms_key" "k" { count = 0 }
resource "aws_kms_key" "e" { for_each = {} }
resource "aws_kms_key" "one" {}
module "off" {
  source = "./off"
  count  = 0
}
`;

test('what is declared and not made is told, by file and reason', async () => {
  const gone = { actions: ['delete'], after: null };
  const files = {
    '.git/HEAD': '',
    'a.yaml': template,
    'b/main.tf': modules,
    'b/off/main.tf': 'resource "aws_kms_key" "o" {}',
    'c/plan.json': planOf([
      { address: 'aws_kms_key.a', ...gone },
      { address: 'aws_kms_key.b', ...gone, actions: ['forget'] },
    ]),
  };
  const report = await scanFolder(folder(files), [], { rules: fewRules });
  expect(report?.notCreated).toEqual([
    { path: 'a.yaml', reason: 'the condition IsOther is false', resources: ['Topic'] },
    { path: 'a.yaml', reason: 'the condition IsProd is false', resources: ['Guardrail', 'Trail'] },
    { path: 'b/main.tf', reason: 'its count is 0', resources: ['aws_kms_key.k', 'module.off'] },
    { path: 'b/main.tf', reason: 'its for_each is empty', resources: ['aws_kms_key.e'] },
    { path: 'c/plan.json', reason: 'the plan deletes it', resources: ['aws_kms_key.a'] },
    {
      path: 'c/plan.json',
      reason: 'the plan forgets it, and leaves it in AWS',
      resources: ['aws_kms_key.b'],
    },
  ]);
});

test('where everything is made, nothing is told', async () => {
  const report = await scanFolder(folder({ '.git/HEAD': '', 'main.tf': 'resource "aws_kms_key" "k" {}' }));
  expect(report && 'notCreated' in report).toBe(false);
});
