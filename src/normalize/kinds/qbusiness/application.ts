import type { Kind } from '../kind.ts';

export const qBusinessApplication: Kind = {
  type: 'AWS::QBusiness::Application',
  terraform: {
    aws_qbusiness_application: { rename: { iam_service_role_arn: 'RoleArn' } },
  },
  api: {
    'qbusiness:application': {
      names: ['applicationId'],
      unseen: ['IdentityCenterInstanceArn'],
    },
  },
};
