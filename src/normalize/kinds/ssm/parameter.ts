import type { Kind } from '../kind.ts';

export const parameter: Kind = {
  type: 'AWS::SSM::Parameter',
  terraform: {
    aws_ssm_parameter: {},
  },
};
