import { expect, test } from 'vitest';

import type { Declaration } from '../../../src/model/declaration.ts';
import type { Value } from '../../../src/model/value.ts';
import { known } from '../../../src/model/value.ts';
import { lost } from '../build.ts';
import { propertiesOf, ref, tf } from './build.ts';

test.each([
  [
    'a key of which the material comes from outside',
    'aws_kms_external_key.k',
    { enabled: true, deletion_window_in_days: 7, key_material_base64: 'secret' },
    { Enabled: true, PendingWindowInDays: 7, Origin: 'EXTERNAL' },
  ],
  [
    'the credentials and the tools of a target',
    'aws_bedrockagentcore_gateway_target.t',
    {
      name: 't',
      credential_provider_configuration: [{ api_key: [{ provider_arn: 'p' }] }, { gateway_iam_role: [{}] }],
      target_configuration: [
        {
          mcp: [
            {
              lambda: [
                {
                  lambda_arn: 'l',
                  tool_schema: [
                    {
                      inline_payload: [
                        {
                          name: 'x',
                          input_schema: [{ type: 'object', property: [{ name: 'id', type: 'string' }] }],
                        },
                      ],
                    },
                  ],
                },
              ],
              open_api_schema: [{ inline_payload: [{ payload: '{}' }] }],
            },
          ],
        },
      ],
    },
    {
      Name: 't',
      CredentialProviderConfigurations: [
        {
          CredentialProviderType: 'API_KEY',
          CredentialProvider: { ApiKeyCredentialProvider: { ProviderArn: 'p' } },
        },
        { CredentialProviderType: 'GATEWAY_IAM_ROLE', CredentialProvider: { IamCredentialProvider: {} } },
      ],
      TargetConfiguration: {
        Mcp: {
          Lambda: {
            LambdaArn: 'l',
            ToolSchema: {
              InlinePayload: [
                { Name: 'x', InputSchema: { Type: 'object', Properties: { id: { Type: 'string' } } } },
              ],
            },
          },
          OpenApiSchema: { InlinePayload: '{}' },
        },
      },
    },
  ],
  [
    'scripts of a notebook',
    'aws_sagemaker_notebook_instance_lifecycle_configuration.c',
    { name: 'c', on_create: 'ZQ==', on_start: '' },
    { NotebookInstanceLifecycleConfigName: 'c', OnCreate: [{ Content: 'ZQ==' }] },
  ],
])('%s', (_, name, attributes, expected) => {
  expect(propertiesOf(name, tf(name, attributes))).toEqual(expected);
});

const strategy = (name: string, type: Value): Declaration =>
  tf(`aws_bedrockagentcore_memory_strategy.${name}`, {
    memory_id: ref('aws_bedrockagentcore_memory.m.id'),
    name,
    type,
    namespaces: ['n'],
  });

test('the strategies of a memory, each in the block of its type', () => {
  const memory = tf('aws_bedrockagentcore_memory.m', { name: 'm' });
  const strategies = [strategy('facts', known('SEMANTIC')), strategy('other', lost)];
  expect(propertiesOf('aws_bedrockagentcore_memory.m', memory, ...strategies)).toEqual({
    Name: 'm',
    MemoryStrategies: [{ SemanticMemoryStrategy: { Name: 'facts', Namespaces: ['n'] } }, { '…': '?' }],
  });
});

test('blocks of a job that only the API describes', () => {
  const job = tf('aws_sagemaker_training_job.j', {
    training_job_name: 'j',
    algorithm_specification: [{ training_image: 'i', metric_definitions: [{ name: 'loss', regex: '.*' }] }],
    input_data_config: [
      {
        channel_name: 'c',
        data_source: [{ s3_data_source: [{ s3_uri: 's3://b', s3_data_type: 'S3Prefix' }] }],
      },
    ],
    retry_strategy: [{ maximum_retry_attempts: 2 }],
  });
  expect(propertiesOf('aws_sagemaker_training_job.j', job)).toEqual({
    TrainingJobName: 'j',
    AlgorithmSpecification: { TrainingImage: 'i', MetricDefinitions: [{ Name: 'loss', Regex: '.*' }] },
    InputDataConfig: [
      { ChannelName: 'c', DataSource: { S3DataSource: { S3Uri: 's3://b', S3DataType: 'S3Prefix' } } },
    ],
    RetryStrategy: { MaximumRetryAttempts: 2 },
  });
  const model = tf('aws_bedrock_custom_model.m', {
    custom_model_name: 'm',
    validation_data_config: [{ validator: [{ s3_uri: 's3://b' }] }],
  });
  expect(propertiesOf('aws_bedrock_custom_model.m', model)).toEqual({
    ModelName: 'm',
    ValidationDataConfig: { Validators: [{ S3Uri: 's3://b' }] },
  });
});
