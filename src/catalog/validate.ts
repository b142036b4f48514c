import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ErrorObject, ValidateFunction } from 'ajv';

import type { Document, Entry, Node } from '../syntax/node.ts';
import { diagnose, type Diagnostic, type Range } from './diagnostic.ts';
import { isNothing } from './fields.ts';
import { packageFolder } from './package-folder.ts';
import { explain } from './schema-error.ts';

export type SchemaName = 'rule' | 'cases' | 'policy' | 'config' | 'waivers' | 'baseline';

type Tree = Extract<Document, { ok: true }>;

/** Everything in which a file that a person wrote differs from its schema, in the order of the text. */
export async function validate(schema: SchemaName, document: Tree): Promise<readonly Diagnostic[]> {
  const check = await validatorOf(schema);
  check(plainOf(document.root));
  const errors = (check.errors ?? []).filter(isOwnError);
  const { path } = document.file;
  return [
    ...document.duplicates.map(({ message, region }) => ({ path, region, message })),
    ...tagged(document, schema),
    ...errors.map(error => diagnosticOf(error, document)),
  ].toSorted((a, b) => a.region.line - b.region.line || a.region.column - b.region.column);
}

const validators = new Map<SchemaName, ValidateFunction>();

/** Loading ajv costs more than reading ten files; a run without files of the user's own never does. */
async function validatorOf(schema: SchemaName): Promise<ValidateFunction> {
  const ready = validators.get(schema);
  if (ready) return ready;
  const { Ajv } = await import('ajv');
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
  const made = ajv.compile(
    JSON.parse(readFileSync(join(packageFolder, 'schemas', `${schema}.schema.json`), 'utf8')),
  );
  validators.set(schema, made);
  return made;
}

/** Errors inside the arms of a `oneOf` only say why that arm did not match; inside `propertyNames` they are the reason. */
const isOwnError = ({ schemaPath, keyword }: ErrorObject): boolean =>
  !schemaPath.includes('/oneOf/') && keyword !== 'propertyNames';

function diagnosticOf(error: ErrorObject, document: Tree): Diagnostic {
  const { node, entry } = nodeAt(document.root, error.instancePath);
  const { key, message, hint } = explain(error, node);
  const inner = key !== undefined && node.kind === 'map' ? node.entries.findLast(e => e.key === key) : entry;
  return diagnose(document.file, rangeOf(node, key === undefined ? undefined : inner), message, hint);
}

/** A mistake in a key is shown at the key, a mistake in a value at the value. */
const rangeOf = (node: Node, entry: Entry | undefined): Range =>
  entry ? { start: entry.keyStart, end: entry.keyEnd } : node;

/** The node that a JSON pointer leads to, with the entry that holds it. */
function nodeAt(root: Node, pointer: string): { readonly node: Node; readonly entry?: Entry } {
  const steps = pointer.split('/').slice(1);
  let found: { node: Node; entry?: Entry } = { node: root };
  for (const step of steps.map(raw => raw.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    const { node } = found;
    if (node.kind === 'scalar') return found;
    const entry = node.kind === 'map' ? node.entries.findLast(e => e.key === step) : undefined;
    const inner = node.kind === 'list' ? node.items[Number(step)] : entry?.value;
    if (!inner) return found;
    found = entry ? { node: inner, entry } : { node: inner };
  }
  return found;
}

/** Only templates may hold short tags. */
function tagged(document: Tree, schema: SchemaName): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (node: Node): void => {
    if (node.tag !== undefined) {
      found.push(diagnose(document.file, node, `the tag !${node.tag} has no meaning here`));
    }
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    for (const entry of node.entries) {
      if (schema !== 'cases' || entry.key !== 'cloudformation') visit(entry.value);
    }
  };
  visit(document.root);
  return found;
}

function plainOf(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  const given = node.entries.filter(entry => !isNothing(entry.value));
  return Object.fromEntries(given.map(entry => [entry.key, plainOf(entry.value)]));
}
