import { field } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';

/**
 * True for resources as templates write them, outside of a template: at the top of the file or under one of its keys
 * (`Resource:`). Such a file is a part that a template includes, or a template that is misspelt.
 */
export function isFragment(root: Node): boolean {
  if (root.kind !== 'map') return false;
  return [root, ...root.entries.map(({ value }) => value)].some(holdsResources);
}

const holdsResources = (node: Node): boolean =>
  node.kind === 'map' && node.entries.some(({ value }) => isResource(value));

function isResource(node: Node): boolean {
  const type = field(node, 'Type');
  if (node.kind !== 'map' || type?.kind !== 'scalar') return false;
  return (
    /^(?:AWS::\w+::\w+|Custom::\w+)$/.test(String(type.value)) &&
    node.entries.every(({ key }) => attributes.has(key.toLowerCase()))
  );
}

/** In lower case: a resource of which an attribute is misspelt is one too. */
const attributes: ReadonlySet<string> = new Set([
  'condition',
  'connectors',
  'creationpolicy',
  'deletionpolicy',
  'dependson',
  'ignoreglobals',
  'metadata',
  'properties',
  'type',
  'updatepolicy',
  'updatereplacepolicy',
]);
