import type { Kind } from '../kind.ts';

export const webExperience: Kind = {
  type: 'AWS::QBusiness::WebExperience',
  api: {
    'qbusiness:web-experience': { names: ['webExperienceId'] },
  },
};
