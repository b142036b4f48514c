import { field, stringOf } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';
import { type Frame, readFrame } from './frame.ts';

/** What the app recorded of its constructs, by path (`/Support/Agent/Resource`). */
export type Constructs = ReadonlyMap<string, Construct>;

interface Construct {
  /** The logical id, of those that became an element of a template. */
  readonly logicalId?: string;
  /** The template of this construct, when it is a nested stack. */
  readonly template?: string;
  /** Where it was made, innermost first; only frames that may be the user's. */
  readonly frames: readonly Frame[];
}

/** Reads the metadata of a stack: `{ "/path": [{ type, data, trace }] }`. `pathOf` places the files that it names. */
export function readConstructs(
  metadata: Node | undefined,
  pathOf: (name: string) => string | undefined,
): Constructs {
  const entries = metadata?.kind === 'map' ? metadata.entries : [];
  return new Map(
    entries.map(({ key, value }) => [key, constructOf(value.kind === 'list' ? value.items : [], pathOf)]),
  );
}

function constructOf(records: readonly Node[], pathOf: (name: string) => string | undefined): Construct {
  const logicalId = stringOf(dataOf(records, 'aws:cdk:logicalId'));
  const template = pathOf(stringOf(dataOf(records, 'aws:cdk:templateFile')) ?? '');
  const created = dataOf(records, 'aws:cdk:creationStack');
  // Before 2.251 a trace was kept only under CDK_DEBUG, with the logical id.
  const trace = field(find(records, 'aws:cdk:logicalId') ?? noRecord, 'trace');
  const frames = [...framesOf(created), ...framesOf(trace)];
  return { frames, ...(logicalId && { logicalId }), ...(template && { template }) };
}

const noRecord: Node = { kind: 'map', entries: [], start: 0, end: 0 };

const find = (records: readonly Node[], type: string): Node | undefined =>
  records.find(record => stringOf(field(record, 'type')) === type);

function dataOf(records: readonly Node[], type: string): Node | undefined {
  const record = find(records, type);
  return record && field(record, 'data');
}

function framesOf(node: Node | undefined): readonly Frame[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap(item => readFrame(stringOf(item) ?? '') ?? []);
}

/** Template file → logical id → construct path. */
export type PathsByTemplate = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The template of the nested stack that a template declares under a logical id. */
export type NestedTemplates = (template: string, logicalId: string) => string | undefined;

/** Logical ids are unique in a template only: those below a nested stack belong to the template of that stack. */
export function pathsByTemplate(
  constructs: Constructs,
  template: string,
  nested: NestedTemplates,
): PathsByTemplate {
  const owners = ownersOf(constructs, template, nested);
  const paths = new Map<string, Map<string, string>>();
  for (const [path, { logicalId }] of constructs) {
    if (logicalId === undefined) continue;
    const owner = ownerOf(path, owners) ?? template;
    const inTemplate = paths.get(owner) ?? new Map<string, string>();
    paths.set(owner, inTemplate.set(logicalId, path));
  }
  return paths;
}

/** Construct path of each nested stack → its template; outer stacks first, because inner ones are declared in theirs. */
function ownersOf(
  constructs: Constructs,
  template: string,
  nested: NestedTemplates,
): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const outerFirst = [...constructs].toSorted(([a], [b]) => a.length - b.length);
  for (const [path, construct] of outerFirst) {
    // Since 2.251 a stack says it itself.
    if (construct.template) owners.set(path, construct.template);
    // The resource of nested stack `/App/Logging` is `/App/Logging.NestedStack/Logging.NestedStackResource`.
    const [, stack] = /^(.*)\.NestedStack\/[^/]+\.NestedStackResource$/.exec(path) ?? [];
    if (!stack || construct.logicalId === undefined) continue;
    const file = nested(ownerOf(path, owners) ?? template, construct.logicalId);
    if (file) owners.set(stack, file);
  }
  return owners;
}

const ownerOf = (path: string, owners: ReadonlyMap<string, string>): string | undefined =>
  ancestors(path).flatMap(folder => owners.get(folder) ?? [])[0];

/** `/a/b/c` → `/a/b`, `/a`. */
export function ancestors(path: string): readonly string[] {
  const found: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    found.push(path.slice(0, at));
  return found;
}
