import { field } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';

/** True for a tree that is a template, whatever its file is called: a version of the format, or resources with types. */
export function looksLikeCloudFormation(root: Node): boolean {
  if (root.kind !== 'map') return false;
  if (field(root, 'AWSTemplateFormatVersion')) return true;
  const resources = field(root, 'Resources');
  if (resources?.kind === 'map' && resources.entries.some(({ value }) => hasType(value, 0))) return true;
  return isTransformed(field(root, 'Transform'));
}

/** `AWS::S3::Bucket`, `Custom::Thing`, `Vendor::Service::Type::MODULE`. */
const typeName = /^[A-Za-z0-9]+(?:::[A-Za-z0-9_@-]+)+$/;

const maximumDepth = 6;

/** The resource itself, or one in the body of a loop. */
function hasType(node: Node, depth: number): boolean {
  if (depth > maximumDepth) return false;
  if (node.kind === 'list') return node.items.some(item => hasType(item, depth + 1));
  if (node.kind !== 'map') return false;
  const type = field(node, 'Type');
  if (type) return type.kind === 'scalar' && typeof type.value === 'string' && typeName.test(type.value);
  return depth > 0 && node.entries.some(({ value }) => hasType(value, depth + 1));
}

function isTransformed(node: Node | undefined): boolean {
  if (node?.kind === 'list') return node.items.some(isTransformed);
  return node?.kind === 'scalar' && typeof node.value === 'string' && node.value.startsWith('AWS::');
}
