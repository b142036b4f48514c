import type { Kind } from '../kind.ts';

export const trail: Kind = {
  type: 'AWS::CloudTrail::Trail',
  terraform: {
    aws_cloudtrail: {
      rename: {
        cloud_watch_logs_group_arn: 'CloudWatchLogsLogGroupArn',
        enable_logging: 'IsLogging',
        name: 'TrailName',
      },
      defaults: { enable_logging: true, include_global_service_events: true },
    },
  },
};
