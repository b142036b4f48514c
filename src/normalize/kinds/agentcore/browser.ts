import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';
import { certificates } from './certificates.ts';

export const browser: Kind = {
  type: 'AWS::BedrockAgentCore::BrowserCustom',
  terraform: {
    aws_bedrockagentcore_browser: {
      rename: {
        'certificate.location': 'CertificateLocation',
        'certificate.location.secrets_manager': '',
        'enterprise_policy.location.s3': '',
        recording: 'RecordingConfig',
      },
      leftOut: {
        'enterprise_policy.location.s3.version_id': noProperty,
      },
    },
  },
  api: {
    'bedrock-agentcore:browser': {
      rename: { ...certificates.rename, recording: 'RecordingConfig' },
      lift: certificates.lift,
      names: ['browserId'],
    },
  },
};
