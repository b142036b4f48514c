import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { optionInputs, ownInputs } from '../../action/inputs.ts';
import { outputsOf } from '../../action/outputs.ts';
import { commands } from '../../src/cli/commands.ts';
import { options } from '../../src/cli/options.ts';

const root = resolve(import.meta.dirname, '../..');
const action = parse(readFileSync(resolve(root, 'action.yml'), 'utf8'));
const known = Object.values(optionInputs).flat();

test('the action takes the inputs that it says it takes, and none has a default', () => {
  expect(Object.keys(action.inputs).toSorted()).toEqual([...known, ...ownInputs].toSorted());
  expect(Object.values<object>(action.inputs).filter(input => 'default' in input)).toEqual([]);
});

test('it gives the outputs that it says it gives', () => {
  const outputs = outputsOf({ exitCode: 2, errors: '' }).map(([name]) => name);
  expect(Object.keys(action.outputs)).toEqual(outputs);
});

test('an input that has the name of an option is that option of scan', () => {
  const scan = commands.find(({ name }) => name === 'scan')?.options ?? [];
  const flags = scan.map(name => options[name]);
  const flagged = (name: string) => flags.find(option => new RegExp(`--${name}(?: |$)`).test(option.flags));
  for (const name of optionInputs.one) expect(flagged(name)?.flags, name).toContain('<');
  for (const name of optionInputs.many) expect(flagged(name)?.repeat, name).toBe(true);
  for (const name of optionInputs.flags) expect(flagged(name)?.flags, name).not.toContain('<');
});

test('it is one file, without anything to install', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'action/dist/index.js' });
  const bundle = readFileSync(resolve(root, action.runs.main), 'utf8');
  const imports = [...bundle.matchAll(/^import [^\n]*from "([^"]+)";$/gm)].map(([, name]) => name);
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter(name => !name?.startsWith('node:'))).toEqual([]);
  expect(bundle).not.toMatch(/\bimport\(["'`](?!node:)/);
  expect(existsSync(resolve(root, 'action/dist/licences.txt'))).toBe(true);
});
