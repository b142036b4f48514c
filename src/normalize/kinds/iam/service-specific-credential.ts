import type { Kind } from '../kind.ts';

export const serviceSpecificCredential: Kind = {
  type: 'AWS::IAM::ServiceSpecificCredential',
  terraform: { aws_iam_service_specific_credential: { defaults: { status: 'Active' } } },
  api: {
    'iam:service-specific-credential': {
      unseen: ['CredentialAgeDays'],
      names: ['ServiceSpecificCredentialId'],
    },
  },
};
