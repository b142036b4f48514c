import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process took. */
export interface Figures {
  readonly seconds: number;
  /** Of one of our own processes, as the operating system says: peak resident memory in MB, and seconds of processor time. */
  readonly megabytes: number | undefined;
  readonly processor: number | undefined;
  readonly code: number | null;
}

interface Options {
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is given up on. */
  readonly timeout?: number;
  /** Lets its standard error through. */
  readonly watched?: boolean;
}

/** Runs a program of ours, with Node. */
export function measureOwn(args: readonly string[], options: Options = {}): Figures {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-usage-'));
  const file = join(folder, 'usage.json');
  const probe = `data:text/javascript,${encodeURIComponent(
    `import { writeFileSync } from 'node:fs';
     process.on('exit', () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.resourceUsage())));`,
  )}`;
  try {
    const figures = measure(process.execPath, ['--import', probe, ...args], options);
    return { ...figures, ...usageIn(file) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function measure(command: string, args: readonly string[], options: Options = {}): Figures {
  const { env, timeout, watched = false } = options;
  const start = performance.now();
  const { error, status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', watched ? 'inherit' : 'ignore'],
    ...(env && { env }),
    ...(timeout !== undefined && { timeout }),
  });
  if (error && !('code' in error && error.code === 'ETIMEDOUT')) throw error;
  const seconds = (performance.now() - start) / 1000;
  return { seconds, megabytes: undefined, processor: undefined, code: status };
}

function usageIn(file: string): Pick<Figures, 'megabytes' | 'processor'> {
  try {
    const usage: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const number = (name: string): number =>
      Number(Object.entries(Object(usage)).find(([key]) => key === name)?.[1]);
    return {
      megabytes: number('maxRSS') / 1024,
      processor: (number('userCPUTime') + number('systemCPUTime')) / 1e6,
    };
  } catch {
    return { megabytes: undefined, processor: undefined };
  }
}
