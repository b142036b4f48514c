import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the heap small while one account after the other goes through it, by a call now and then. Left to itself, V8 gives
 * young objects more and more room, and lets garbage grow to several times of what is in use.
 */
export function heapKeeper(): () => void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  let inUse = process.memoryUsage().heapUsed;
  return () => {
    if (typeof collect !== 'function' || process.memoryUsage().heapUsed < inUse + most) return;
    collect();
    inUse = process.memoryUsage().heapUsed;
  };
}

/** In bytes. */
const most = 24 * 2 ** 20;
