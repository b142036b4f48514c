import type { Span } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import type { Node } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';
import { callOf } from '../intrinsic.ts';
import { textOf } from '../loops.ts';
import { attribute, refer } from '../refer.ts';
import type { Placed, Scope } from '../scope.ts';
import { concat } from '../text.ts';
import { malformed } from '../trouble.ts';
import { lostIn } from '../why.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';

/** `Sub: text` or `Sub: [text, { Name: value }]`; `${!Name}` is the text `${Name}`. */
export const sub: Intrinsic = (argument, scope, at) => {
  const [pattern, variables] = argumentsOf(argument);
  const text = pattern?.tag === undefined ? textOf(pattern, scope) : undefined;
  if (text === undefined) return unwritten(pattern, scope, at);
  if (!text.includes('${')) return concat([text], at);
  return concat(pieces(text, variablesOf(variables, scope), scope, at), at);
};

/** A macro may write the text; anything else is a mistake. */
function unwritten(pattern: Node | undefined, scope: Scope, at: Span): Value {
  if (!pattern || !callOf(pattern)) return malformed(scope, at, 'Fn::Sub needs a text');
  return lostIn('Fn::Sub', valueOf(pattern, scope), at);
}

function variablesOf(node: Node | undefined, scope: Scope): ReadonlyMap<string, Placed> {
  if (node?.kind !== 'map') return new Map();
  return new Map(entriesOf(node, scope).list.map(entry => [entry.key, entry]));
}

function pieces(
  text: string,
  variables: ReadonlyMap<string, Placed>,
  scope: Scope,
  at: Span,
): (string | Value)[] {
  const parts: (string | Value)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{([^{}]*)\}/g)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [, inner = ''] = match;
    parts.push(
      inner.startsWith('!') ? `\${${inner.slice(1)}}` : variable(inner.trim(), variables, scope, at),
    );
  }
  parts.push(text.slice(end));
  return parts;
}

function variable(name: string, variables: ReadonlyMap<string, Placed>, scope: Scope, at: Span): Value {
  const given = variables.get(name);
  if (given) return given.scope.instance.value(given.node, given.scope, given.at);
  if (!/^[A-Za-z0-9_.:]+$/.test(name)) {
    return malformed(scope, at, `Fn::Sub: \${${name}} is not a name; write \${!${name}} for the text itself`);
  }
  const dot = name.indexOf('.');
  if (dot <= 0) return refer(name, scope, at);
  return scope.instance.generated(name)
    ? refer(name, scope, at)
    : attribute(name.slice(0, dot), name.slice(dot + 1), scope, at);
}
