import type { Span } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import type { Node } from '../../../syntax/node.ts';
import { spanOf } from '../../../syntax/span.ts';
import type { Scope } from '../scope.ts';

/** What a function gives for the node that is its argument. `at` is the place of the call. */
export type Intrinsic = (argument: Node, scope: Scope, at: Span) => Value;

/** The value of an argument, at its own place. */
export const valueOf = (node: Node, scope: Scope): Value =>
  scope.instance.value(node, scope, spanOf(scope.file, node));

/** The value of a node, used at another place. */
export const valueAt = (node: Node, scope: Scope, at: Span): Value => scope.instance.value(node, scope, at);

/** The arguments of a function that takes a list; a single one may stand alone. */
export function argumentsOf(node: Node): readonly Node[] {
  if (node.tag !== undefined) return [node];
  return node.kind === 'list' ? node.items : [node];
}
