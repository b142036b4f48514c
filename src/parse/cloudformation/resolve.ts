import type { Span } from '../../model/source.ts';
import { absent, type Unknown, type Value } from '../../model/value.ts';
import type { ListNode, MapNode, Node, ScalarNode } from '../../syntax/node.ts';
import { spanOf, spanOfEntry } from '../../syntax/span.ts';
import { lost } from './compose.ts';
import { entriesOf, isPlain } from './entries.ts';
import { functions } from './functions/functions.ts';
import { callOf, type Call } from './intrinsic.ts';
import { substitute } from './loops.ts';
import type { Scope } from './scope.ts';
import { written } from './text.ts';

/** The value that a node has when the stack is deployed, as far as the text tells. */
export function resolve(node: Node, scope: Scope, at: Span): Value {
  const { budget } = scope.instance.run;
  if (budget.depth <= 0) return lost('parse-error', [{ what: 'the template is nested too deeply', at }], at);
  budget.depth -= 1;
  const call = callOf(node);
  const value = call ? applied(call, scope, at) : literal(node, scope, at);
  budget.depth += 1;
  return value;
}

function applied({ name, argument }: Call, scope: Scope, at: Span): Value {
  const apply = functions.get(name);
  if (apply) return apply(argument, scope, at);
  const what = `${name} is not a function of CloudFormation that this version knows`;
  return lost('unresolved-value', [{ what, at }], at);
}

function literal(node: Node, scope: Scope, at: Span): Value {
  switch (node.kind) {
    case 'scalar':
      return scalar(node, scope, at);
    case 'list':
      return list(node, scope, at);
    case 'map':
      return map(node, scope, at);
  }
}

/** CloudFormation refuses null; no rule may take one for a value that is set. */
function scalar({ value }: ScalarNode, scope: Scope, at: Span): Value {
  if (value === null) return { ...absent, at };
  if (typeof value !== 'string') return { kind: 'known', value, at };
  return written(substitute(value, scope), at);
}

function list({ items }: ListNode, scope: Scope, at: Span): Value {
  const present: Value[] = [];
  let rest: Unknown | undefined;
  for (const item of items) {
    const value = resolve(item, scope, spanOf(scope.file, item));
    // What a macro gives in the place of an element may be nothing.
    if (value.kind === 'unknown' && isMacro(item)) rest ??= value;
    else if (value.kind !== 'absent') present.push(value);
  }
  return rest ? { kind: 'list', items: present, rest, at } : { kind: 'list', items: present, at };
}

const isMacro = (item: Node): boolean => callOf(item)?.name === 'Fn::Transform';

function map(node: MapNode, scope: Scope, at: Span): Value {
  return isPlain(node, scope) ? plainMap(node, scope, at) : expandedMap(node, scope, at);
}

/** Most maps: no loop or transform among the keys, and nothing to put into them. */
function plainMap(node: MapNode, scope: Scope, at: Span): Value {
  const entries = new Map<string, Value>();
  for (const entry of node.entries) {
    const value = resolve(entry.value, scope, spanOfEntry(scope.file, entry));
    if (value.kind === 'absent') entries.delete(entry.key);
    else entries.set(entry.key, value);
  }
  return { kind: 'dict', entries, at };
}

function expandedMap(node: MapNode, scope: Scope, at: Span): Value {
  const { list: placed, rest, doubts } = entriesOf(node, scope);
  const entries = new Map<string, Value>();
  for (const entry of placed) {
    const value = doubts?.get(entry.key) ?? resolve(entry.node, entry.scope, entry.at);
    if (value.kind === 'absent' && !rest) entries.delete(entry.key);
    else entries.set(entry.key, value);
  }
  return rest ? { kind: 'dict', entries, rest, at } : { kind: 'dict', entries, at };
}
