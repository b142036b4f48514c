import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  render: (format: Format, plain: boolean) => Iterable<string>,
  { stdout, cwd }: Pick<Io, 'stdout' | 'cwd'>,
): void {
  for (const { format, file } of outputs) {
    if (file !== undefined) writePieces(file, render(format, true), cwd);
    else for (const text of gathered(render(format, false))) stdout.write(text);
  }
}

/** Writes a file whole or not at all, with the folders that it needs. */
export const writeWhole = (name: string, text: string, cwd: string): void => writePieces(name, [text], cwd);

/** Until all of it is written, it has another name. */
function writePieces(name: string, pieces: Iterable<string>, cwd: string): void {
  const path = resolve(cwd, name);
  const half = `${path}.${process.pid}.part`;
  const trying = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw new UsageError(`cannot write ${name}`, {
        details: [error instanceof Error ? error.message : String(error)],
      });
    }
  };
  try {
    trying(() => mkdirSync(dirname(path), { recursive: true }));
    const file = trying(() => openSync(half, 'w'));
    try {
      // What goes wrong while a piece is made is none of the disk's.
      for (const text of gathered(pieces)) trying(() => writeFileSync(file, text));
    } finally {
      closeSync(file);
    }
    trying(() => renameSync(half, path));
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/** Characters that are written at once. */
const enough = 2 ** 16;

/** Pieces of some size. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < enough) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
