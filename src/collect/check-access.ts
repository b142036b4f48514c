import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Cause } from '../model/cause.ts';
import { collect } from './collect.ts';
import { plan } from './plan.ts';
import type { CollectRequest } from './request.ts';
import { openSnapshot } from './snapshot/read.ts';

/** What a run would be let see. */
export interface Access {
  readonly caller: string;
  readonly accounts: readonly {
    readonly id: string;
    readonly name?: string;
    readonly missing: readonly { readonly action: string; readonly cause: Cause; readonly detail: string }[];
  }[];
  readonly skipped: number;
  readonly calls: number;
}

/**
 * Tries what a run would do, in one Region of each account: whether its role can be assumed and its Regions listed, or
 * with `services` every list and what is asked about each thing in it.
 */
export async function checkAccess(request: CollectRequest, depth: 'accounts' | 'services'): Promise<Access> {
  const { caller, accounts, regions } = await plan(request);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  const path = join(folder, 'access.plumb');
  try {
    const { rows } = await collect(
      {
        ...request,
        via: 'api',
        path,
        regions: regions.slice(0, 1),
        ...(depth === 'accounts' && { services: ['iam'] }),
      },
      {
        accounts: () => undefined,
        expect: () => undefined,
        done: () => undefined,
        planned: () => undefined,
        throttled: () => undefined,
      },
    );
    const snapshot = openSnapshot(path);
    const { gaps } = snapshot.read([...snapshot.rows.keys()]);
    const byAccount = Map.groupBy(gaps, ({ account }) => account);
    return {
      caller,
      accounts: accounts
        .filter(({ skipped }) => skipped === undefined)
        .map(({ id, name }) => ({
          id,
          ...(name !== undefined && { name }),
          missing: [...Map.groupBy(byAccount.get(id) ?? [], ({ action }) => action)].flatMap(
            ([action, group]) => group.slice(0, 1).map(({ cause, detail }) => ({ action, cause, detail })),
          ),
        })),
      skipped: accounts.filter(({ skipped }) => skipped !== undefined).length,
      calls: rows.reduce((sum, { calls }) => sum + calls, 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
