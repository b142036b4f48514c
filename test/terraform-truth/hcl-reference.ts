import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Tree } from './hcl-tree.ts';

export interface ReferenceRequest {
  readonly mode: 'file' | 'expression' | 'template';
  readonly text: string;
}

export type ReferenceAnswer =
  | { readonly ok: false; readonly problem: string }
  | { readonly ok: true; readonly tree: Tree; readonly comments?: Tree };

export const hasGo = (): boolean => spawnSync('go', ['version']).status === 0;

/** How hashicorp/hcl reads each text: `hcl-reference/`, built once into a temporary folder, answers them in one run. */
export function askReference(requests: readonly ReferenceRequest[]): readonly ReferenceAnswer[] {
  const folder = mkdtempSync(join(tmpdir(), 'hcl-reference-'));
  try {
    const program = join(folder, 'hcl-reference');
    execFileSync('go', ['build', '-o', program, '.'], { cwd: join(import.meta.dirname, 'hcl-reference') });
    const input = requests.map(request => JSON.stringify(request)).join('\n');
    const output = execFileSync(program, { input, maxBuffer: 2 ** 30, encoding: 'utf8' });
    return output.trimEnd().split('\n').map(answerOf);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answerOf(line: string): ReferenceAnswer {
  const answer: ReferenceAnswer = JSON.parse(line);
  return answer;
}
