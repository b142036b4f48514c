import {
  CreateCollectionCommand,
  CreateSecurityPolicyCommand,
  OpenSearchServerlessClient,
} from '@aws-sdk/client-opensearchserverless';
import { CreateDBClusterCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateVectorBucketCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';

import type { Place } from './place.ts';

/** Stores of vectors, with keys of the account and without. */
export async function makeVectors(place: Place, key: string): Promise<void> {
  await makeCollections(new OpenSearchServerlessClient(place), key);
  const vectors = new S3VectorsClient(place);
  await vectors.send(
    new CreateVectorBucketCommand({
      vectorBucketName: 'vectors-good',
      encryptionConfiguration: { sseType: 'aws:kms', kmsKeyArn: key },
      tags: { owner: 'ai' },
    }),
  );
  await vectors.send(new CreateVectorBucketCommand({ vectorBucketName: 'vectors-plain' }));
  const rds = new RDSClient(place);
  await rds.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: 'vectors',
      Engine: 'aurora-postgresql',
      MasterUsername: 'admin1',
      ManageMasterUserPassword: true,
      StorageEncrypted: true,
      KmsKeyId: key,
    }),
  );
}

/** Moto knows no key of AWS's own here, and no list of rules while a collection is made. */
async function makeCollections(serverless: OpenSearchServerlessClient, key: string): Promise<void> {
  const policy = (name: string, type: 'encryption' | 'network', body: object) =>
    serverless.send(new CreateSecurityPolicyCommand({ name, type, policy: JSON.stringify(body) }));
  const collection = async (name: string): Promise<void> => {
    await policy(name, 'encryption', { ...rules(name), AWSOwnedKey: false, KmsARN: key });
    const tags = [{ key: 'owner', value: 'ai' }];
    await serverless.send(new CreateCollectionCommand({ name, type: 'VECTORSEARCH', tags }));
  };
  await collection('collection-private');
  await collection('collection-public');
  const sources = { AllowFromPublic: false, SourceVPCEs: ['vpce-1'] };
  await policy('private', 'network', [{ ...rules('collection-private'), ...sources }]);
  await policy('public', 'network', [{ ...rules('collection-public'), AllowFromPublic: true }]);
}

const rules = (name: string): object => ({
  Rules: [{ ResourceType: 'collection', Resource: [`collection/${name}`] }],
});
