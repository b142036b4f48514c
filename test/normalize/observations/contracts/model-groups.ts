import type { JsonObject } from '../../../../src/model/observation.ts';
import { account, arn } from './contract.ts';
import type { Contract } from './contract.ts';

const groupArn = arn('sagemaker', 'model-package-group/chat');
const shared = (name: string, statement: JsonObject, fails: Contract['fails']): Contract => {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Resource: groupArn, ...statement }],
  };
  return {
    name,
    template: {
      type: 'AWS::SageMaker::ModelPackageGroup',
      properties: { ModelPackageGroupName: 'chat', ModelPackageGroupPolicy: policy },
    },
    answer: {
      kind: 'sagemaker:model-package-group',
      id: groupArn,
      data: {
        ModelPackageGroupName: 'chat',
        ModelPackageGroupArn: groupArn,
        ModelPackageGroupStatus: 'Completed',
        CreationTime: '2026-01-01T00:00:00.000Z',
        modelPackageGroupPolicy: JSON.stringify(policy),
      },
    },
    fails,
  };
};

export const modelGroupContracts: readonly Contract[] = [
  shared(
    'for the organisation',
    {
      Principal: { AWS: '*' },
      Action: 'sagemaker:DescribeModelPackage',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    },
    [],
  ),
  shared(
    'for a role of the account',
    { Principal: { AWS: [`arn:aws:iam::${account}:role/app`] }, Action: ['sagemaker:DescribeModelPackage'] },
    [],
  ),
  shared(
    'for another account',
    { Principal: { AWS: 'arn:aws:iam::999999999999:root' }, Action: 'sagemaker:DescribeModelPackage' },
    ['sagemaker/model-group-closed'],
  ),
  {
    ...shared(
      'for any branch of any organisation',
      {
        Principal: '*',
        Action: 'sagemaker:DescribeModelPackage',
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-*/r-*/*'] } },
      },
      ['sagemaker/model-group-closed'],
    ),
    parameters: { organisationId: '' },
  },
];
