import type { World } from '../../../src/evaluate/language/runtime.ts';
import type { Condition, Dict, List, Reference, Text, Unknown, Value } from '../../../src/model/value.ts';
import { closedValue, strings, unknownShapes } from './random-data.ts';
import type { Random } from './random.ts';

/** A world: each choice and each open condition goes one way, wherever it occurs. */
export function randomWorld(random: Random): World {
  const salt = random.below(1_000_000);
  const roll = (choice: string): number =>
    (choice.charCodeAt(0) * 31 + choice.charCodeAt(1) * 7919 + salt) % 97;
  const truth = (of: Condition): boolean => {
    if (of.kind === 'open') return roll(of.choice) % 2 === 0;
    if (of.kind === 'not') return !truth(of.of);
    return of.kind === 'constant' && of.value;
  };
  return { pick: (choice, count) => roll(choice) % count, truth };
}

/** One of the ways in which everything could turn out: known data, in the given world. */
export interface Completion {
  readonly random: Random;
  readonly world: World;
  /** What each reference turns out to be, the same everywhere. */
  readonly references: Map<string, string>;
}

/** Fills in everything; nothing for what is not there. */
export function complete(value: Value, completion: Completion): Value | undefined {
  const { random, world } = completion;
  switch (value.kind) {
    case 'known':
      return value;
    case 'absent':
      return undefined;
    case 'one-of':
      return complete(value.options[world.pick(value.choice, value.options.length)] ?? value, completion);
    case 'conditional':
      return complete(world.truth(value.condition) ? value.then : value.otherwise, completion);
    case 'unknown':
      return fillUnknown(value, random);
    default:
      return fill(value, completion);
  }
}

function fill(value: Reference | Text | List | Dict, completion: Completion): Value {
  switch (value.kind) {
    case 'reference':
      return { kind: 'known', value: fillReference(value, completion) };
    case 'text':
      return { kind: 'known', value: value.parts.map(part => fillPart(part, completion)).join('') };
    case 'list':
      return fillList(value, completion);
    case 'dict':
      return fillDict(value, completion);
  }
}

function fillUnknown(value: Unknown, random: Random): Value | undefined {
  const kept = unknownShapes.get(value);
  if (!kept) throw new Error('an unknown of which the shape is not known');
  return kept.mayBeAbsent && random.chance(0.3) ? undefined : closedValue(kept.shape, { random, open: 0 });
}

function fillReference({ target, attribute }: Reference, { random, references }: Completion): string {
  const key = `${target}.${attribute}`;
  const filled = references.get(key) ?? random.pick(strings);
  references.set(key, filled);
  return filled;
}

function fillPart(part: string | Value, completion: Completion): string {
  if (typeof part === 'string') return part;
  const filled = complete(part, completion);
  return filled?.kind === 'known' ? String(filled.value) : '';
}

/** What was not seen of an open list may stand anywhere in it. */
function fillList({ items, rest }: List, completion: Completion): List {
  const filled = items.flatMap(element => complete(element, completion) ?? []);
  const unseen = rest && fillUnknown(rest, completion.random);
  if (unseen?.kind === 'list')
    for (const extra of unseen.items) filled.splice(completion.random.below(filled.length + 1), 0, extra);
  return { kind: 'list', items: filled };
}

function fillDict({ entries, rest }: Dict, completion: Completion): Dict {
  const filled = new Map<string, Value>();
  for (const [key, entry] of entries) {
    const value = complete(entry, completion);
    if (value) filled.set(key, value);
  }
  for (const key of ['a', 'b', 'z']) {
    const value =
      rest && !entries.has(key) && completion.random.chance(0.5)
        ? fillUnknown(rest, completion.random)
        : undefined;
    if (value) filled.set(key, value);
  }
  return { kind: 'dict', entries: filled };
}
