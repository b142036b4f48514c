import type { SourceFile } from '../model/source.ts';
import type { Document } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { Diagnostic } from './diagnostic.ts';
import { asBlock, type Block } from './fields.ts';
import { validate, type SchemaName } from './validate.ts';

export type Checked =
  | { readonly ok: true; readonly block: Block }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A file as a tree that fits its schema, or why it does not. Trusted files are held to their schema by tests alone. */
export async function readChecked(file: SourceFile, schema: SchemaName, trusted: boolean): Promise<Checked> {
  const document = isBlank(file) ? emptyMap(file) : readYaml(file);
  if (!document.ok) {
    return { ok: false, diagnostics: document.problems.map(problem => ({ ...problem, path: file.path })) };
  }
  const diagnostics = trusted ? [] : await validate(schema, document);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, block: asBlock({ file, node: document.root }) };
}

/** Comments alone: `plumbline.yaml` before anything is set. */
const isBlank = ({ text }: SourceFile): boolean => text.split('\n').every(line => /^\s*(?:#.*)?$/.test(line));

const emptyMap = (file: SourceFile): Document => ({
  ok: true,
  file,
  root: { kind: 'map', start: 0, end: 0, entries: [] },
  duplicates: [],
});
