import {
  CreateAliasCommand,
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import type { CreateKeyCommandInput } from '@aws-sdk/client-kms';

import type { Labels, Place } from './place.ts';

/** Keys that rotate and do not, and one that everybody may use. */
export async function makeKeys(place: Place): Promise<{ readonly labels: Labels; readonly good: string }> {
  const kms = new KMSClient(place);
  const root = policyFor(`arn:aws:iam::${place.account}:root`);
  const make = async (input: CreateKeyCommandInput, rotates: boolean): Promise<string> => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy: root, ...input }));
    const KeyId = KeyMetadata?.KeyId ?? '';
    if (rotates) await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 180 }));
    return KeyId;
  };
  const good = await make({ Tags: [{ TagKey: 'owner', TagValue: 'ai' }] }, true);
  const still = await make({}, false);
  const open = await make({ Policy: policyFor('*') }, true);
  const signing = await make({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, false);
  const leaving = await make({}, false);
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: leaving, PendingWindowInDays: 7 }));
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/genai', TargetKeyId: good }));
  return {
    labels: {
      [good]: 'key-good',
      [still]: 'key-still',
      [open]: 'key-open',
      [signing]: 'key-signing',
      [leaving]: 'key-leaving',
    },
    good: `arn:aws:kms:${place.region}:${place.account}:key/${good}`,
  };
}

const policyFor = (principal: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'kms:*', Resource: '*' }],
  });
