import { expect, test } from 'vitest';

import { folder } from './inputs/folder.ts';
import { fewRules, scanFolder } from './scan-folder.ts';

/** `a.yaml:6 message; hint` of every problem. */
async function problems(files: Parameters<typeof folder>[0]): Promise<readonly string[]> {
  const report = await scanFolder(folder({ '.git/HEAD': '', ...files }), [], { rules: fewRules });
  return (report?.problems ?? []).map(
    ({ path, region, message, hint }) =>
      `${path}:${region?.line} ${message.replace(', as far as this version knows', '')}; ${hint}`,
  );
}

const template = `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotaion: true
      Shiny: 1
      KeyPolicy: { Version: "2012-10-17", Statement: [], Whatever: 1 }
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      agentName: a
      GuardrailVersion: "1"
      GuardrailConfiguration: { GuardrailIdentifer: g, GuardrailVersion: "1" }
      Tags: { AnyKey: x }
      ActionGroups:
        - !If [Yes, { ActionGroupNam: x }, !Ref AWS::NoValue]
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      Status: Enabled
      VersioningConfiguration: !Ref Unknown
  Made:
    Type: Custom::Thing
    Properties: { ServiceToken: x, Anything: 1 }
Conditions:
  Yes: !Equals [!Ref Stage, x]
Parameters:
  Stage: { Type: String }
  Unknown: { Type: String }
`;

test('what a type does not have is told, with what was meant', async () => {
  const all = await problems({ 'a.yaml': template });
  expect(all.filter(line => line.includes('does not have')).toSorted()).toEqual([
    'a.yaml:11 Agent: AWS::Bedrock::Agent does not have a property agentName here; did you mean AgentName?',
    'a.yaml:12 Agent: AWS::Bedrock::Agent does not have a property GuardrailVersion here; did you mean GuardrailVersion of GuardrailConfiguration?',
    'a.yaml:13 Agent: AWS::Bedrock::Agent does not have a property GuardrailIdentifer here; did you mean GuardrailIdentifier?',
    'a.yaml:16 Agent: AWS::Bedrock::Agent does not have a property ActionGroupNam here; did you mean ActionGroupName?',
    'a.yaml:20 Bucket: AWS::S3::Bucket does not have a property Status here; a later version of plumbline may know it',
    'a.yaml:5 Key: AWS::KMS::Key does not have a property EnableKeyRotaion here; did you mean EnableKeyRotation?',
    'a.yaml:6 Key: AWS::KMS::Key does not have a property Shiny here; a later version of plumbline may know it',
  ]);
});

const source = `resource "aws_kms_key" "k" {
  count                  = 2
  enable_key_rotaion     = true
  deletion_window_in_day = 7
  brand_new              = 1
}
resource "aws_s3_bucket" "b" {
  bucket = "b"
}
resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id
  versioning_configuration { statuss = "Enabled" }
}
`;

test('in Terraform what looks like a slip is told', async () => {
  expect((await problems({ 'main.tf': source })).toSorted()).toEqual([
    'main.tf:12 aws_s3_bucket.b: the provider does not have an argument statuss; did you mean status?',
    'main.tf:3 aws_kms_key.k: the provider does not have an argument enable_key_rotaion; did you mean enable_key_rotation?',
    'main.tf:4 aws_kms_key.k: the provider does not have an argument deletion_window_in_day; did you mean deletion_window_in_days?',
  ]);
});
