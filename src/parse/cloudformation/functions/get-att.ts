import type { Node } from '../../../syntax/node.ts';
import { lost } from '../compose.ts';
import { textOf } from '../loops.ts';
import { attribute } from '../refer.ts';
import type { Scope } from '../scope.ts';
import { concat, scalarText } from '../text.ts';
import { malformed } from '../trouble.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';

/** `GetAtt: Id.Attribute` or `GetAtt: [Id, Attribute]`. */
export const getAtt: Intrinsic = (argument, scope, at) => {
  const plain = argument.kind === 'list' ? undefined : textOf(argument, scope);
  if (plain !== undefined) {
    const dot = plain.indexOf('.');
    if (dot <= 0) return malformed(scope, at, `Fn::GetAtt needs a resource and an attribute, not ${plain}`);
    return attribute(plain.slice(0, dot), plain.slice(dot + 1), scope, at);
  }
  const [id, ...names] = argumentsOf(argument).map(node => nameOf(node, scope));
  if (id === undefined || names.length === 0)
    return malformed(scope, at, 'Fn::GetAtt needs a resource and an attribute');
  const known = names.filter(name => name !== null);
  if (id === null || known.length < names.length) {
    return lost('unresolved-value', [{ what: 'Fn::GetAtt of a name that is not known', at }], at, true);
  }
  return attribute(id, known.join('.'), scope, at);
};

/** Null when it is made by functions and not known. */
function nameOf(node: Node, scope: Scope): string | null {
  const plain = textOf(node, scope);
  if (plain !== undefined && node.tag === undefined) return plain;
  const value = concat([valueOf(node, scope)], valueAt(node, scope));
  return value.kind === 'known' ? scalarText(value) : null;
}

const valueAt = (node: Node, { file }: Scope) =>
  ({ kind: 'span', file, start: node.start, end: node.end }) as const;
