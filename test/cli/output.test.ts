import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { writeOutputs } from '../../src/cli/output.ts';
import { folder } from '../scan/inputs/folder.ts';

const file = [{ format: 'json', file: 'out/report.json' }];
const long = 'x'.repeat(100_000);

function world(files: Readonly<Record<string, string>> = {}) {
  const written: string[] = [];
  const stdout = { write: (text: string) => void written.push(text), isTTY: false, columns: undefined };
  return { cwd: folder(files), stdout, written };
}

function* torn(): Generator<string> {
  yield long;
  throw new TypeError('no finding');
}

test('a report is the pieces of it, in a file and on standard output', () => {
  const { written, ...io } = world();
  writeOutputs([...file, { format: 'csv' }], format => [format, long, '!', long, '.'], io);
  expect(readFileSync(join(io.cwd, 'out/report.json'), 'utf8')).toBe(`json${long}!${long}.`);
  expect(written.join('')).toBe(`csv${long}!${long}.`);
});

test('a report that breaks off leaves nothing, and is no mistake of the user', () => {
  const { cwd, stdout } = world();
  expect(() => writeOutputs(file, torn, { cwd, stdout })).toThrow(new TypeError('no finding'));
  expect(readdirSync(join(cwd, 'out'))).toEqual([]);
});

test('a report that breaks off leaves the one before as it is', () => {
  const { cwd, stdout } = world({ 'out/report.json': 'yesterday' });
  expect(() => writeOutputs(file, torn, { cwd, stdout })).toThrow('no finding');
  expect(readdirSync(join(cwd, 'out'))).toEqual(['report.json']);
  expect(readFileSync(join(cwd, 'out/report.json'), 'utf8')).toBe('yesterday');
});
