import type { Resource, Scope } from '../model/resource.ts';
import { always, unknown } from '../model/value.ts';
import type { Link, Unknown } from '../model/value.ts';
import { combine } from './combine.ts';
import type { WorldView } from './combine.ts';
import { elementName } from './element.ts';
import { graphOf } from './graph.ts';
import { BudgetExceeded, defaultBudget } from './language/budget.ts';
import { equals } from './language/equal.ts';
import { force } from './language/force.ts';
import type { Element, Frame, Graph, Operand, Slot, World } from './language/runtime.ts';
import { computeElements } from './language/slot.ts';
import { opaque } from './language/unknowns.ts';
import { observe, undecided, wholeSubject } from './observation.ts';
import type { Observation, Point, Spot } from './observation.ts';
import type { PreparedAssertion, PreparedRule, Program } from './prepare.ts';
import type { Index } from './resource-index.ts';
import { worldsOf } from './world.ts';
import type { Compare, Worlds } from './world.ts';

/** More combinations of choices than this are not looked at: what they would say is unknown. */
const maxWorlds = 128;

/** What a rule says of its subject, over all worlds. */
export type Judge = (prepared: PreparedRule) => readonly Observation[];

/** Judges one resource or scope, which mostly has many rules. */
export function judgeOf(subject: Resource | Scope, index: Index): Judge {
  const graph = graphOf(index, subject);
  const budget = { left: defaultBudget };
  const worlds = worldsOf(compareIn(graph, budget));
  const surroundings: Surroundings = { graph, budget, world: worlds.world };
  return prepared => {
    budget.left = defaultBudget;
    worlds.restart();
    return judge(prepared.program(), subject, surroundings, worlds);
  };
}

function judge(
  program: Program,
  subject: Resource | Scope,
  surroundings: Surroundings,
  worlds: Worlds,
): readonly Observation[] {
  const views: WorldView[] = [];
  let complete = false;
  while (!complete && views.length < maxWorlds) {
    const observations = observeWorld(program, subject, surroundings);
    const picks = worlds.picks();
    complete = !worlds.advance();
    // Mostly there is one world, and nothing to combine.
    if (complete && views.length === 0) return observations ?? [];
    if (observations) views.push({ observations, picks });
  }
  return combine(views, complete);
}

function compareIn(graph: Graph, budget: Frame['budget']): Compare {
  return ({ left, right }, world) => {
    const frame: Frame = { slots: [], reads: { sensitive: false }, world, graph, budget };
    const equal = equals(force(left, frame) ?? null, force(right, frame) ?? null, frame);
    return typeof equal === 'boolean' ? equal : undefined;
  };
}

interface Surroundings {
  readonly graph: Graph;
  readonly budget: Frame['budget'];
  readonly world: World;
}

/** The evaluation in one world; nothing when the subject does not exist in it. */
function observeWorld(
  program: Program,
  subject: Resource | Scope,
  { graph, budget, world }: Surroundings,
): readonly Observation[] | undefined {
  if (!world.truth(subject.kind === 'resource' ? subject.exists : always)) return undefined;
  const slots = startingSlots(program);
  slots[0] = subjectSlot(subject);
  const frame: Frame = { slots, reads: { sensitive: false }, world, graph, budget };
  const observations: Observation[] = [];
  try {
    descend({ program, frame, depth: 0, point: undefined, doubts: [] }, observations);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    observations.push(undecided(overBudget, unknown('timeout', [{ what: error.message }])));
  }
  if (observations.length > 0) return observations;
  return [observe(wholeSubject, 'not-applicable', 'There is nothing in it that the rule speaks of.')];
}

/** The evaluation was stopped, wherever it was. */
const overBudget: Spot = { point: undefined, part: -2 };

const scratch = new WeakMap<Program, (Slot | undefined)[]>();

/** The slots of a rule at the start; of all its evaluations only one is under way at a time, so that they share an array. */
function startingSlots(program: Program): (Slot | undefined)[] {
  const slots = scratch.get(program) ?? program.slots.slice();
  scratch.set(program, slots);
  for (let index = 0; index < slots.length; index += 1) slots[index] = program.slots[index];
  return slots;
}

