import {
  DescribeProcessingJobCommand,
  DescribeTrainingJobCommand,
  DescribeTransformJobCommand,
  paginateListProcessingJobs,
  paginateListTrainingJobs,
  paginateListTransformJobs,
} from '@aws-sdk/client-sagemaker';

import { each } from '../service.ts';
import { recent } from './recent.ts';
import { sagemakerKind } from './sagemaker-kind.ts';

export const sagemakerJobs = [
  sagemakerKind({
    kind: 'sagemaker:training-job',
    list: (client, { started }) =>
      each(
        paginateListTrainingJobs({ client }, { CreationTimeAfter: recent(started) }),
        page => page.TrainingJobSummaries,
      ),
    arn: ({ TrainingJobArn }) => TrainingJobArn,
    describe: (client, { TrainingJobName }) =>
      client.send(new DescribeTrainingJobCommand({ TrainingJobName })),
    secrets: ['Environment', 'HyperParameters', 'SecondaryStatusTransitions', 'FinalMetricDataList'],
  }),
  sagemakerKind({
    kind: 'sagemaker:processing-job',
    list: (client, { started }) =>
      each(
        paginateListProcessingJobs({ client }, { CreationTimeAfter: recent(started) }),
        page => page.ProcessingJobSummaries,
      ),
    arn: ({ ProcessingJobArn }) => ProcessingJobArn,
    describe: (client, { ProcessingJobName }) =>
      client.send(new DescribeProcessingJobCommand({ ProcessingJobName })),
    secrets: ['Environment', 'ExitMessage', 'AppSpecification.ContainerArguments'],
  }),
  sagemakerKind({
    kind: 'sagemaker:transform-job',
    list: (client, { started }) =>
      each(
        paginateListTransformJobs({ client }, { CreationTimeAfter: recent(started) }),
        page => page.TransformJobSummaries,
      ),
    arn: ({ TransformJobArn }) => TransformJobArn,
    describe: (client, { TransformJobName }) =>
      client.send(new DescribeTransformJobCommand({ TransformJobName })),
    secrets: ['Environment'],
  }),
];
