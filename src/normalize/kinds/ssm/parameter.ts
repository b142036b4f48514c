import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const parameter: Kind = {
  type: 'AWS::SSM::Parameter',
  terraform: {
    aws_ssm_parameter: {
      leftOut: {
        arn: 'made by AWS',
        insecure_value: 'the value, shown in plans',
        key_id: noProperty,
        overwrite: ofProvider,
        value_wo: 'the value, not kept in the state',
        value_wo_version: ofProvider,
      },
    },
  },
  api: {
    'ssm:parameter': { unseen: ['Value'] },
  },
};
