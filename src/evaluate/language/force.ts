import type { Conditional, OneOf, Reference, Text, Unknown, Value } from '../../model/value.ts';
import type { DictOperand, Element, Frame, ListOperand, Operand, Slot } from './runtime.ts';

/**
 * Looks at what stands in a list, a dict or a variable: choices are made as the world makes them, known values become
 * plain scalars, texts lose the holes that are known. Nothing when it is not there in this world.
 */
export function force(element: Slot, frame: Frame): Operand | undefined {
  if (typeof element !== 'object' || element === null) return element;
  switch (element.kind) {
    case 'known':
      if (element.sensitive) frame.reads.sensitive = true;
      return element.value;
    case 'absent':
      return undefined;
    case 'one-of':
    case 'conditional':
      return force(pick(element, frame), frame);
    case 'text':
      return fill(element, frame);
    case 'sealed':
      frame.reads.sensitive = true;
      return force(element.of, frame);
    default:
      return described(element, frame);
  }
}

/** A reference with what is known of its text. */
function described<T extends Operand>(operand: T | Reference, { graph }: Frame): T | Reference {
  if (!isReference(operand) || operand.text) return operand;
  const text = graph.textOf(operand);
  return text ? { ...operand, text } : operand;
}

const isReference = (operand: Operand): operand is Reference =>
  typeof operand === 'object' && operand?.kind === 'reference';

/** The value that the world of the frame gives a choice; other values as they are. */
export function choose<T extends Slot>(element: T | Value, frame: Frame): T | Value {
  let chosen = element;
  while (isChoice(chosen)) chosen = pick(chosen, frame);
  return chosen;
}

function isChoice(element: Slot): element is OneOf | Conditional {
  return (
    typeof element === 'object' &&
    element !== null &&
    (element.kind === 'one-of' || element.kind === 'conditional')
  );
}

function pick(choice: OneOf | Conditional, { world }: Frame): Value {
  if (choice.kind === 'conditional') return world.truth(choice.condition) ? choice.then : choice.otherwise;
  const { options, because } = choice;
  return options[world.pick(choice.choice, options.length, because)] ?? noOption(because);
}

const noOption = (because: OneOf['because']): Unknown => ({
  kind: 'unknown',
  cause: 'unresolved-value',
  chain: [because],
});

/** Fills the holes that the world decides. A text without holes is a string. */
function fill(text: Text, frame: Frame): string | Text {
  const parts: (string | Value)[] = [];
  for (const part of text.parts) append(parts, typeof part === 'string' ? part : fillHole(part, frame));
  return textOf(parts, text);
}

function fillHole(hole: Value, frame: Frame): string | Text | Value {
  const chosen = choose(hole, frame);
  const forced = force(chosen, frame);
  if (typeof forced === 'string') return forced;
  if (typeof forced === 'number' || typeof forced === 'boolean') return String(forced);
  if (typeof forced === 'object' && (forced?.kind === 'text' || forced?.kind === 'reference')) return forced;
  return chosen;
}

function append(parts: (string | Value)[], part: string | Value): void {
  if (typeof part === 'object' && part.kind === 'text') {
    for (const inner of part.parts) append(parts, inner);
    return;
  }
  const last = parts.at(-1);
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else if (part !== '') parts.push(part);
}

function textOf(parts: readonly (string | Value)[], { at }: Text): string | Text {
  if (parts.length === 0) return '';
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return only;
  return { kind: 'text', parts, ...(at && { at }) };
}

/** A text of these parts, in one piece when every part is known. Holes stay holes. */
export function concatenate(...operands: readonly (string | Text | Value)[]): string | Text {
  const [first, second] = operands;
  if (operands.length === 2 && typeof first === 'string' && typeof second === 'string') return first + second;
  const parts: (string | Value)[] = [];
  for (const operand of operands) append(parts, operand);
  return textOf(parts, { kind: 'text', parts });
}

/** The elements that are there in this world, not yet looked at. Unknown ones are elements. */
export function elementsOf({ items }: ListOperand, frame: Frame): readonly Element[] {
  for (const item of items) if (vanishes(item, frame)) return items.filter(one => !vanishes(one, frame));
  return items;
}

function vanishes(element: Element, frame: Frame): boolean {
  if (typeof element !== 'object' || element === null) return false;
  if (element.kind === 'absent') return true;
  if (!isChoice(element)) return false;
  const chosen = choose(element, frame);
  return typeof chosen === 'object' && chosen !== null && chosen.kind === 'absent';
}

/** Like `??`, but null is a value and not a gap. */
export const orElse = (value: Operand | undefined, other: Operand): Operand =>
  value === undefined ? other : value;

/** The value of a key; nothing when it is not there. An open dict answers for every key that it does not hold. */
export function read({ entries, rest }: DictOperand, key: string, frame: Frame): Operand | undefined {
  const element = entries.get(key);
  return element === undefined ? rest && maybeAbsent(rest) : force(element, frame);
}

/** What an open dict holds under a key that it does not show: perhaps nothing. */
function maybeAbsent(rest: Unknown): Unknown {
  if (!rest.set) return rest;
  return { kind: 'unknown', cause: rest.cause, chain: rest.chain };
}

/**
 * The keys that are certainly there, and the unknown that stands for others: of an open dict, or of an entry of which
 * even the presence is not known.
 */
export function keysOf(
  { entries, rest, keys: listed }: DictOperand,
  frame: Frame,
): { readonly keys: readonly string[]; readonly rest?: Unknown } {
  if (listed) return { keys: listed };
  const keys: string[] = [];
  let doubt = rest;
  for (const [key, element] of entries) {
    const chosen = choose(element, frame);
    const kind = typeof chosen === 'object' && chosen !== null ? chosen.kind : 'known';
    if (kind === 'absent') continue;
    if (isDoubtful(chosen)) doubt ??= chosen;
    else keys.push(key);
  }
  return doubt ? { keys, rest: doubt } : { keys };
}

/** True for an unknown that may turn out to be absent. */
export function isDoubtful(element: Slot): element is Unknown {
  return (
    typeof element === 'object' && element !== null && element.kind === 'unknown' && element.set !== true
  );
}
