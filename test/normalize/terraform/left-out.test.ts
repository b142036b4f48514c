import { expect, test } from 'vitest';

import { absent } from '../../../src/model/value.ts';
import { lost, openList } from '../build.ts';
import type { dict } from '../build.ts';
import { propertiesOf, tf } from './build.ts';

type Written = Parameters<typeof dict>[0];

test.each<readonly [string, string, Written, object]>([
  [
    'an empty item of a list, which is an item all the same',
    'aws_sagemaker_notebook_instance.n',
    { name: 'n', security_groups: [''] },
    { NotebookInstanceName: 'n', SecurityGroupIds: [''] },
  ],
  [
    'the VPC of the job that makes a model',
    'aws_bedrock_custom_model.m',
    { custom_model_name: 'm', job_name: 'j', vpc_config: [{ security_group_ids: ['g'], subnet_ids: ['s'] }] },
    { ModelName: 'm', VpcConfig: { SecurityGroupIds: ['g'], SubnetIds: ['s'] } },
  ],
  [
    'capture that nobody turns on',
    'aws_sagemaker_endpoint_configuration.c',
    { name: 'c', data_capture_config: [{ destination_s3_uri: 's3://b' }] },
    { EndpointConfigName: 'c', DataCaptureConfig: { DestinationS3Uri: 's3://b', EnableCapture: false } },
  ],
  [
    'a block that is not there beside others that may be',
    'aws_sagemaker_endpoint_configuration.c',
    { name: 'c', data_capture_config: openList([absent], lost) },
    { EndpointConfigName: 'c', DataCaptureConfig: '?' },
  ],
])('%s', (_, name, written, expected) => {
  expect(propertiesOf(name, tf(name, written))).toEqual(expected);
});
