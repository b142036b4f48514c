import type { ApiSpellings } from '../api-spelling.ts';
import { isObject, objectOf } from '../json.ts';

export const qbusiness: ApiSpellings = {
  'qbusiness:application': {
    type: 'AWS::QBusiness::Application',
    names: ['applicationId'],
    unseen: ['IdentityCenterInstanceArn'],
    further: {
      chatControlsConfiguration: {
        type: 'AWS::QBusiness::ChatControlsConfiguration',
        of: (answer, { data }) =>
          objectOf({ ...(isObject(answer) ? answer : {}), ApplicationId: data['applicationId'] }),
      },
    },
  },
  'qbusiness:index': { type: 'AWS::QBusiness::Index', names: ['indexId'] },
  'qbusiness:data-source': {
    type: 'AWS::QBusiness::DataSource',
    names: ['dataSourceId'],
    unseen: ['Configuration'],
  },
  'qbusiness:plugin': { type: 'AWS::QBusiness::Plugin', names: ['pluginId'] },
  'qbusiness:retriever': { type: 'AWS::QBusiness::Retriever', names: ['retrieverId'] },
  'qbusiness:web-experience': { type: 'AWS::QBusiness::WebExperience', names: ['webExperienceId'] },
};
