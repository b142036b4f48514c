import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in a process of its own, with credentials for the simulator; behind a command of the shell that sets limits. */
export function startPlumbline(
  endpoint: string,
  args: readonly string[],
  limit = 'true',
): ChildProcessWithoutNullStreams {
  const command = [process.execPath, 'src/main.ts', ...args];
  return spawn('bash', ['-c', `${limit}; exec "$@"`, 'bash', ...command], {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'AKIASIMSECURITYTOOL1',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_REGION: 'us-east-1',
    },
  });
}

export async function runPlumbline(endpoint: string, args: readonly string[]): Promise<Ended> {
  const child = startPlumbline(endpoint, args);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', data => void (stdout += String(data)));
  child.stderr.on('data', data => void (stderr += String(data)));
  return { code: await ending(child), stdout, stderr };
}

export const ending = (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  new Promise(resolve => void child.on('close', resolve));
