import type { JsonObject } from '../../../model/observation.ts';
import { objectIn, objectOf, without } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

const volumes = 'datasources.malware_protection.scan_ec2_instance_with_findings.ebs_volumes';

export const detector: Kind = {
  type: 'AWS::GuardDuty::Detector',
  terraform: {
    aws_guardduty_detector: {
      rename: { datasources: 'DataSources', [volumes]: '', [`${volumes}.enable`]: 'EbsVolumes' },
      defaults: { enable: true },
    },
    aws_guardduty_detector_feature: { part: { of: 'detector_id', within: 'Features[]' } },
  },
  api: {
    'guardduty:detector': {
      reshape: data =>
        objectOf({
          ...without(data, 'Tags', 'DataSources'),
          Enable: data['Status'] === undefined ? undefined : data['Status'] === 'ENABLED',
          Tags: tagList(objectIn(data, 'Tags')),
        }),
      names: ['detectorId'],
    },
  },
};

const tagList = (tags: JsonObject | undefined): readonly JsonObject[] | undefined =>
  tags && Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
