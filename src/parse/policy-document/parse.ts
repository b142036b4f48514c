import type { Declaration, Stack } from '../../model/declaration.ts';
import type { SourceFile, Span } from '../../model/source.ts';
import { always, type Dict, known, unknown, type Unknown, type Value } from '../../model/value.ts';
import type { Entry, Node } from '../../syntax/node.ts';
import { spanOf, spanOfEntry } from '../../syntax/span.ts';

/** A file that holds nothing but an organisation policy. `type` is the `Type` of `AWS::Organizations::Policy`. */
export interface PolicyDocument {
  readonly document: { readonly file: SourceFile; readonly root: Node };
  readonly type: string;
}

/**
 * The policies that documents hold, as one stack, which says nothing of what else there is: documents do not say where they
 * are deployed, and all that a scope of theirs lacks may well exist.
 */
export function parsePolicyDocuments(documents: readonly PolicyDocument[]): readonly Stack[] {
  const [first] = documents;
  if (!first) return [];
  const at = spanOf(first.document.file, first.document.root);
  const where = elsewhere('a policy document does not say which organisation it is for');
  const rest = elsewhere('policy documents say nothing of what else is deployed');
  return [
    {
      key: 'organization-policies',
      name: 'policy documents',
      account: { ...where, set: true },
      region: { ...where, set: true },
      partition: { ...where, set: true },
      declarations: documents.map(declarationOf),
      openings: [{ types: 'all', because: rest }],
      at,
    },
  ];
}

const elsewhere = (what: string): Unknown => unknown('out-of-view', [{ what }]);

function declarationOf({ document: { file, root }, type }: PolicyDocument): Declaration {
  const at = spanOf(file, root);
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const entries = new Map<string, Value>([
    ['Name', known(name, at)],
    ['Type', known(type, at)],
    ['Content', valueOf(file, root, at)],
  ]);
  const properties: Dict = { kind: 'dict', entries, at };
  const kind = 'AWS::Organizations::Policy';
  return {
    format: 'cloudformation',
    key: `${file.path}#${name}`,
    type: kind,
    name,
    properties,
    exists: always,
    at,
  };
}

function valueOf(file: SourceFile, node: Node, at: Span): Value {
  if (node.kind === 'list') {
    return { kind: 'list', items: node.items.map(item => valueOf(file, item, spanOf(file, item))), at };
  }
  if (node.kind === 'map') {
    const entryOf = (entry: Entry): [string, Value] => {
      const place = spanOfEntry(file, entry);
      return [entry.key, valueOf(file, entry.value, place)];
    };
    return { kind: 'dict', entries: new Map(node.entries.map(entryOf)), at };
  }
  return typeof node.value === 'string' ? withHoles(node.value, at) : known(node.value, at);
}

/**
 * What a landing zone fills in before it deploys a document: `${MANAGEMENT_ACCOUNT}`. IAM's own variables, which have a
 * colon or are a single sign, are a part of the policy.
 */
const placeholder = /(\$\{[A-Za-z_][\w.-]*\})/;

function withHoles(text: string, at: Span): Value {
  const parts = text.split(placeholder).map((part, index) => (index % 2 === 0 ? part : hole(part, at)));
  if (parts.length === 1) return known(text, at);
  const written = parts.filter(part => part !== '');
  const [only] = written;
  if (written.length === 1 && typeof only === 'object') return only;
  return { kind: 'text', parts: written, at };
}

const hole = (what: string, at: Span): Unknown => ({
  ...unknown('unresolved-value', [{ what: `${what} is filled in when the document is deployed`, at }], at),
  set: true,
});
