import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { UsageError } from '../model/problem.ts';
import { oneOf } from './answers.ts';
import type { Io } from './io.ts';

/** One `-f FORMAT[=FILE]`; without a file it goes to standard output. */
export interface Output<Format extends string = string> {
  readonly format: Format;
  readonly file?: string;
}

/** What `-f` asks for. Standard output holds one format at most, and no two formats share a file. */
export function outputsOf<const Format extends string>(
  given: readonly string[],
  formats: readonly Format[],
  fallback: NoInfer<Format>,
): readonly Output<Format>[] {
  if (given.length === 0) return [{ format: fallback }];
  const outputs = given.map(text => outputOf(text, formats));
  const targets = outputs.map(({ file }) => file);
  const shared = targets.find((file, index) => targets.indexOf(file) < index);
  if (targets.length === new Set(targets).size) return outputs;
  const names = outputs.filter(({ file }) => file === shared).map(({ format }) => format);
  throw new UsageError(`${names.join(' and ')} would both go to ${shared ?? 'standard output'}`, {
    hint: `give ${shared === undefined ? 'all but one' : 'each'} a file of its own: -f ${names.at(-1)}=FILE`,
  });
}

function outputOf<const Format extends string>(text: string, formats: readonly Format[]): Output<Format> {
  const at = text.indexOf('=');
  const format = oneOf(at === -1 ? text : text.slice(0, at), formats, '--format');
  const file = at === -1 ? '-' : text.slice(at + 1);
  if (file === '') throw new UsageError(`--format ${text} names no file`, { hint: `-f ${format}=FILE` });
  return file === '-' ? { format } : { format, file };
}

/** Writes every output to its place; what goes to a file is rendered plain, without colour and width. */
export function writeOutputs<Format extends string>(
  outputs: readonly Output<Format>[],
  render: (format: Format, plain: boolean) => string,
  { stdout, cwd }: Pick<Io, 'stdout' | 'cwd'>,
): void {
  for (const { format, file } of outputs) {
    if (file === undefined) stdout.write(render(format, false));
    else writeWhole(file, render(format, true), cwd);
  }
}

/** Writes a file whole or not at all, with the folders that it needs. */
export function writeWhole(name: string, text: string, cwd: string): void {
  const path = resolve(cwd, name);
  const half = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(half, text);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw new UsageError(`cannot write ${name}`, {
      details: [error instanceof Error ? error.message : String(error)],
    });
  }
}
