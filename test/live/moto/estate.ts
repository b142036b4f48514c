import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

import { makeAgents } from './agents.ts';
import { closeAccount, makeBuckets } from './buckets.ts';
import { makeBudget } from './budgets.ts';
import { makeFunctions } from './functions.ts';
import { makeKeys } from './keys.ts';
import { makeModels } from './models.ts';
import { makeNetwork } from './network.ts';
import { makeOrganisation } from './organisation.ts';
import type { Organisation } from './organisation.ts';
import { makeOversight } from './oversight.ts';
import type { Labels, Place } from './place.ts';
import { makeRoles } from './roles.ts';
import { makeTraining } from './training.ts';
import { makeVectors } from './vectors.ts';

/** The account of the run: what moto takes any credentials for. */
export const management = '123456789012';
/** The Regions that things are in. */
export const home = 'eu-central-1';

export interface Estate {
  readonly organisation: Organisation;
  readonly labels: Labels;
}

/** An organisation whose account `app` has something of everything, good and bad, and whose account `lab` has almost nothing. */
export async function makeEstate(endpoint: string): Promise<Estate> {
  const own: Place = {
    endpoint,
    region: home,
    account: management,
    maxAttempts: 1,
    credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
  };
  const organisation = await makeOrganisation(own);
  const app = await placeIn(own, organisation.accounts.app);
  const keys = await makeKeys(app);
  await makeBuckets(app, keys.good);
  await closeAccount(app);
  await makeRoles(app);
  const network = await makeNetwork(app, organisation.id);
  await makeFunctions(app, network);
  await makeOversight(app, keys.good);
  await makeTraining(app, network, keys.good);
  await makeModels(app, { bucket: 'logs-good', group: 'group-kept', whole: true });
  await makeModels({ ...app, region: 'us-east-1' }, { bucket: 'logs-bare', group: 'none', whole: false });
  await makeAgents(app, network, keys.good);
  await makeVectors(app, keys.good);
  await makeBudget(app);
  return { organisation, labels: { ...keys.labels, ...network.labels } };
}

/** The same with the credentials of another account. */
async function placeIn(own: Place, account: string): Promise<Place> {
  const { Credentials: given } = await new STSClient(own).send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/Builder`,
      RoleSessionName: 'builder',
    }),
  );
  return {
    ...own,
    account,
    credentials: {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      ...(given?.SessionToken !== undefined && { sessionToken: given.SessionToken }),
    },
  };
}
