import {
  DescribeDataQualityJobDefinitionCommand,
  DescribeModelBiasJobDefinitionCommand,
  DescribeModelExplainabilityJobDefinitionCommand,
  DescribeModelQualityJobDefinitionCommand,
  DescribeMonitoringScheduleCommand,
  paginateListDataQualityJobDefinitions,
  paginateListModelBiasJobDefinitions,
  paginateListModelExplainabilityJobDefinitions,
  paginateListModelQualityJobDefinitions,
  paginateListMonitoringSchedules,
} from '@aws-sdk/client-sagemaker';

import { each } from '../service.ts';
import { sagemakerKind } from './sagemaker-kind.ts';

/** Jobs that watch endpoints: what each run does, and when. */
export const sagemakerMonitoring = [
  sagemakerKind({
    kind: 'sagemaker:data-quality-job-definition',
    list: client =>
      each(paginateListDataQualityJobDefinitions({ client }, {}), page => page.JobDefinitionSummaries),
    arn: ({ MonitoringJobDefinitionArn }) => MonitoringJobDefinitionArn,
    describe: (client, { MonitoringJobDefinitionName: JobDefinitionName }) =>
      client.send(new DescribeDataQualityJobDefinitionCommand({ JobDefinitionName })),
    secrets: ['DataQualityAppSpecification.Environment', 'DataQualityAppSpecification.ContainerArguments'],
  }),
  sagemakerKind({
    kind: 'sagemaker:model-bias-job-definition',
    list: client =>
      each(paginateListModelBiasJobDefinitions({ client }, {}), page => page.JobDefinitionSummaries),
    arn: ({ MonitoringJobDefinitionArn }) => MonitoringJobDefinitionArn,
    describe: (client, { MonitoringJobDefinitionName: JobDefinitionName }) =>
      client.send(new DescribeModelBiasJobDefinitionCommand({ JobDefinitionName })),
    secrets: ['ModelBiasAppSpecification.Environment'],
  }),
  sagemakerKind({
    kind: 'sagemaker:model-explainability-job-definition',
    list: client =>
      each(
        paginateListModelExplainabilityJobDefinitions({ client }, {}),
        page => page.JobDefinitionSummaries,
      ),
    arn: ({ MonitoringJobDefinitionArn }) => MonitoringJobDefinitionArn,
    describe: (client, { MonitoringJobDefinitionName: JobDefinitionName }) =>
      client.send(new DescribeModelExplainabilityJobDefinitionCommand({ JobDefinitionName })),
    secrets: ['ModelExplainabilityAppSpecification.Environment'],
  }),
  sagemakerKind({
    kind: 'sagemaker:model-quality-job-definition',
    list: client =>
      each(paginateListModelQualityJobDefinitions({ client }, {}), page => page.JobDefinitionSummaries),
    arn: ({ MonitoringJobDefinitionArn }) => MonitoringJobDefinitionArn,
    describe: (client, { MonitoringJobDefinitionName: JobDefinitionName }) =>
      client.send(new DescribeModelQualityJobDefinitionCommand({ JobDefinitionName })),
    secrets: ['ModelQualityAppSpecification.Environment', 'ModelQualityAppSpecification.ContainerArguments'],
  }),
  sagemakerKind({
    kind: 'sagemaker:monitoring-schedule',
    list: client =>
      each(paginateListMonitoringSchedules({ client }, {}), page => page.MonitoringScheduleSummaries),
    arn: ({ MonitoringScheduleArn }) => MonitoringScheduleArn,
    describe: (client, { MonitoringScheduleName }) =>
      client.send(new DescribeMonitoringScheduleCommand({ MonitoringScheduleName })),
    secrets: ['MonitoringScheduleConfig.MonitoringJobDefinition.Environment'],
  }),
];
