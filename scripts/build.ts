/**
 * `npm run build` writes `dist/`: the program and what is exported, each in few files, since hundreds of small ones take
 * longer to load than a small template takes to scan; and the declarations of types.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'dist');

rmSync(folder, { recursive: true, force: true });
await build({
  cwd: root,
  input: { main: join(root, 'src/main.ts'), 'cdk/plugin': join(root, 'src/cdk/plugin.ts') },
  platform: 'node',
  // Packages stay packages.
  external: id => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('#'),
  output: {
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    // As deep as the sources are: from here the data of the package are found.
    chunkFileNames: 'parts/[name].js',
    comments: { legal: false, annotation: false, jsdoc: false },
  },
});
// npm does so where it links a command for the first time, and not after the next build.
chmodSync(join(folder, 'main.js'), 0o755);
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
