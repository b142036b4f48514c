import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse } from 'yaml';

import type { SourceFile } from '../src/model/source.ts';
import { readJson } from '../src/syntax/json.ts';
import { readWithLibrary } from '../src/syntax/library/read-with-library.ts';
import { readQuickly } from '../src/syntax/quick/read-quick.ts';
import { generateTemplates } from './generate.ts';

/** How fast texts become trees: our readers beside what they are compared with, in MB of text a second. */

interface Reader {
  readonly name: string;
  readonly format: 'yaml' | 'json';
  readonly read: (file: SourceFile) => unknown;
}

const readers: readonly Reader[] = [
  { name: 'quick YAML reader', format: 'yaml', read: readQuickly },
  { name: 'YAML by the library, with places', format: 'yaml', read: readWithLibrary },
  {
    name: 'yaml.parse, values alone',
    format: 'yaml',
    read: ({ text }) => parse(text, { logLevel: 'silent' }),
  },
  { name: 'JSON reader', format: 'json', read: readJson },
  { name: 'JSON.parse, values alone', format: 'json', read: ({ text }) => JSON.parse(text) },
];

const count = Number(process.argv[2] ?? 100);

for (const format of ['yaml', 'json'] as const) {
  const files = templates(format);
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  for (const { name, read } of readers.filter(reader => reader.format === format)) {
    for (const file of files.slice(0, 10)) read(file);
    const start = performance.now();
    const trees = files.map(read);
    const speed = size / 1000 / (performance.now() - start);
    process.stdout.write(
      `${name.padEnd(34)}${speed.toFixed(1).padStart(8)} MB/s, ${trees.length} texts, ${size} characters\n`,
    );
  }
}

function templates(format: 'yaml' | 'json'): SourceFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'));
  generateTemplates(folder, { count, perTemplate: 50, format });
  const files = readdirSync(folder).map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  rmSync(folder, { recursive: true });
  return files;
}
