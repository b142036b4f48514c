import type { JsonObject } from '../../../model/observation.ts';
import type { ApiSpellings } from '../api-spelling.ts';
import { objectIn, objectOf, objectsIn, textsOf, without } from '../json.ts';

/** What watches an account: trails, logs, recorders, detectors, budgets. */
export const oversight: ApiSpellings = {
  'cloudtrail:trail': {
    type: 'AWS::CloudTrail::Trail',
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
  'logs:log-group': { type: 'AWS::Logs::LogGroup', unseen: ['FieldIndexPolicies', 'ResourcePolicyDocument'] },
  'logs:resource-policy': { type: 'AWS::Logs::ResourcePolicy' },
  'cloudwatch:alarm': { type: 'AWS::CloudWatch::Alarm' },
  'config:configuration-recorder': { type: 'AWS::Config::ConfigurationRecorder' },
  'config:configuration-recorder-status': { type: 'AWS::Config::ConfigurationRecorderStatus' },
  'config:delivery-channel': { type: 'AWS::Config::DeliveryChannel' },
  'guardduty:detector': {
    type: 'AWS::GuardDuty::Detector',
    reshape: data =>
      objectOf({
        ...without(data, 'Tags', 'DataSources'),
        Enable: data['Status'] === undefined ? undefined : data['Status'] === 'ENABLED',
        Tags: tagList(objectIn(data, 'Tags')),
      }),
    names: ['detectorId'],
  },
  'securityhub:hub': { type: 'AWS::SecurityHub::Hub', unseen: ['EnableDefaultStandards'] },
  'securityhub:standard': { type: 'AWS::SecurityHub::Standard', unseen: ['DisabledStandardsControls'] },
  'macie2:session': { type: 'AWS::Macie::Session' },
  'lambda:function': {
    type: 'AWS::Lambda::Function',
    // A layer is given with its size and keys; the type has its ARN.
    reshape: data => ({ ...without(data, 'Environment'), Layers: textsOf(objectsIn(data, 'Layers'), 'Arn') }),
    unseen: ['Code', 'Environment', 'ReservedConcurrentExecutions'],
  },
  'budgets:budget': {
    type: 'AWS::Budgets::Budget',
    reshape: data => ({
      Budget: without(data, 'notificationsForBudget'),
      NotificationsWithSubscribers: data['notificationsForBudget'] ?? [],
    }),
    parts: { notificationsForBudget: ['NotificationsWithSubscribers'] },
    names: ['BudgetName'],
  },
  'ce:anomaly-monitor': { type: 'AWS::CE::AnomalyMonitor' },
  'application-autoscaling:scalable-target': { type: 'AWS::ApplicationAutoScaling::ScalableTarget' },
  'service-quotas:bedrock': { type: 'AWS::ServiceQuotas::ServiceQuota' },
};

const tagList = (tags: JsonObject | undefined): readonly JsonObject[] | undefined =>
  tags && Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
