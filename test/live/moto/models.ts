import {
  BedrockClient,
  CreateModelCustomizationJobCommand,
  PutModelInvocationLoggingConfigurationCommand,
} from '@aws-sdk/client-bedrock';

import type { Place } from './place.ts';

interface Logging {
  readonly bucket: string;
  readonly group: string;
  readonly whole: boolean;
}

/** The log of model calls, and a model of the account's own. */
export async function makeModels(place: Place, { bucket, group, whole }: Logging): Promise<void> {
  const bedrock = new BedrockClient(place);
  await bedrock.send(
    new PutModelInvocationLoggingConfigurationCommand({
      loggingConfig: {
        s3Config: { bucketName: bucket, keyPrefix: 'invocations' },
        cloudWatchConfig: {
          logGroupName: group,
          roleArn: `arn:aws:iam::${place.account}:role/logging`,
          largeDataDeliveryS3Config: { bucketName: bucket },
        },
        textDataDeliveryEnabled: whole,
        imageDataDeliveryEnabled: whole,
        embeddingDataDeliveryEnabled: whole,
        videoDataDeliveryEnabled: whole,
      },
    }),
  );
  await bedrock.send(
    new CreateModelCustomizationJobCommand({
      jobName: 'tuning',
      customModelName: 'tuned',
      roleArn: `arn:aws:iam::${place.account}:role/agent-good`,
      baseModelIdentifier: `arn:aws:bedrock:${place.region}::foundation-model/amazon.nova-lite-v1:0`,
      trainingDataConfig: { s3Uri: 's3://other/train.jsonl' },
      outputDataConfig: { s3Uri: 's3://other/out' },
      hyperParameters: { epochCount: '1' },
      customModelTags: [{ key: 'owner', value: 'ai' }],
    }),
  );
}
