import { lookup } from 'node:dns/promises';

import type { Gap, LedgerRow } from '../model/observation.ts';

export const notOffered = 'the service has no endpoint in this Region';

/**
 * False when no list could be asked because the host of the service does not exist, while the Region's other hosts and the
 * service's hosts elsewhere do: then the service is not offered there, and there is nothing of it. A resolver that does
 * not know the one or the other says nothing: it may be told to hide the service.
 */
export async function isOffered(
  gaps: readonly Gap[],
  lists: number,
  resolve: (host: string) => Promise<unknown> = host => lookup(host),
): Promise<boolean> {
  if (gaps.length === 0 || listsMissed(gaps) < lists) return true;
  const hosts = gaps.map(({ detail }) => /ENOTFOUND (\S+)/.exec(detail)?.[1]);
  const [{ region } = { region: '' }] = gaps;
  const elsewhere = new Set(hosts.flatMap(host => (host === undefined ? [] : [inFirstRegion(host, region)])));
  if (hosts.includes(undefined) || elsewhere.has(undefined)) return true;
  const others = [...elsewhere].flatMap(host => host ?? []);
  // Every Region has EC2.
  const own = `ec2.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`;
  try {
    await Promise.all([own, ...others].map(host => resolve(host)));
    return false;
  } catch {
    return true;
  }
}

/** The same host where every service is offered; undefined when it is not of this Region. */
const inFirstRegion = (host: string, region: string): string | undefined => {
  const [service, rest] = host.split(`.${region}.`);
  return service === undefined || rest === undefined
    ? undefined
    : `${service}.us-east-1.${rest.replace(/\.cn$/, '')}`;
};

/** How a unit went, by what it could not have. */
export function outcomeOf(
  gaps: readonly Gap[],
  lists: number,
): Pick<LedgerRow, 'status' | 'cause' | 'detail'> {
  const groups = Map.groupBy(gaps, ({ cause }) => cause);
  const [most] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const first = most?.[0];
  if (!first) return { status: 'ok' };
  return {
    status: listsMissed(gaps) >= lists ? 'failed' : 'partial',
    cause: first.cause,
    detail: `${first.action}: ${first.detail}`,
  };
}

/** How many top-level lists gave nothing at all. */
const listsMissed = (gaps: readonly Gap[]): number =>
  new Set(gaps.filter(({ id }) => id === undefined).map(({ kinds }) => kinds[0])).size;
