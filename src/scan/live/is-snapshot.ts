import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

import { headerLength, startsMember } from '../../collect/snapshot/member.ts';

/** Whether a path is a snapshot: by content. */
export function isSnapshot(root: string, path: string): boolean {
  const file = resolve(root, path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(headerLength);
    return readSync(descriptor, head) === headerLength && startsMember(head);
  } finally {
    closeSync(descriptor);
  }
}
