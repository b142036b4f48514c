import type { Node } from '../../syntax/node.ts';
import { argumentsOf } from './functions/arguments.ts';
import { callOf, conditionCallOf } from './intrinsic.ts';
import { textOf } from './loops.ts';
import type { Placed, Scope } from './scope.ts';

/** What conditions compare each parameter with: texts, and names of other parameters. */
export type Comparisons = ReadonlyMap<string, readonly Operand[]>;

export type Operand = { readonly text: string } | { readonly ref: string };

/** Every `Fn::Equals` of a `Ref` and a plain text or another `Ref`, in the order of the text. */
export function readComparisons(conditions: readonly Placed[]): Comparisons {
  const found = new Map<string, Operand[]>();
  for (const { node, scope } of conditions) visit(node, scope, found, maximumDepth);
  return found;
}

const maximumDepth = 60;

function visit(node: Node, scope: Scope, found: Map<string, Operand[]>, depth: number): void {
  if (depth <= 0) return;
  const call = conditionCallOf(node);
  const operands = call ? argumentsOf(call.argument) : childrenOf(node);
  if (call?.name === 'Fn::Equals') compare(operands, scope, found);
  for (const operand of operands) visit(operand, scope, found, depth - 1);
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items;
  return node.kind === 'map' ? node.entries.map(({ value }) => value) : [];
}

function compare([left, right]: readonly Node[], scope: Scope, found: Map<string, Operand[]>): void {
  const operands = [left, right].map(node => node && operandOf(node, scope));
  const [first, second] = operands;
  if (!first || !second) return;
  note(first, second, found);
  note(second, first, found);
}

function note(subject: Operand, other: Operand, found: Map<string, Operand[]>): void {
  if (!('ref' in subject)) return;
  const others = found.get(subject.ref);
  if (others) others.push(other);
  else found.set(subject.ref, [other]);
}

function operandOf(node: Node, scope: Scope): Operand | undefined {
  const call = callOf(node);
  const text = textOf(call ? call.argument : node, scope);
  if (text === undefined || text.includes('{{resolve:')) return undefined;
  if (!call) return { text };
  return call.name === 'Ref' ? { ref: text } : undefined;
}
