import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

interface PythonServer {
  readonly python: string;
  /** What Python runs; its arguments are those of `args`. */
  readonly code: string;
  readonly args: (port: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A path that answers as soon as it is ready. */
  readonly ready: string;
}

export interface Running {
  readonly endpoint: string;
  readonly stop: () => void;
}

/** Starts a server on a free port of its own, and waits until it answers. */
export async function startPython({ python, code, args, env, ready }: PythonServer): Promise<Running> {
  const port = String(await freePort());
  const server = spawn(python, ['-c', untilParentEnds + code, ...args(port)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...env },
  });
  const endpoint = `http://localhost:${port}`;
  await answering(() => fetch(`${endpoint}${ready}`), 300);
  return { endpoint, stop: () => void server.kill() };
}

/** However this process ends, the pipe to it does as well. */
const untilParentEnds = `import os, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
`;

async function answering(ask: () => Promise<unknown>, tries: number): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (tries === 0) throw error;
    await pause(100);
    await answering(ask, tries - 1);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const address = await new Promise<ReturnType<typeof server.address>>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve(server.address()));
  });
  await new Promise(resolve => {
    server.close(resolve);
  });
  if (typeof address !== 'object' || address === null) throw new TypeError('no port');
  return address.port;
}
