import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { NodeHttpHandler } from '@smithy/node-http-handler';

import { UsageError } from '../model/problem.ts';
import { MalformedAnswer } from './answers/malformed-answer.ts';
import { failureOf } from './failure.ts';
import { homeOf, partitionOfRegion, partsOfArn } from './partitions.ts';
import { retryStrategy } from './retry.ts';
import { sessionOf } from './session.ts';
import type { Session } from './session.ts';

/** Who runs this. */
export interface Caller {
  readonly arn: string;
  readonly account: string;
  readonly partition: string;
  /** The home Region of the partition. */
  readonly home: string;
  readonly session: Session;
}

/** Finds the caller's credentials the way every AWS tool does: environment, profile, SSO, container, instance. */
export async function findCaller(network: NodeHttpHandler, profile: string | undefined): Promise<Caller> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  const chain = fromNodeProviderChain(profile === undefined ? {} : { profile });
  const session = sessionOf(() => chain());
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  const home = homeOf(partitionOfRegion(AWS_REGION ?? AWS_DEFAULT_REGION ?? ''));
  const sts = stsOf({ network }, session, home);
  try {
    const { Arn: arn = '', Account: account = '' } = await sts.send(new GetCallerIdentityCommand({}));
    if (!/^\d{12}$/.test(account)) throw new MalformedAnswer('sts:GetCallerIdentity named no account');
    const { partition } = partsOfArn(arn);
    return { arn, account, partition, home: homeOf(partition), session };
  } catch (error) {
    const { name, message } = failureOf(error);
    throw new UsageError('AWS does not know who is calling', {
      details: [`${name}: ${message}`],
      hint: profile
        ? `is the profile right, and its login not over? aws sso login --profile ${profile}`
        : 'set AWS_PROFILE or --profile, or run where a role gives credentials',
    });
  }
}

/** The role that is assumed in an account. */
export interface Role {
  readonly arn: string;
  readonly externalId?: string;
}

/** What sts is asked with. */
export interface Asking {
  readonly network: NodeHttpHandler;
  readonly onThrottle?: () => void;
  readonly signal?: AbortSignal;
}

/** A session in another account, begun when it is first needed and begun anew before it ends. */
export function assumeRole(caller: Caller, asking: Asking, role: Role): Session {
  const sts = stsOf(asking, caller.session, caller.home);
  return sessionOf(async () => {
    const { Credentials: given } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role.arn,
        RoleSessionName: 'plumbline',
        ...(role.externalId !== undefined && { ExternalId: role.externalId }),
      }),
    );
    if (!given?.AccessKeyId || !given.SecretAccessKey) throw new TypeError('AssumeRole gave no credentials');
    return {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      ...(given.SessionToken !== undefined && { sessionToken: given.SessionToken }),
      ...(given.Expiration && { expiration: given.Expiration }),
    };
  });
}

const stsOf = (
  { network, onThrottle = () => undefined, signal }: Asking,
  session: Session,
  region: string,
): STSClient =>
  new STSClient({
    region,
    credentials: session.credentials,
    requestHandler: network,
    retryStrategy: retryStrategy(onThrottle, signal),
  });

/** Actions that the caller needs besides what it reads. */
export const callerActions = ['sts:AssumeRole', 'sts:GetCallerIdentity'] as const;
