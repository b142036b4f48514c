import type { Resource, Scope } from '../model/resource.ts';
import { always, unknown } from '../model/value.ts';
import type { Link, Unknown } from '../model/value.ts';
import { combine } from './combine.ts';
import type { WorldView } from './combine.ts';
import { elementName, elementOrigin } from './element.ts';
import { graphOf } from './graph.ts';
import { BudgetExceeded, defaultBudget } from './language/budget.ts';
import { equals } from './language/equal.ts';
import { force } from './language/force.ts';
import type { Element, Frame, Graph, Operand, Slot, World } from './language/runtime.ts';
import { computeElements } from './language/slot.ts';
import { opaque } from './language/unknowns.ts';
import { observe, undecided } from './observation.ts';
import type { Observation } from './observation.ts';
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
    descend({ program, frame, depth: 0, key: '', discriminator: '', doubts: [] }, observations);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    observations.push(
      undecided({ key: 'budget', discriminator: '' }, unknown('timeout', [{ what: error.message }])),
    );
  }
  if (observations.length > 0) return observations;
  return [
    observe(
      { key: '', discriminator: '' },
      'not-applicable',
      'There is nothing in it that the rule speaks of.',
    ),
  ];
}

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

/** A point of the iteration over `each`. `doubts` are the reasons why this element may not exist. */
interface Step {
  readonly program: Program;
  readonly frame: Frame;
  readonly depth: number;
  readonly key: string;
  readonly discriminator: string;
  readonly doubts: readonly Unknown[];
}

function descend(step: Step, out: Observation[]): void {
  const each = step.program.each[step.depth];
  if (!each) {
    assertAll(step, out);
    return;
  }
  const elements = computeElements(each.over, step.frame);
  if (elements.kind === 'failure') {
    out.push(undecided(step, doubtOf(elements)));
    return;
  }
  const enter = (element: Slot, part: Pick<Step, 'key' | 'discriminator' | 'doubts'>): void => {
    step.frame.slots[each.slot] = element;
    for (const slot of each.clears) step.frame.slots[slot] = undefined;
    const { program, frame, depth } = step;
    const { key, discriminator, doubts } = part;
    descend({ program, frame, depth: depth + 1, key, discriminator, doubts }, out);
  };
  elements.items.forEach((element, index) => enter(element, elementPart(step, element, index)));
  if (elements.rest) {
    const { rest } = elements;
    enter(rest, {
      key: `${step.key}/?`,
      discriminator: `${step.discriminator}/?`,
      doubts: [...step.doubts, rest],
    });
  }
}

function elementPart(
  step: Step,
  element: Slot,
  index: number,
): Pick<Step, 'key' | 'discriminator' | 'doubts'> {
  return {
    key: `${step.key}/${elementOrigin(element) ?? index}`,
    discriminator: `${step.discriminator}/${elementName(element, step.frame) ?? index}`,
    doubts: step.doubts,
  };
}

/** Nothing said of an element that may not exist can be a failure, and of one that the rule may not apply to neither. */
function assertAll(step: Step, out: Observation[]): void {
  const { program, frame } = step;
  const applies = program.where ? program.where(frame) : true;
  if (applies === false)
    return void out.push(observe(step, 'not-applicable', 'The rule does not apply here.'));
  const doubt = applies === true ? undefined : doubtOf(applies);
  const doubts = doubt ? [...step.doubts, doubt] : step.doubts;
  program.assert.forEach((assertion, index) => {
    const part = index === 0 ? '' : `#${index}`;
    const common = { key: `${step.key}#${index}`, discriminator: step.discriminator + part };
    out.push(assertOne(assertion, common, frame, doubts));
  });
}

function assertOne(
  { expr, message, at, related }: PreparedAssertion,
  common: Pick<Observation, 'key' | 'discriminator'>,
  frame: Frame,
  doubts: readonly Unknown[],
): Observation {
  const truth = expr(frame);
  if (truth === true) return observe(common, 'pass', '');
  const place = at ? at(frame) : { via: [] };
  const placed = { ...common, place, related: related.map(locate => locate(frame)) };
  if (truth !== false) return undecided(placed, doubtOf(truth));
  const [doubt] = doubts;
  return doubt ? undecided(placed, doubt) : observe(placed, 'fail', message(frame));
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
