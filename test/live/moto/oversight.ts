import {
  CloudTrailClient,
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  ConfigServiceClient,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { CreateDetectorCommand, GuardDutyClient } from '@aws-sdk/client-guardduty';
import { EnableSecurityHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';

import type { Place } from './place.ts';

/** Trails, log groups, a recorder, a detector. */
export async function makeOversight(place: Place, key: string): Promise<void> {
  await makeTrails(place, key);
  await makeLogGroups(place, key);
  const config = new ConfigServiceClient(place);
  await config.send(
    new PutConfigurationRecorderCommand({
      ConfigurationRecorder: {
        name: 'default',
        roleARN: `arn:aws:iam::${place.account}:role/config`,
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      },
    }),
  );
  await config.send(
    new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: 'other' } }),
  );
  await config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
  await new GuardDutyClient(place).send(new CreateDetectorCommand({ Enable: true }));
  await new SecurityHubClient(place).send(new EnableSecurityHubCommand({ EnableDefaultStandards: false }));
}

async function makeTrails(place: Place, key: string): Promise<void> {
  const trails = new CloudTrailClient(place);
  await trails.send(
    new CreateTrailCommand({
      Name: 'trail-good',
      S3BucketName: 'logs-good',
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KmsKeyId: key,
      TagsList: [{ Key: 'owner', Value: 'security' }],
    }),
  );
  await trails.send(
    new PutEventSelectorsCommand({
      TrailName: 'trail-good',
      AdvancedEventSelectors: [
        { Name: 'management', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
      ],
    }),
  );
  await trails.send(new StartLoggingCommand({ Name: 'trail-good' }));
  await trails.send(new CreateTrailCommand({ Name: 'trail-weak', S3BucketName: 'logs-weak' }));
  await trails.send(
    new PutEventSelectorsCommand({
      TrailName: 'trail-weak',
      EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }],
    }),
  );
}

async function makeLogGroups(place: Place, kmsKeyId: string): Promise<void> {
  const logs = new CloudWatchLogsClient(place);
  await logs.send(new CreateLogGroupCommand({ logGroupName: 'group-kept', kmsKeyId }));
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: 'group-kept', retentionInDays: 400 }));
  await logs.send(new CreateLogGroupCommand({ logGroupName: 'group-dropped' }));
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: 'group-dropped', retentionInDays: 7 }));
  await logs.send(new CreateLogGroupCommand({ logGroupName: 'group-for-ever' }));
}
