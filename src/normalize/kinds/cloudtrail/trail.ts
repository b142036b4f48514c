import { objectIn, objectOf, without } from '../../observations/json.ts';
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
  api: {
    'cloudtrail:trail': {
      rename: {
        Name: 'TrailName',
        LogFileValidationEnabled: 'EnableLogFileValidation',
        trailStatus: 'IsLogging',
      },
      reshape: data => {
        const selectors = objectIn(data, 'eventSelectors') ?? {};
        return objectOf({
          ...without(data, 'eventSelectors'),
          EventSelectors: selectors['basic'],
          AdvancedEventSelectors: selectors['advanced'],
        });
      },
      parts: { eventSelectors: ['EventSelectors', 'AdvancedEventSelectors'] },
      unseen: ['InsightSelectors'],
    },
  },
};
