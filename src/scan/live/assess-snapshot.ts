import type { Said } from '../gatekeep.ts';
import type { ScanRequest } from '../request.ts';
import { verdictsByAccount } from './by-account.ts';
import type { ByAccountOptions } from './by-account.ts';
import { heapKeeper } from './keep-small.ts';
import { readContents } from './snapshot-contents.ts';
import { viewOf } from './view-snapshot.ts';

/** What the rules say of one snapshot. */
export function assessSnapshot(
  { root, tool: { version } }: Pick<ScanRequest, 'root' | 'tool'>,
  path: string,
  options: ByAccountOptions,
): Omit<Said, 'rules'> & { readonly resources: number } {
  const contents = readContents(root, path, { types: options.types, version });
  const { results, problems, liveAccounts, resources } = verdictsByAccount(contents, {
    ...options,
    onPart: heapKeeper(),
  });
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
