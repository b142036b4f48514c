import type { ApiSpellings } from '../api-spelling.ts';

export const sagemaker: ApiSpellings = {
  'sagemaker:model': { type: 'AWS::SageMaker::Model' },
  'sagemaker:endpoint-config': { type: 'AWS::SageMaker::EndpointConfig' },
  'sagemaker:endpoint': {
    type: 'AWS::SageMaker::Endpoint',
    rename: { LastDeploymentConfig: 'DeploymentConfig' },
  },
  'sagemaker:inference-component': {
    type: 'AWS::SageMaker::InferenceComponent',
    rename: {
      'Specification.Container.DeployedImage': 'Image',
      'Specification.Container.DeployedImage.SpecifiedImage': 'Image',
      'Specifications.Container.DeployedImage.SpecifiedImage': 'Image',
      'RuntimeConfig.DesiredCopyCount': 'CopyCount',
      LastDeploymentConfig: 'DeploymentConfig',
    },
    lift: ['Specification.Container.DeployedImage', 'Specifications.Container.DeployedImage'],
  },
  'sagemaker:notebook-instance': {
    type: 'AWS::SageMaker::NotebookInstance',
    rename: {
      SecurityGroups: 'SecurityGroupIds',
      NotebookInstanceLifecycleConfigName: 'LifecycleConfigName',
    },
  },
  'sagemaker:domain': { type: 'AWS::SageMaker::Domain', names: ['DomainId'] },
  'sagemaker:feature-group': { type: 'AWS::SageMaker::FeatureGroup' },
  'sagemaker:cluster': {
    type: 'AWS::SageMaker::Cluster',
    rename: {
      'InstanceGroups.TargetCount': 'InstanceCount',
      'InstanceGroups.MinCount': 'MinInstanceCount',
      'InstanceGroups.DesiredImageId': 'ImageId',
      'RestrictedInstanceGroups.TargetCount': 'InstanceCount',
    },
  },
  'sagemaker:user-profile': { type: 'AWS::SageMaker::UserProfile' },
  'sagemaker:space': { type: 'AWS::SageMaker::Space' },
  'sagemaker:app': { type: 'AWS::SageMaker::App' },
  'sagemaker:model-package-group': { type: 'AWS::SageMaker::ModelPackageGroup' },
  'sagemaker:model-package': { type: 'AWS::SageMaker::ModelPackage', unseen: ['ModelCard'] },
  'sagemaker:hub': { type: 'AWS::SageMaker::Hub' },
  'sagemaker:training-job': {
    type: 'AWS::SageMaker::TrainingJob',
    unseen: ['Environment', 'HyperParameters'],
  },
  'sagemaker:processing-job': { type: 'AWS::SageMaker::ProcessingJob', unseen: ['Environment'] },
  'sagemaker:transform-job': { type: 'AWS::SageMaker::TransformJob', unseen: ['Environment'] },
  'sagemaker:data-quality-job-definition': { type: 'AWS::SageMaker::DataQualityJobDefinition' },
  'sagemaker:model-bias-job-definition': { type: 'AWS::SageMaker::ModelBiasJobDefinition' },
  'sagemaker:model-explainability-job-definition': {
    type: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
  },
  'sagemaker:model-quality-job-definition': { type: 'AWS::SageMaker::ModelQualityJobDefinition' },
  'sagemaker:monitoring-schedule': { type: 'AWS::SageMaker::MonitoringSchedule' },
};
