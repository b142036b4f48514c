import { entryOf, field } from '../../syntax/field.ts';
import type { Entry, MapNode, Node } from '../../syntax/node.ts';
import { callOf } from '../cloudformation/intrinsic.ts';
import { textOf } from '../cloudformation/loops.ts';
import type { ResourceEntry } from '../cloudformation/scope.ts';

/** The properties of a resource of SAM with the `Globals` of its type under them, as they would be written in one place. */
export function withGlobals(resource: ResourceEntry): Node | undefined {
  const own = resource.attributes.get('Properties')?.node;
  const kind = resource.type.slice('AWS::Serverless::'.length);
  const section = resource.scope.instance.section('Globals').list.find(({ key }) => key === kind);
  const globals = section?.node;
  if (globals?.kind !== 'map' || section?.scope.file !== resource.scope.file) return own;
  const kept = { ...globals, entries: globals.entries.filter(({ key }) => !isIgnored(key, resource)) };
  if (!own || (own.kind === 'scalar' && own.value === null))
    return { ...kept, start: resource.at.start, end: resource.at.end };
  return merge(kept, own);
}

function isIgnored(key: string, { attributes, scope }: ResourceEntry): boolean {
  const ignored = attributes.get('IgnoreGlobals')?.node;
  if (ignored?.kind === 'list') return ignored.items.some(item => textOf(item, scope) === key);
  return textOf(ignored, scope) === '*';
}

/** Maps are merged, lists are joined; anything else, functions included, is what the resource says. */
function merge(global: Node, own: Node): Node {
  if (callOf(global) || callOf(own)) return own;
  if (global.kind === 'list' && own.kind === 'list')
    return { ...own, items: [...global.items, ...own.items] };
  return global.kind === 'map' && own.kind === 'map' ? mergeMaps(global, own) : own;
}

function mergeMaps(global: MapNode, own: MapNode): MapNode {
  const inherited = global.entries.map((entry): Entry => {
    const local = entryOf(own, entry.key);
    return local ? { ...local, value: merge(entry.value, local.value) } : entry;
  });
  const added = own.entries.filter(({ key }) => !field(global, key));
  return { ...own, entries: [...inherited, ...added] };
}
