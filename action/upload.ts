import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import type { GitHub } from './github.ts';
import type { Runner } from './runner.ts';

/** What code scanning takes, packed. */
const sizeLimit = 10 * 1024 * 1024;

/** Hands the SARIF file to code scanning; answers why that was not possible. */
export async function uploadSarif(
  { ask, repository }: GitHub,
  file: string,
  { env }: Pick<Runner, 'env'>,
): Promise<string | undefined> {
  const packed = gzipSync(readFileSync(file));
  if (packed.length > sizeLimit) return `${packed.length} bytes are more than code scanning takes`;
  const answer = await ask('POST', `/repos/${repository}/code-scanning/sarifs`, {
    commit_sha: env['GITHUB_SHA'],
    ref: env['GITHUB_REF'],
    sarif: packed.toString('base64'),
    tool_name: 'plumbline',
  });
  if (answer.ok) return undefined;
  const isRefused = answer.status === 403 || answer.status === 404;
  return isRefused
    ? `${answer.reason}; code scanning must be enabled for the repository, and the job needs \`permissions: security-events: write\``
    : answer.reason;
}
