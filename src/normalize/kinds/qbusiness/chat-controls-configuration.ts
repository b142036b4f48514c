import { isObject, objectOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const chatControlsConfiguration: Kind = {
  type: 'AWS::QBusiness::ChatControlsConfiguration',
  api: {
    'qbusiness:application': {
      within: 'chatControlsConfiguration',
      of: (answer, { data }) =>
        objectOf({ ...(isObject(answer) ? answer : {}), ApplicationId: data['applicationId'] }),
    },
  },
};
