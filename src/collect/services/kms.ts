import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListResourceTagsCommand,
  paginateListAliases,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import type { KeyListEntry } from '@aws-sdk/client-kms';

import { all, each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<KMSClient>();

const keys = resource({
  kind: 'kms:key',
  list: { read: ownKeys },
  id: ({ KeyArn }) => KeyArn ?? '',
  details: [
    {
      read: async (client, { KeyId }) => (await client.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata,
      absent: named('NotFoundException'),
    },
    {
      // Every key has one: that it is not found is no answer.
      into: 'keyPolicy',
      read: async (client, { KeyId }) =>
        (await client.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy,
    },
    {
      into: 'keyRotationStatus',
      read: async (client, { KeyId }) => {
        const status = await client.send(new GetKeyRotationStatusCommand({ KeyId }));
        return { enabled: status.KeyRotationEnabled, days: status.RotationPeriodInDays };
      },
      // Keys that cannot rotate, and keys that are being deleted.
      absent: named('UnsupportedOperationException', 'KMSInvalidStateException', 'NotFoundException'),
    },
  ],
  tags: {
    read: async (client, { KeyId }) => (await client.send(new ListResourceTagsCommand({ KeyId }))).Tags,
  },
});

/** Keys that AWS keeps for its services are told by their aliases; four calls about each of them say nothing of the account. */
async function* ownKeys(client: KMSClient): AsyncGenerator<KeyListEntry, void> {
  const aliases = await all(paginateListAliases({ client }, {}), page => page.Aliases).catch(() => []);
  const ofAws = new Set(
    aliases.flatMap(({ AliasName = '', TargetKeyId }) =>
      AliasName.startsWith('alias/aws/') ? [TargetKeyId] : [],
    ),
  );
  for await (const key of each(paginateListKeys({ client }, {}), page => page.Keys))
    if (!ofAws.has(key.KeyId)) yield key;
}

const aliases = resource({
  kind: 'kms:alias',
  list: { read: client => each(paginateListAliases({ client }, {}), page => page.Aliases) },
  // Of an alias without a key AWS has made the name alone.
  skip: ({ TargetKeyId }) => TargetKeyId === undefined,
  id: ({ AliasArn }) => AliasArn ?? '',
});

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html */
export const kms = service({
  name: 'kms',
  scope: 'regional',
  client: settings => new KMSClient(settings),
  actions: {
    DescribeKey: 'kms:DescribeKey',
    GetKeyPolicy: 'kms:GetKeyPolicy',
    GetKeyRotationStatus: 'kms:GetKeyRotationStatus',
    ListAliases: 'kms:ListAliases',
    ListKeys: 'kms:ListKeys',
    ListResourceTags: 'kms:ListResourceTags',
  },
  resources: [keys, aliases],
});
