import {
  GetEvaluationJobCommand,
  GetModelCustomizationJobCommand,
  GetModelImportJobCommand,
  paginateListEvaluationJobs,
  paginateListModelCopyJobs,
  paginateListModelCustomizationJobs,
  paginateListModelImportJobs,
  paginateListModelInvocationJobs,
} from '@aws-sdk/client-bedrock';
import type { BedrockClient } from '@aws-sdk/client-bedrock';

import { each, named, resourcesOf } from '../service.ts';
import { recent } from './recent.ts';

const resource = resourcesOf<BedrockClient>();

const gone = named('ResourceNotFoundException');

/** A job's list gives it all but where it runs and with which key; batch jobs are given whole. */
export const bedrockJobs = [
  resource({
    kind: 'bedrock:model-customization-job',
    list: {
      read: (client, { started }) =>
        each(
          paginateListModelCustomizationJobs({ client }, { creationTimeAfter: recent(started) }),
          page => page.modelCustomizationJobSummaries,
        ),
    },
    id: ({ jobArn }) => jobArn ?? '',
    details: [
      {
        read: (client, { jobArn }) =>
          client.send(new GetModelCustomizationJobCommand({ jobIdentifier: jobArn })),
        absent: gone,
      },
    ],
    secrets: ['hyperParameters'],
  }),
  resource({
    kind: 'bedrock:model-import-job',
    list: {
      read: (client, { started }) =>
        each(
          paginateListModelImportJobs({ client }, { creationTimeAfter: recent(started) }),
          page => page.modelImportJobSummaries,
        ),
    },
    id: ({ jobArn }) => jobArn ?? '',
    details: [
      {
        read: (client, { jobArn }) => client.send(new GetModelImportJobCommand({ jobIdentifier: jobArn })),
        absent: gone,
      },
    ],
  }),
  resource({
    kind: 'bedrock:model-copy-job',
    list: {
      read: (client, { started }) =>
        each(
          paginateListModelCopyJobs({ client }, { creationTimeAfter: recent(started) }),
          page => page.modelCopyJobSummaries,
        ),
    },
    id: ({ jobArn }) => jobArn ?? '',
  }),
  resource({
    kind: 'bedrock:model-invocation-job',
    list: {
      read: (client, { started }) =>
        each(
          paginateListModelInvocationJobs({ client }, { submitTimeAfter: recent(started) }),
          page => page.invocationJobSummaries,
        ),
    },
    id: ({ jobArn }) => jobArn ?? '',
  }),
  resource({
    kind: 'bedrock:evaluation-job',
    list: {
      read: (client, { started }) =>
        each(
          paginateListEvaluationJobs({ client }, { creationTimeAfter: recent(started) }),
          page => page.jobSummaries,
        ),
    },
    id: ({ jobArn }) => jobArn ?? '',
    details: [
      {
        read: (client, { jobArn }) => client.send(new GetEvaluationJobCommand({ jobIdentifier: jobArn })),
        absent: gone,
      },
    ],
    secrets: ['evaluationConfig', 'inferenceConfig'],
  }),
];
