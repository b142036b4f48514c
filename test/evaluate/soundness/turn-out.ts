import { known } from '../../../src/model/value.ts';
import type {
  Condition,
  Conditional,
  Dict,
  List,
  OneOf,
  Reference,
  Text,
  Unknown,
  Value,
} from '../../../src/model/value.ts';
import type { Random } from '../language/random.ts';
import { oneOf, under } from './store.ts';
import type { Store } from './store.ts';

/** One way in which everything that is open turns out. */
export interface Outcome {
  readonly random: Random;
  readonly store: Store;
  /** What was chosen so far: of each choice an option, of each condition and comparison a truth. */
  readonly picks: Map<string, number>;
  /** The literals that references turned out to be, by target and attribute; without it they stay references. */
  readonly literals?: Map<string, string>;
  /** The resources that are in view. */
  readonly targets: ReadonlySet<string>;
  /** Where references of what comes from another estate point instead. */
  readonly redirect?: readonly string[];
  /** Notes what is pointed at: a deployment in which that does not exist cannot happen. */
  readonly used?: Set<string>;
}

/** The value as it turns out, with nothing open left in it; nothing when it is not there. */
export function turnOut(value: Value, place: string, outcome: Outcome): Value | undefined {
  if (value.kind === 'conditional')
    return turnOut(truth(value.condition, outcome) ? value.then : value.otherwise, place, outcome);
  if (value.kind !== 'one-of') return fill(value, place, outcome);
  const option = value.options[pick(value.choice, value.options.length, outcome)];
  return option && turnOut(option, place, outcome);
}

type Settled = Exclude<Value, OneOf | Conditional>;

function fill(value: Settled, place: string, outcome: Outcome): Value | undefined {
  switch (value.kind) {
    case 'known':
      return value;
    case 'absent':
      return undefined;
    case 'unknown':
      return fillUnknown(value, place, outcome);
    case 'text':
      return fillText(value, place, outcome);
    case 'list':
      return fillList(value, place, outcome);
    case 'dict':
      return fillDict(value, place, outcome);
    case 'reference':
      return fillReference(value, outcome);
  }
}

export function truth(condition: Condition, outcome: Outcome): boolean {
  switch (condition.kind) {
    case 'constant':
      return condition.value;
    case 'not':
      return !truth(condition.of, outcome);
    case 'and':
      return condition.of.every(part => truth(part, outcome));
    case 'or':
      return condition.of.some(part => truth(part, outcome));
    case 'open':
      return pick(condition.choice, 2, outcome) === 0;
    case 'equals':
      return areEqual(condition, outcome);
  }
}

/** The same comparison has one truth wherever it occurs. */
function areEqual(condition: Extract<Condition, { kind: 'equals' }>, outcome: Outcome): boolean {
  const identity = JSON.stringify(condition);
  const before = outcome.picks.get(identity);
  if (before !== undefined) return before === 1;
  const [left, right] = [condition.left, condition.right].map(side => turnOut(side, '', outcome));
  const equal = left?.kind === 'known' && right?.kind === 'known' && left.value === right.value;
  outcome.picks.set(identity, Number(equal));
  return equal;
}

function pick(choice: string, count: number, { picks, random }: Outcome): number {
  const picked = picks.get(choice) ?? random.below(count);
  picks.set(choice, picked);
  return picked;
}

function fillUnknown({ set, shape, one }: Unknown, place: string, outcome: Outcome): Value | undefined {
  const { random } = outcome;
  if (one !== undefined) return known(sameWords[pick(one, sameWords.length, outcome)] ?? '');
  if (shape === 'segment') return known(random.pick(segments));
  if (!set && random.chance(0.3)) return undefined;
  const filled = anything(place, outcome);
  return set && (!filled || isEmpty(filled)) ? known('something') : filled;
}

/** What Terraform takes for left out. */
const isEmpty = (value: Value): boolean =>
  value.kind === 'list'
    ? value.items.length === 0
    : value.kind === 'known' && (value.value === '' || value.value === null);

/** What one and the same unknown is wherever it stands. */
const sameWords = ['111122223333', '999999999999', 'eu-central-1', 'x', 'kb'] as const;

const segments = ['eu-central-1', 'us-east-1', '111122223333', 'aws', 'x', 'DRAFT'] as const;

