import {
  CreateDomainCommand,
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
  CreateTrainingJobCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { ProductionVariantInstanceType } from '@aws-sdk/client-sagemaker';

import type { Network } from './network.ts';
import type { Place } from './place.ts';

const Tags = [{ Key: 'owner', Value: 'ai' }];

interface Setting {
  readonly network: Network;
  readonly key: string;
  readonly role: string;
  readonly image: string;
}

/** Notebooks, models, endpoints and domains, with the network and keys of their own and without. */
export async function makeTraining(place: Place, network: Network, key: string): Promise<void> {
  const sagemaker = new SageMakerClient(place);
  const setting = {
    network,
    key,
    role: `arn:aws:iam::${place.account}:role/sagemaker`,
    image: `683313688378.dkr.ecr.${place.region}.amazonaws.com/huggingface:1`,
  };
  await makeNotebooks(sagemaker, setting);
  await makeEndpoints(sagemaker, setting);
  await makeDomains(sagemaker, setting);
  await sagemaker.send(
    new CreateTrainingJobCommand({
      TrainingJobName: 'training',
      RoleArn: setting.role,
      AlgorithmSpecification: { TrainingInputMode: 'File', TrainingImage: setting.image },
      OutputDataConfig: { S3OutputPath: 's3://other/models' },
      ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      Tags,
    }),
  );
}

async function makeNotebooks(sagemaker: SageMakerClient, { network, key, role }: Setting): Promise<void> {
  const both = { InstanceType: 'ml.t3.medium' as const, RoleArn: role };
  await sagemaker.send(
    new CreateNotebookInstanceCommand({
      ...both,
      NotebookInstanceName: 'notebook-good',
      SubnetId: network.subnet,
      SecurityGroupIds: [network.group],
      DirectInternetAccess: 'Disabled',
      RootAccess: 'Disabled',
      InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
      KmsKeyId: key,
      Tags,
    }),
  );
  await sagemaker.send(new CreateNotebookInstanceCommand({ ...both, NotebookInstanceName: 'notebook-open' }));
}

async function makeEndpoints(sagemaker: SageMakerClient, setting: Setting): Promise<void> {
  const { network, key, role: ExecutionRoleArn, image } = setting;
  const PrimaryContainer = { Image: image, Environment: { HF_TOKEN: 'must-not-be-kept' } };
  const VpcConfig = { Subnets: [network.subnet], SecurityGroupIds: [network.group] };
  const plain = { ExecutionRoleArn, PrimaryContainer };
  const isolated = { ...plain, VpcConfig, EnableNetworkIsolation: true };
  await sagemaker.send(new CreateModelCommand({ ...isolated, ModelName: 'model-inside' }));
  await sagemaker.send(new CreateModelCommand({ ...plain, ModelName: 'model-outside' }));
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: 'config-good',
      ProductionVariants: [variantOf('model-inside', 'ml.inf1.xlarge')],
      KmsKeyId: key,
    }),
  );
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: 'config-plain',
      ProductionVariants: [variantOf('model-outside', 'ml.m5.large')],
    }),
  );
  await sagemaker.send(
    new CreateEndpointCommand({ EndpointName: 'endpoint', EndpointConfigName: 'config-good', Tags }),
  );
}

const variantOf = (ModelName: string, InstanceType: ProductionVariantInstanceType) => ({
  VariantName: 'all',
  ModelName,
  InstanceType,
  InitialInstanceCount: 1,
  InitialVariantWeight: 1,
});

async function makeDomains(sagemaker: SageMakerClient, { network, key, role }: Setting): Promise<void> {
  const both = {
    AuthMode: 'IAM' as const,
    DefaultUserSettings: { ExecutionRole: role },
    VpcId: network.vpc,
    SubnetIds: [network.subnet],
  };
  await sagemaker.send(
    new CreateDomainCommand({
      ...both,
      DomainName: 'domain-inside',
      AppNetworkAccessType: 'VpcOnly',
      KmsKeyId: key,
      Tags,
    }),
  );
  await sagemaker.send(new CreateDomainCommand({ ...both, DomainName: 'domain-outside' }));
}
