import { paginateListSecrets, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<SecretsManagerClient>();

/** What is known of secrets; never what they hold. */
const secrets = resource({
  kind: 'secretsmanager:secret',
  list: { read: client => each(paginateListSecrets({ client }, {}), page => page.SecretList) },
  id: ({ ARN }) => ARN ?? '',
  tagsOf: ({ Tags }) => Tags ?? [],
  secrets: ['SecretVersionsToStages'],
});

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html */
export const secretsManager = service({
  name: 'secretsmanager',
  scope: 'regional',
  client: settings => new SecretsManagerClient(settings),
  actions: { ListSecrets: 'secretsmanager:ListSecrets' },
  resources: [secrets],
});
