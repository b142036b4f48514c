import {
  DescribeClusterCommand,
  DescribeDomainCommand,
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeFeatureGroupCommand,
  DescribeInferenceComponentCommand,
  DescribeModelCommand,
  DescribeNotebookInstanceCommand,
  paginateListClusters,
  paginateListDomains,
  paginateListEndpointConfigs,
  paginateListEndpoints,
  paginateListFeatureGroups,
  paginateListInferenceComponents,
  paginateListModels,
  paginateListNotebookInstances,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';

import { each, service } from '../service.ts';
import { sagemakerJobs } from './sagemaker-jobs.ts';
import { sagemakerKind } from './sagemaker-kind.ts';
import { sagemakerMonitoring } from './sagemaker-monitoring.ts';
import { sagemakerStudio } from './sagemaker-studio.ts';

const serving = [
  sagemakerKind({
    kind: 'sagemaker:model',
    list: client => each(paginateListModels({ client }, {}), page => page.Models),
    arn: ({ ModelArn }) => ModelArn,
    describe: (client, { ModelName }) => client.send(new DescribeModelCommand({ ModelName })),
    secrets: ['PrimaryContainer.Environment', 'Containers.*.Environment'],
  }),
  sagemakerKind({
    kind: 'sagemaker:endpoint-config',
    list: client => each(paginateListEndpointConfigs({ client }, {}), page => page.EndpointConfigs),
    arn: ({ EndpointConfigArn }) => EndpointConfigArn,
    describe: (client, { EndpointConfigName }) =>
      client.send(new DescribeEndpointConfigCommand({ EndpointConfigName })),
  }),
  sagemakerKind({
    kind: 'sagemaker:endpoint',
    list: client => each(paginateListEndpoints({ client }, {}), page => page.Endpoints),
    arn: ({ EndpointArn }) => EndpointArn,
    describe: (client, { EndpointName }) => client.send(new DescribeEndpointCommand({ EndpointName })),
  }),
  sagemakerKind({
    kind: 'sagemaker:inference-component',
    list: client => each(paginateListInferenceComponents({ client }, {}), page => page.InferenceComponents),
    arn: ({ InferenceComponentArn }) => InferenceComponentArn,
    describe: (client, { InferenceComponentName }) =>
      client.send(new DescribeInferenceComponentCommand({ InferenceComponentName })),
    secrets: ['Specification.Container.Environment', 'Specifications.*.Container.Environment'],
  }),
];

const building = [
  sagemakerKind({
    kind: 'sagemaker:notebook-instance',
    list: client => each(paginateListNotebookInstances({ client }, {}), page => page.NotebookInstances),
    arn: ({ NotebookInstanceArn }) => NotebookInstanceArn,
    describe: (client, { NotebookInstanceName }) =>
      client.send(new DescribeNotebookInstanceCommand({ NotebookInstanceName })),
  }),
  sagemakerKind({
    kind: 'sagemaker:domain',
    list: client => each(paginateListDomains({ client }, {}), page => page.Domains),
    arn: ({ DomainArn }) => DomainArn,
    describe: (client, { DomainId }) => client.send(new DescribeDomainCommand({ DomainId })),
  }),
  sagemakerKind({
    kind: 'sagemaker:feature-group',
    list: client => each(paginateListFeatureGroups({ client }, {}), page => page.FeatureGroupSummaries),
    arn: ({ FeatureGroupArn }) => FeatureGroupArn,
    describe: (client, { FeatureGroupName }) =>
      client.send(new DescribeFeatureGroupCommand({ FeatureGroupName })),
  }),
  sagemakerKind({
    kind: 'sagemaker:cluster',
    list: client => each(paginateListClusters({ client }, {}), page => page.ClusterSummaries),
    arn: ({ ClusterArn }) => ClusterArn,
    describe: (client, { ClusterArn: ClusterName }) =>
      client.send(new DescribeClusterCommand({ ClusterName })),
  }),
];

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations_Amazon_SageMaker_Service.html */
export const sagemaker = service({
  name: 'sagemaker',
  scope: 'regional',
  client: settings => new SageMakerClient(settings),
  actions: {
    DescribeApp: 'sagemaker:DescribeApp',
    DescribeCluster: 'sagemaker:DescribeCluster',
    DescribeDataQualityJobDefinition: 'sagemaker:DescribeDataQualityJobDefinition',
    DescribeDomain: 'sagemaker:DescribeDomain',
    DescribeEndpoint: 'sagemaker:DescribeEndpoint',
    DescribeEndpointConfig: 'sagemaker:DescribeEndpointConfig',
    DescribeFeatureGroup: 'sagemaker:DescribeFeatureGroup',
    DescribeHub: 'sagemaker:DescribeHub',
    DescribeInferenceComponent: 'sagemaker:DescribeInferenceComponent',
    DescribeModel: 'sagemaker:DescribeModel',
    DescribeModelBiasJobDefinition: 'sagemaker:DescribeModelBiasJobDefinition',
    DescribeModelExplainabilityJobDefinition: 'sagemaker:DescribeModelExplainabilityJobDefinition',
    DescribeModelPackage: 'sagemaker:DescribeModelPackage',
    DescribeModelPackageGroup: 'sagemaker:DescribeModelPackageGroup',
    DescribeModelQualityJobDefinition: 'sagemaker:DescribeModelQualityJobDefinition',
    DescribeMonitoringSchedule: 'sagemaker:DescribeMonitoringSchedule',
    DescribeNotebookInstance: 'sagemaker:DescribeNotebookInstance',
    DescribeProcessingJob: 'sagemaker:DescribeProcessingJob',
    DescribeSpace: 'sagemaker:DescribeSpace',
    DescribeTrainingJob: 'sagemaker:DescribeTrainingJob',
    DescribeTransformJob: 'sagemaker:DescribeTransformJob',
    DescribeUserProfile: 'sagemaker:DescribeUserProfile',
    GetModelPackageGroupPolicy: 'sagemaker:GetModelPackageGroupPolicy',
    ListApps: 'sagemaker:ListApps',
    ListClusters: 'sagemaker:ListClusters',
    ListDataQualityJobDefinitions: 'sagemaker:ListDataQualityJobDefinitions',
    ListDomains: 'sagemaker:ListDomains',
    ListEndpointConfigs: 'sagemaker:ListEndpointConfigs',
    ListEndpoints: 'sagemaker:ListEndpoints',
    ListFeatureGroups: 'sagemaker:ListFeatureGroups',
    ListHubs: 'sagemaker:ListHubs',
    ListInferenceComponents: 'sagemaker:ListInferenceComponents',
    ListModelBiasJobDefinitions: 'sagemaker:ListModelBiasJobDefinitions',
    ListModelExplainabilityJobDefinitions: 'sagemaker:ListModelExplainabilityJobDefinitions',
    ListModelPackageGroups: 'sagemaker:ListModelPackageGroups',
    ListModelPackages: 'sagemaker:ListModelPackages',
    ListModelQualityJobDefinitions: 'sagemaker:ListModelQualityJobDefinitions',
    ListModels: 'sagemaker:ListModels',
    ListMonitoringSchedules: 'sagemaker:ListMonitoringSchedules',
    ListNotebookInstances: 'sagemaker:ListNotebookInstances',
    ListProcessingJobs: 'sagemaker:ListProcessingJobs',
    ListSpaces: 'sagemaker:ListSpaces',
    ListTags: 'sagemaker:ListTags',
    ListTrainingJobs: 'sagemaker:ListTrainingJobs',
    ListTransformJobs: 'sagemaker:ListTransformJobs',
    ListUserProfiles: 'sagemaker:ListUserProfiles',
  },
  resources: [...serving, ...building, ...sagemakerStudio, ...sagemakerJobs, ...sagemakerMonitoring],
});