/** A scope has no properties; expressions see its name, kind, account and region. */
function subjectSlot(subject: Resource | Scope): Slot {
  if (subject.kind === 'resource') return subject;
  const { name, kind, account, region, observed = false, at } = subject;
  const entries = new Map<string, Element>([
    ['name', name],
    ['kind', kind],
    ['account', account],
    ['region', region],
    ['observed', observed],
  ]);
  return { kind: 'dict', entries, at };
}

/** A step of the iteration over `each`, at one element. `doubts` are the reasons why this element may not exist. */
interface Step {
  readonly program: Program;
  readonly frame: Frame;
  readonly depth: number;
  readonly point: Point | undefined;
  readonly doubts: readonly Unknown[];
}

function descend(step: Step, out: Observation[]): void {
  const { program, frame, depth, point } = step;
  const each = program.each[depth];
  if (!each) {
    assertAll(step, out);
    return;
  }
  const elements = computeElements(each.over, frame);
  if (elements.kind === 'failure') {
    out.push(undecided({ point, part: -1 }, doubtOf(elements), { discriminator: nameOf(point, frame) }));
    return;
  }
  const enter = (element: Slot, index: number, doubts: readonly Unknown[]): void => {
    frame.slots[each.slot] = element;
    for (const slot of each.clears) frame.slots[slot] = undefined;
    const at: Point = { before: point, element, index };
    descend({ program, frame, depth: depth + 1, point: at, doubts }, out);
  };
  const { items, rest } = elements;
  for (let index = 0; index < items.length; index += 1) enter(items[index] ?? null, index, step.doubts);
  if (rest) enter(rest, -1, [...step.doubts, rest]);
}

/** What names an element and those around it; empty for the subject as a whole. */
function nameOf(point: Point | undefined, frame: Frame): string {
  if (!point) return '';
  const { before, element, index } = point;
  return `${nameOf(before, frame)}/${index < 0 ? '?' : (elementName(element, frame) ?? index)}`;
}

/** Nothing said of an element that may not exist can be a failure, and of one that the rule may not apply to neither. */
function assertAll({ program, frame, point, doubts: before }: Step, out: Observation[]): void {
  const applies = program.where ? program.where(frame) : true;
  if (applies === false)
    return void out.push(observe({ point, part: -1 }, 'not-applicable', 'The rule does not apply here.'));
  const doubts = applies === true ? before : [...before, doubtOf(applies)];
  for (let part = 0; part < program.assert.length; part += 1) {
    const assertion = program.assert[part];
    if (assertion) out.push(assertOne(assertion, { point, part }, frame, doubts));
  }
}

function assertOne(
  { expr, message, at, related }: PreparedAssertion,
  spot: Spot,
  frame: Frame,
  doubts: readonly Unknown[],
): Observation {
  const truth = expr(frame);
  // Of what passes nobody asks for a name.
  if (truth === true) return observe(spot, 'pass', '');
  const { point, part } = spot;
  const told = {
    discriminator: nameOf(point, frame) + (part === 0 ? '' : `#${part}`),
    place: at ? at(frame) : { via: [] },
    related: related.map(locate => locate(frame)),
  };
  if (truth !== false) return undecided(spot, doubtOf(truth), told);
  const [doubt] = doubts;
  return doubt ? undecided(spot, doubt, told) : observe(spot, 'fail', message(frame), told);
}

/** Why a truth is neither true nor false. */
function doubtOf(operand: Operand): Unknown {
  const reason = opaque(operand);
  if (reason?.kind === 'unknown') return reason;
  // Rules are checked to ask first for what may be left out: what is missing here, AWS requires.
  if (reason?.absent) return unknown('parse-error', [{ what: `${reason.message}, and AWS requires it` }]);
  return ruleError(reason ? reason.message : 'the expression is not true or false');
}

function ruleError(message: string): Unknown {
  const link: Link = { what: `the rule cannot be evaluated here: ${message}` };
  return unknown('rule-error', [link]);
}
