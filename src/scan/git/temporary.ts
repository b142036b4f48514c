import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
let watched = false;

/** A fresh folder outside of every repository. It is gone at the end of the run, however that comes. */
export function temporaryFolder(): string {
  if (!watched) process.once('exit', removeTemporaryFolders);
  watched = true;
  // The system's own may be a link; paths are compared with what links lead to.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-'));
  folders.add(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}
