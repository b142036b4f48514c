import type { Kind } from '../kind.ts';

export const configurationRecorderStatus: Kind = {
  type: 'AWS::Config::ConfigurationRecorderStatus',
  terraform: { aws_config_configuration_recorder_status: { rename: { is_enabled: 'Recording' } } },
  api: {
    'config:configuration-recorder-status': {},
  },
};
