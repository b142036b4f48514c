import type { Reference, Scalar, Text, Unknown, Value } from '../../model/value.ts';
import { elementsOf, force } from './force.ts';
import type { DictOperand, Frame, ListOperand, Operand, Slot } from './runtime.ts';
import { isComposite } from './unknowns.ts';

const maxItems = 5;
const maxLength = 300;
const maxDepth = 3;

/**
 * A value as a person reads it in a message: short, on one line, never failing. What is not known says why, what is
 * sensitive is not shown.
 */
export function showSlot(slot: Slot | undefined, frame: Frame): string {
  return clean(show(slot, frame, 0));
}

/** The same in the words of a sentence: a list is its elements, one after the other. */
export function saySlot(slot: Slot | undefined, frame: Frame): string {
  const operand = slot === undefined || isSensitive(slot) ? undefined : force(slot, frame);
  const isList = operand !== undefined && isComposite(operand) && operand.kind === 'list';
  if (!isList) return showSlot(slot, frame);
  return clean(shownElements(operand, frame, 0).join(', ') || 'nothing');
}

function show(slot: Slot | undefined, frame: Frame, depth: number): string {
  if (isSensitive(slot)) return '<redacted>';
  const operand = slot === undefined ? undefined : force(slot, frame);
  if (operand === undefined) return '<absent>';
  if (typeof operand === 'string') return depth === 0 ? operand : JSON.stringify(operand);
  return isComposite(operand) ? showComposite(operand, frame, depth) : String(operand);
}

function showComposite(operand: Exclude<Operand, Scalar>, frame: Frame, depth: number): string {
  switch (operand.kind) {
    case 'list':
      return showList(operand, frame, depth);
    case 'dict':
      return showDict(operand, frame, depth);
    case 'text':
      return showText(operand, frame);
    case 'reference':
      return showReference(operand, frame);
    case 'resource':
      return operand.name;
    case 'unknown':
      return `<unknown: ${reasonOf(operand)}>`;
    case 'failure':
      return operand.absent ? '<absent>' : `<error: ${operand.message}>`;
    case 'optional':
      return show(operand.value, frame, depth);
  }
}

function isSensitive(slot: Slot | undefined): boolean {
  if (typeof slot !== 'object' || slot === null) return false;
  return slot.kind === 'sealed' || (slot.kind === 'known' && slot.sensitive === true);
}

/** What is missing at the end of the chain: the part that a person can do something about. */
function reasonOf({ cause, chain }: Unknown): string {
  return chain.at(-1)?.what ?? cause;
}

function showList(list: ListOperand, frame: Frame, depth: number): string {
  return depth >= maxDepth ? '[…]' : `[${shownElements(list, frame, depth + 1).join(', ')}]`;
}

function shownElements(list: ListOperand, frame: Frame, depth: number): readonly string[] {
  const elements = elementsOf(list, frame);
  const shown = elements.slice(0, maxItems).map(element => show(element, frame, depth));
  if (elements.length > maxItems) shown.push(`… ${elements.length - maxItems} more`);
  if (list.rest) shown.push(`<unknown: ${reasonOf(list.rest)}>`);
  return shown;
}

function showDict({ entries, rest }: DictOperand, frame: Frame, depth: number): string {
  if (depth >= maxDepth) return '{…}';
  const there = [...entries].filter(
    ([, element]) => isSensitive(element) || force(element, frame) !== undefined,
  );
  const shown = there
    .slice(0, maxItems)
    .map(([key, element]) => `${JSON.stringify(key)}: ${show(element, frame, depth + 1)}`);
  if (there.length > maxItems) shown.push(`… ${there.length - maxItems} more`);
  if (rest) shown.push(`<unknown: ${reasonOf(rest)}>`);
  return `{${shown.join(', ')}}`;
}

function showText({ parts }: Text, frame: Frame): string {
  return parts.map(part => (typeof part === 'string' ? part : showHole(part, frame))).join('');
}

/** `${AWS::Region}`, where the reason names what is not known; why it is not known would hide the text around it. */
function showHole(hole: Value, frame: Frame): string {
  if (hole.kind !== 'unknown') return show(hole, frame, 0);
  const [, name] = /^(?:parameter )?(\w+(?:::\w+)*) (?:is|has) /.exec(reasonOf(hole)) ?? [];
  return name === undefined ? '…' : `\${${name}}`;
}

/** `GuardrailId of Guardrail`; a plain `Ref` is the name of its target. */
function showReference(reference: Reference, { graph }: Frame): string {
  const name = graph.target(reference)?.name ?? reference.target.slice(reference.target.lastIndexOf('#') + 1);
  return reference.attribute === 'Ref' ? name : `${reference.attribute} of ${name}`;
}

/** One line, without the control characters by which a resource could write to a terminal, and not too long. */
function clean(shown: string): string {
  const line = shown.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
  if (line.length <= maxLength) return line;
  const characters = Array.from(line.slice(0, 2 * maxLength + 2));
  return characters.length > maxLength ? `${characters.slice(0, maxLength).join('')}…` : line;
}