/** What stands at this place in some case, a scalar from anywhere, or a value of a kind that does not belong there. */
function anything(place: string, outcome: Outcome): Value | undefined {
  const { random, store } = outcome;
  const found = random.chance(0.7) ? store.at(place, random) : undefined;
  if (found) return turnOut(found, place, outcome);
  if (random.chance(0.6)) return store.anywhere(random);
  return random.pick<() => Value>([
    () => known(random.pick(['', '*', 'x'])),
    () => known(random.below(5) * 1000),
    () => known(random.chance(0.5)),
    () => ({ kind: 'list', items: [] }),
    () => ({ kind: 'list', items: [known('x'), store.anywhere(random) ?? known(1)] }),
    () => ({ kind: 'dict', entries: new Map() }),
    () => ({ kind: 'dict', entries: new Map([['x', known('x')]]) }),
  ])();
}

function fillText({ parts }: Text, place: string, outcome: Outcome): Value {
  const filled = parts.map(part => (typeof part === 'string' ? part : fillHole(part, place, outcome)));
  if (filled.every(part => typeof part === 'string')) return known(filled.join(''));
  return { kind: 'text', parts: filled };
}

/** A string, or the pointer that it stays. */
function fillHole(hole: Value, place: string, outcome: Outcome): string | Value {
  if (hole.kind === 'unknown' && hole.shape !== 'segment' && hole.one === undefined)
    return piece(hole, place, outcome);
  const filled = turnOut(hole, place, outcome);
  if (filled?.kind === 'known') return String(filled.value);
  return filled?.kind === 'reference' || filled?.kind === 'text' ? filled : '';
}

/** A part of a string: often what some case has there from some character on. */
function piece({ set }: Unknown, place: string, { random, store }: Outcome): string {
  const found = (random.chance(0.7) ? store.at(place, random) : undefined) ?? store.anywhere(random);
  const text = found?.kind === 'known' ? String(found.value) : '*';
  const cut = text.slice(
    random.below(text.length + 1),
    random.chance(0.5) ? undefined : random.below(text.length + 1),
  );
  return set && cut === '' ? 'x' : cut;
}

function fillList({ items, rest }: List, place: string, outcome: Outcome): List {
  // What is not known in a list is one element of it.
  const certain = items.map(asElement);
  const filled = certain.flatMap(item => turnOut(item, under(place), outcome) ?? []);
  const { random } = outcome;
  for (let more = rest ? random.below(3) : 0; more > 0; more -= 1) {
    const extra = anything(under(place), outcome);
    if (extra) filled.splice(random.below(filled.length + 1), 0, extra);
  }
  return { kind: 'list', items: filled };
}

function asElement(item: Value): Value {
  switch (item.kind) {
    case 'unknown':
      return { ...item, set: true };
    case 'one-of':
      return { ...item, options: item.options.map(asElement) };
    case 'conditional':
      return { ...item, then: asElement(item.then), otherwise: asElement(item.otherwise) };
    default:
      return item;
  }
}

function fillDict({ entries, rest }: Dict, place: string, outcome: Outcome): Dict {
  const filled = new Map<string, Value>();
  const { random, store } = outcome;
  for (const [key, part] of entries) {
    const value = turnOut(part, under(place, key), outcome);
    if (value) filled.set(key, value);
  }
  for (const key of rest ? [...store.keys(place), 'x'] : []) {
    const extra = entries.has(key) || random.chance(0.6) ? undefined : anything(under(place, key), outcome);
    if (extra) filled.set(key, extra);
  }
  return { kind: 'dict', entries: filled };
}

function fillReference(reference: Reference, outcome: Outcome): Value {
  const { attribute } = reference;
  const target = oneOf(outcome.redirect ?? [], outcome.random) ?? reference.target;
  outcome.used?.add(target);
  const stays = !outcome.literals && outcome.targets.has(target);
  return stays ? { ...reference, target } : known(literalOf(target, attribute, outcome));
}

/** The same for every use; nothing else is called so. */
function literalOf(target: string, attribute: string, { literals, random }: Outcome): string {
  const identity = `${target}.${attribute}`;
  const literal =
    literals?.get(identity) ?? `${attribute === 'Arn' ? 'arn:aws:x:::' : ''}id-${random.below(1e9)}`;
  literals?.set(identity, literal);
  return literal;
}
