import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';

/** Credentials that are renewed before they end, and shared by every client that uses them. */
export interface Session {
  readonly credentials: AwsCredentialIdentityProvider;
  /** After a call was refused as expired: gets new ones. False when there are none to be had; then every further call fails at once. */
  readonly renew: () => Promise<boolean>;
}

/** Milliseconds before their end at which credentials are renewed. */
const margin = 5 * 60_000;

export function sessionOf(fetch: () => Promise<AwsCredentialIdentity>): Session {
  let current: { readonly identity: AwsCredentialIdentity; readonly until: number } | undefined;
  let fetching: Promise<AwsCredentialIdentity> | undefined;
  let dead: unknown;

  const refresh = (): Promise<AwsCredentialIdentity> => {
    fetching ??= fetch()
      .then(identity => {
        current = { identity, until: endOf(identity) };
        return identity;
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };

  const provide = async (): Promise<AwsCredentialIdentity> => {
    if (dead) throw dead;
    return current && Date.now() < current.until ? current.identity : refresh();
  };

  return {
    // The SDK would keep credentials of its own beside ours, and would not see ours renewed.
    credentials: Object.assign(provide, { memoized: true }),
    renew: async () => {
      const before = current?.identity.sessionToken ?? current?.identity.accessKeyId;
      try {
        const { sessionToken, accessKeyId } = await refresh();
        if ((sessionToken ?? accessKeyId) !== before) return true;
        throw new ExpiredCredentials('the credentials have expired, and the same ones came again');
      } catch (error) {
        dead = error;
        return false;
      }
    },
  };
}

class ExpiredCredentials extends Error {
  override readonly name = 'ExpiredTokenException';
}

/** When to renew; of those of short life the second half is left unused. */
function endOf({ expiration }: AwsCredentialIdentity): number {
  if (!expiration) return Infinity;
  const left = expiration.getTime() - Date.now();
  return Date.now() + Math.min(Math.max(left - margin, left / 2), left * 0.9);
}
