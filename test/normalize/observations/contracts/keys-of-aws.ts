import type { JsonObject } from '../../../../src/model/observation.ts';
import { absent } from '../../../../src/model/value.ts';
import { account, arn, region, sideBySide, tagList } from './contract.ts';
import type { Answer, Contract } from './contract.ts';

/*
 * Keys that AWS keeps for its services, in an account where their aliases are in view: by their alias, by its ARN, and by
 * the ARN of the key, which the alias alone tells from one of the customer.
 */

const role = `arn:aws:iam::${account}:role/jobs`;
const sm = (rest: string): string => arn('sagemaker', rest);
const id = '99999999-2222-3333-4444-555555555555';

const aliases: readonly Answer[] = [
  {
    kind: 'kms:alias',
    id: arn('kms', 'alias/aws/sagemaker'),
    data: { AliasName: 'alias/aws/sagemaker', AliasArn: arn('kms', 'alias/aws/sagemaker'), TargetKeyId: id },
  },
  {
    kind: 'kms:alias',
    id: arn('kms', 'alias/team'),
    data: {
      AliasName: 'alias/team',
      AliasArn: arn('kms', 'alias/team'),
      TargetKeyId: '11111111-2222-3333-4444-555555555555',
    },
  },
];

const notebook = (name: string, KmsKeyId: string, fails: Contract['fails']): Contract => {
  const properties: JsonObject = {
    NotebookInstanceName: 'n',
    RoleArn: role,
    InstanceType: 'ml.t3.medium',
    DirectInternetAccess: 'Disabled',
    InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
    RootAccess: 'Disabled',
  };
  const isOfCustomer = fails.length === 0;
  return sideBySide(
    {
      name,
      type: 'AWS::SageMaker::NotebookInstance',
      kind: 'sagemaker:notebook-instance',
      id: sm('notebook-instance/n'),
    },
    // A template does not tell a key of AWS by its ARN.
    { ...properties, KmsKeyId: isOfCustomer ? KmsKeyId : absent, Tags: tagList },
    { ...properties, KmsKeyId, NotebookInstanceArn: sm('notebook-instance/n') },
    { around: { template: [], answers: aliases }, fails },
  );
};

const ofAws = ['sagemaker/notebook-customer-key'] as const;

export const keysOfAwsContracts: readonly Contract[] = [
  notebook('with an alias of the customer', 'alias/team', []),
  notebook('with an alias of the customer, by its ARN', arn('kms', 'alias/team'), []),
  notebook('with an alias of AWS', 'alias/aws/sagemaker', ofAws),
  notebook('with an alias of AWS, by its ARN', arn('kms', 'alias/aws/sagemaker'), ofAws),
  notebook('with a key of AWS, by its ARN', `arn:aws:kms:${region}:${account}:key/${id}`, ofAws),
  notebook('with a key of AWS, by its id', id, ofAws),
];
