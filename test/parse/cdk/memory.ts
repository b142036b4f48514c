import type { Stack } from '../../../src/model/declaration.ts';
import { regionOf } from '../../../src/model/source.ts';
import type { Span } from '../../../src/model/source.ts';
import { type Assembly, readAssembly } from '../../../src/parse/cdk/assembly.ts';
import type { ReadText } from '../../../src/parse/cdk/reader.ts';
import { parseCloudFormation } from '../../../src/parse/cloudformation/parse.ts';

/** Files of a run that never was on a disk; everything but text is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

function memory(files: Files): ReadText {
  return path => {
    const content = files[path];
    if (content === undefined) return Promise.resolve({ ok: false, missing: true, reason: 'does not exist' });
    const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 1);
    return Promise.resolve({ ok: true, file: { path, text } });
  };
}

/** The assembly in `cdk.out`, unless another folder is said. */
export const assemblyOf = (files: Files, folder = 'cdk.out'): Promise<Assembly> =>
  readAssembly(folder, memory(files));

export function stacksOf(assembly: Assembly): readonly Stack[] {
  const readText = (path: string): string | undefined => assembly.nested.get(path)?.text;
  const { nestedTemplate } = assembly;
  return parseCloudFormation(assembly.templates, { readText, nestedTemplate }).stacks.map(assembly.trace);
}

/** `lib/rag.ts:12:5`. */
export function place(span: Span): string {
  const { line, column } = regionOf(span);
  return `${span.file.path}:${line}:${column}`;
}

interface StackOptions {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly environment?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly additionalMetadataFile?: string;
}

/** A manifest with one stack, `App`, of the template `App.template.json`. */
export function manifest(
  { properties, environment = 'aws://111122223333/eu-west-1', ...rest }: StackOptions = {},
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const app = {
    type: 'aws:cloudformation:stack',
    environment,
    properties: { templateFile: 'App.template.json', ...properties },
    ...rest,
  };
  return { version: '48.0.0', artifacts: { App: app, Tree: { type: 'cdk:tree', properties: {} }, ...more } };
}

export const key = { Resources: { Key: { Type: 'AWS::KMS::Key', Properties: {} } } };
