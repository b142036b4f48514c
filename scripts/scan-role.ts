import { mkdirSync, writeFileSync } from 'node:fs';

import { stringify } from 'yaml';

import { loadServices } from '../src/collect/load-services.ts';
import { memberPolicies, permissionsOf } from '../src/collect/permissions.ts';
import type { PolicyDocument } from '../src/collect/permissions.ts';

/*
 * Writes the scan role for CloudFormation StackSets and for Terraform, with the policy that the tables of
 * src/collect/services need: `npx node scripts/scan-role.ts`. A test holds the files against what this makes.
 */

const note = `# Written by scripts/scan-role.ts from the services that plumbline reads. Do not edit.
# Read only: lists and descriptions of settings. What is content (prompts, objects, secrets) is denied.
`;

/** `deploy/` by file name. */
export async function scanRoleFiles(): Promise<Readonly<Record<string, string>>> {
  const policies = memberPolicies(permissionsOf(await loadServices([])));
  return {
    'deploy/cloudformation/scan-role.yaml':
      note + stringify(template(policies), { lineWidth: 0, singleQuote: true }),
    'deploy/terraform/main.tf': note + terraform(policies),
    'deploy/terraform/variables.tf': variables,
    'deploy/terraform/outputs.tf': outputs,
  };
}

function template(policies: readonly PolicyDocument[]): object {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'The role that plumbline assumes to read an account. Deploy it by a StackSet to the organisation.',
    Parameters: {
      RoleName: { Type: 'String', Default: 'PlumblineScan', Description: 'plumbline collect --role' },
      CallerArn: {
        Type: 'String',
        AllowedPattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$',
        Description: 'ARN of the role that the nightly run has; it alone may assume the scan role.',
      },
      ExternalId: {
        Type: 'String',
        MinLength: 8,
        Description: 'plumbline collect --external-id',
      },
    },
    Resources: {
      ...Object.fromEntries(
        policies.map((document, index) => [
          `Read${index + 1}`,
          {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: {
              Description: `What plumbline reads, part ${index + 1} of ${policies.length}.`,
              PolicyDocument: document,
            },
          },
        ]),
      ),
      ScanRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: { Ref: 'RoleName' },
          Description: 'Read only; assumed by plumbline.',
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: { Ref: 'CallerArn' } },
                Action: 'sts:AssumeRole',
                Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
              },
            ],
          },
          ManagedPolicyArns: policies.map((_, index) => ({ Ref: `Read${index + 1}` })),
        },
      },
    },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['ScanRole', 'Arn'] } } },
  };
}

const variables = `variable "role_name" {
  description = "Name of the role: plumbline collect --role."
  type        = string
  default     = "PlumblineScan"
}

variable "caller_arn" {
  description = "ARN of the role that the nightly run has; it alone may assume the scan role."
  type        = string
}

variable "external_id" {
  description = "What the caller has to name: plumbline collect --external-id."
  type        = string

  validation {
    condition     = length(var.external_id) >= 8
    error_message = "An external id has at least 8 characters."
  }
}
`;

const outputs = `output "role_arn" {
  description = "ARN of the scan role."
  value       = aws_iam_role.scan.arn
}
`;

function terraform(policies: readonly PolicyDocument[]): string {
  return `terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_iam_role" "scan" {
  name                 = var.role_name
  description          = "Read only; assumed by plumbline."
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.caller_arn }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
    }]
  })
}
${policies.map(policyBlocks).join('')}`;
}

function policyBlocks({ Version, Statement }: PolicyDocument, index: number): string {
  const name = `read_${index + 1}`;
  return `
resource "aws_iam_policy" "${name}" {
  name        = "\${var.role_name}-${index + 1}"
  description = "What plumbline reads, part ${index + 1}."

  policy = jsonencode({
    Version = "${Version}"
    Statement = [
${Statement.map(statementBlock).join('')}    ]
  })
}

resource "aws_iam_role_policy_attachment" "${name}" {
  role       = aws_iam_role.scan.name
  policy_arn = aws_iam_policy.${name}.arn
}
`;
}

function statementBlock({ Sid, Effect, Action, Resource }: PolicyDocument['Statement'][number]): string {
  return `      {
        Sid    = "${Sid}"
        Effect = "${Effect}"
        Action = [
${Action.map(action => `          "${action}",\n`).join('')}        ]
        Resource = "${Resource}"
      },
`;
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(await scanRoleFiles())) {
    mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
    writeFileSync(path, text);
  }
}
