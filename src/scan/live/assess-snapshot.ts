import { setFlagsFromString } from 'node:v8';

import type { Said } from '../gatekeep.ts';
import type { ScanRequest } from '../request.ts';
import { verdictsByAccount } from './by-account.ts';
import type { ByAccountOptions } from './by-account.ts';
import { readContents } from './snapshot-contents.ts';
import { viewOf } from './view-snapshot.ts';

/** What the rules say of one snapshot. */
export function assessSnapshot(
  { root, tool: { version } }: Pick<ScanRequest, 'root' | 'tool'>,
  path: string,
  options: ByAccountOptions,
): Omit<Said, 'rules'> & { readonly resources: number } {
  keepHeapSmall();
  const contents = readContents(root, path, { types: options.types, version });
  const { results, problems, liveAccounts, resources } = verdictsByAccount(contents, options);
  const { input, organisation, accounts } = viewOf(path, contents, resources);
  return {
    results,
    liveAccounts,
    resources,
    estate: { resources: [], scopes: [] },
    view: {
      inputs: [input],
      problems: [...problems, ...contents.problems],
      files: new Map(),
      waivers: [],
      organisation: organisation !== undefined,
      accounts,
    },
  };
}

/**
 * While one account after the other goes through memory, most of it is garbage soon. Left to itself, V8 gives young objects
 * more and more room, and lets garbage grow to several times of what is in use; here, to a fifth of it.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}
