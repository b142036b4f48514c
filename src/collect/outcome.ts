import { lookup } from 'node:dns/promises';

import type { Gap, LedgerRow } from '../model/observation.ts';

export const notOffered = 'the service has no endpoint in this Region';

/**
 * False when no list could be asked because the host of the service does not exist, while the Region's hosts do: then
 * the service is not offered there, and there is nothing of it. A resolver that knows neither says nothing.
 */
export async function isOffered(gaps: readonly Gap[], lists: number): Promise<boolean> {
  if (gaps.length === 0 || listsMissed(gaps) < lists) return true;
  const hosts = gaps.map(({ detail }) => /ENOTFOUND (\S+)/.exec(detail)?.[1]);
  if (hosts.includes(undefined)) return true;
  const [{ region } = { region: '' }] = gaps;
  try {
    // Every Region has EC2.
    await lookup(`ec2.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`);
    return false;
  } catch {
    return true;
  }
}

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
