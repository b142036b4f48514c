/**
 * `npm run action:bundle` writes the action as one file, `action/dist/index.js`, with the licences of what is in it beside
 * it; `--check` compares instead and fails where what is checked in is not what the sources give. The same sources and
 * lock file give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, type Plugin } from 'rolldown';

import { licencesOf } from './action/licences.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'action/dist');

/** The action reads files. What speaks to AWS would be most of the bundle; it fails where it is asked for. */
const withoutAws: Plugin = {
  name: 'without the AWS SDK',
  resolveId: id => (/^@(?:aws-sdk|smithy)\//.test(id) ? 'without-aws' : undefined),
  load: id =>
    id === 'without-aws'
      ? `throw new Error('the action reads files only: scan accounts with the command line');export default undefined;`
      : undefined,
};

/** The library of YAML is loaded when it is needed, in a way that a bundler does not see through. */
const withYaml: Plugin = {
  name: 'with the library of YAML',
  transform: (code, id) => {
    if (!id.endsWith('/src/syntax/library/load.ts')) return undefined;
    const bundled = code.replace("createRequire(import.meta.url)('yaml')", "require('yaml')");
    if (bundled === code) throw new Error('the library of YAML is loaded in another way');
    return bundled;
  },
};

const { output } = await build({
  cwd: root,
  input: join(root, 'action/main.ts'),
  platform: 'node',
  shimMissingExports: true,
  // That what is left out lacks every name is no news.
  onLog: (level, log, handle) => {
    if (log.code !== 'SHIMMED_EXPORT') handle(level, log);
  },
  plugins: [withoutAws, withYaml],
  output: {
    format: 'esm',
    codeSplitting: false,
    comments: false,
  },
  write: false,
});
const [chunk, ...others] = output;
if (others.length > 0) throw new Error(`${others.length + 1} files instead of one`);

const files = { 'index.js': chunk.code, 'licences.txt': licencesOf(Object.keys(chunk.modules)) };
const isCheck = process.argv.includes('--check');
for (const [name, text] of Object.entries(files)) {
  const path = join(folder, name);
  if (!isCheck) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`action/dist/${name} is not what the sources give: npm run action:bundle\n`);
    process.exitCode = 1;
  }
}
