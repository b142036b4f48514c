import type { Kind } from '../kind.ts';

export const configurationRecorder: Kind = {
  type: 'AWS::Config::ConfigurationRecorder',
  terraform: {
    aws_config_configuration_recorder: { defaults: { 'recording_group.all_supported': true } },
  },
  api: {
    'config:configuration-recorder': {},
  },
};
