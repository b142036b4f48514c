import type { Node } from '../../syntax/node.ts';

/** A function call, in either spelling: `!Sub x`, `{ "Fn::Sub": x }`. `name` is the long one. */
export interface Call {
  readonly name: string;
  readonly argument: Node;
}

/** The call that a node is. A map is one when its only key is the name of a function. */
export function callOf(node: Node): Call | undefined {
  if (node.tag !== undefined) return tagged(node, node.tag);
  if (node.kind !== 'map' || node.entries.length !== 1) return undefined;
  const [only] = node.entries;
  if (!only || !isFunction(only.key)) return undefined;
  return { name: only.key, argument: only.value };
}

/** As `callOf`, where `Condition` names a condition: among the operands of conditions. */
export function conditionCallOf(node: Node): Call | undefined {
  if (node.tag === undefined && node.kind === 'map' && node.entries.length === 1) {
    const [only] = node.entries;
    if (only?.key === 'Condition') return { name: 'Condition', argument: only.value };
  }
  return callOf(node);
}

export const isLoop = (key: string): boolean => key.startsWith('Fn::ForEach::');

const isFunction = (key: string): boolean => key === 'Ref' || (key.startsWith('Fn::') && !isLoop(key));

function tagged(node: Node, tag: string): Call | undefined {
  // `!!str` and its like belong to YAML.
  if (tag.startsWith('!') || tag.startsWith('tag:')) return undefined;
  const { tag: _, ...argument } = node;
  return { name: tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`, argument };
}
