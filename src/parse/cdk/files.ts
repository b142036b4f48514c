import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Node } from '../../syntax/node.ts';
import { readDocument } from '../../syntax/read.ts';
import { besides } from '../cloudformation/path.ts';
import type { ReadText } from './reader.ts';

/** What became of one file of an assembly. */
export interface AssemblyInput {
  readonly path: string;
  readonly status: 'parsed' | 'failed';
  readonly format: 'cdk-assembly' | 'cloudformation';
  readonly reason?: string;
}

/** The files of one assembly and what came of reading them. */
export interface Files {
  /** The folder of the outermost manifest; nothing outside of it is taken for a part of the assembly. */
  readonly folder: string;
  readonly read: ReadText;
  /** What was read, by path: each file once, however many name it. */
  readonly parts: Map<string, Promise<Tree | undefined>>;
  /** By path; a failure counts more than that a file could be read. */
  readonly inputs: Map<string, AssemblyInput>;
  readonly problems: Problem[];
}

export interface Tree {
  readonly file: SourceFile;
  readonly root: Node;
}

/** The path of a file that `manifest` names; undefined when it lies outside of the assembly. */
export function pathOf({ folder }: Files, manifest: string, name: string): string | undefined {
  const path = besides(manifest, name);
  return path !== undefined && (folder === '.' || path.startsWith(`${folder}/`)) ? path : undefined;
}

/** Reads a file that the assembly cannot do without: a manifest, a template. */
export function readPart(
  files: Files,
  path: string,
  format: AssemblyInput['format'],
): Promise<Tree | undefined> {
  const known = files.parts.get(path);
  if (known) return known;
  const part = readNew(files, path, format);
  files.parts.set(path, part);
  return part;
}

async function readNew(
  files: Files,
  path: string,
  format: AssemblyInput['format'],
): Promise<Tree | undefined> {
  const result = await files.read(path);
  if (!result.ok) {
    const reason = result.missing ? 'is part of the assembly and does not exist' : result.reason;
    return fail(files, { path, format, reason });
  }
  const document = readDocument(result.file);
  if (document.ok) {
    files.inputs.set(path, { path, status: 'parsed', format });
    return document;
  }
  const [first] = document.problems;
  const reason = `cannot be parsed: ${first?.message ?? 'it is no JSON'}`;
  return fail(files, { path, format, reason, ...(first && { region: first.region }) });
}

/** Reads a file that only adds to what is known: metadata, assets. Undefined when it is not there. */
export async function readAside(files: Files, manifest: string, name: string): Promise<Tree | undefined> {
  const path = pathOf(files, manifest, name);
  const result = path === undefined ? undefined : await files.read(path);
  const document = result?.ok ? readDocument(result.file) : undefined;
  return document?.ok ? document : undefined;
}

/** Records a part of the assembly that could not be read: it ends the run with exit code 2. */
export function fail(
  files: Files,
  {
    path,
    format,
    reason,
    region,
  }: Pick<AssemblyInput, 'path' | 'format'> & Pick<Problem, 'region'> & { reason: string },
): undefined {
  files.inputs.set(path, { path, status: 'failed', format, reason });
  files.problems.push({
    cause: 'parse-error',
    message: reason,
    path,
    ...(region && { region }),
    effect: 'what it declares was not assessed',
    hint: 'synthesise the app again: `cdk synth`',
    fatal: true,
  });
}
