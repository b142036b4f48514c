import type { Unknown } from '../../model/value.ts';
import type { Bind, Comprehension } from './ast.ts';
import { spend } from './budget.ts';
import { notBool } from './compile-logic.ts';
import type { Compiler, Run } from './compiler.ts';
import { elementsOf, keysOf } from './force.ts';
import type { Element, Failure, Frame, Operand, Slot } from './runtime.ts';
import { computeSlot } from './slot.ts';
import { failure, isComposite, isFailure, kindOf, opaque, stronger } from './unknowns.ts';

/** `cel.bind()`, and `optMap()`, whose body is skipped for none. */
export function compileBind({ variable, value, body, optional }: Bind, compiler: Compiler): Run {
  const bound = compiler.compile(value);
  return compiler.bind([variable], (inner, [slot = 0]) => {
    const run = inner.compile(body);
    if (optional) return frame => mapOptional(bound(frame), inside => run(withSlot(frame, slot, inside)));
    return frame => run(withSlot(frame, slot, computeSlot(bound, frame)));
  });
}

function withSlot(frame: Frame, slot: number, value: Slot): Frame {
  frame.slots[slot] = value;
  return frame;
}

function mapOptional(value: Operand, run: (inside: Operand) => Operand): Operand {
  if (!isComposite(value) || value.kind !== 'optional')
    return opaque(value) ?? failure(`optMap() needs an optional, this is ${kindOf(value)}`);
  if (value.value === undefined) return value;
  const mapped = run(value.value);
  if (!isComposite(mapped)) return { kind: 'optional', value: mapped };
  return mapped.kind === 'unknown' || mapped.kind === 'failure'
    ? mapped
    : { kind: 'optional', value: mapped };
}

/** What a comprehension goes over: the certain elements, and the unknown that stands for others. */
interface Steps {
  readonly kind: 'steps';
  /** What the variables are at each step; over a list without its indexes they are the same elements. */
  readonly firsts: readonly Element[];
  readonly seconds: readonly Element[];
  /** What `filter` keeps of each step. */
  readonly kept: readonly Element[];
  readonly rest: Unknown | undefined;
}

/** `all`, `exists`, `exists_one`, `filter`, `map` over lists and over the keys of maps. */
export function compileComprehension(expr: Comprehension, compiler: Compiler): Run {
  const over = compiler.compile(expr.over);
  const pairs = expr.variables.length > 1;
  return compiler.bind(expr.variables, (inner, [first = 0, second]) => {
    const body = inner.compile(expr.body);
    const where = expr.where && inner.compile(expr.where);
    const enter: Enter = (steps, frame, step) => {
      spend(frame);
      frame.slots[first] = steps.firsts[step];
      if (second !== undefined) frame.slots[second] = steps.seconds[step];
    };
    const loop = loops[expr.macro](enter, body, where);
    return frame => {
      const steps = stepsOver(over(frame), frame, pairs);
      return steps.kind === 'steps' ? loop(steps, frame) : steps;
    };
  });
}

function stepsOver(value: Operand, frame: Frame, pairs: boolean): Steps | Unknown | Failure {
  if (isComposite(value) && value.kind === 'list') {
    const kept = elementsOf(value, frame);
    const firsts = pairs ? [...kept.keys()] : kept;
    return { kind: 'steps', firsts, seconds: kept, kept, rest: value.rest };
  }
  if (isComposite(value) && value.kind === 'dict') {
    const { keys, rest } = keysOf(value, frame);
    const seconds = pairs ? keys.map(key => value.entries.get(key) ?? null) : keys;
    return { kind: 'steps', firsts: keys, seconds, kept: keys, rest };
  }
  return opaque(value) ?? failure(`needs a list or a map, this is ${kindOf(value)}`);
}

/** Gives the variables their values at a step. */
type Enter = (steps: Steps, frame: Frame, step: number) => void;

type Loop = (steps: Steps, frame: Frame) => Operand;

type Macro = Comprehension['macro'];

const loops: Readonly<Record<Macro, (enter: Enter, body: Run, where: Run | undefined) => Loop>> = {
  all: (enter, body) => quantifier(enter, body, false),
  exists: (enter, body) => quantifier(enter, body, true),
  exists_one: existsOne,
  filter,
  map,
};

/** One deciding element decides; the unseen elements of an open list never do. */
function quantifier(enter: Enter, body: Run, decisive: boolean): Loop {
  return (steps, frame) => {
    const { kept, rest } = steps;
    let doubt: Unknown | Failure | undefined;
    for (let step = 0; step < kept.length; step += 1) {
      enter(steps, frame, step);
      const truth = body(frame);
      if (truth === decisive) return decisive;
      if (truth !== !decisive) doubt = stronger(doubt, notBool(truth, decisive ? 'exists()' : 'all()'));
    }
    return stronger(doubt, rest) ?? !decisive;
  };
}

function existsOne(enter: Enter, body: Run): Loop {
  return (steps, frame) => {
    const { kept, rest } = steps;
    let doubt: Unknown | Failure | undefined;
    let count = 0;
    for (let step = 0; step < kept.length; step += 1) {
      enter(steps, frame, step);
      const truth = body(frame);
      if (truth === true) count += 1;
      else if (truth !== false) doubt = stronger(doubt, notBool(truth, 'exists_one()'));
    }
    if (count > 1 && doubt?.kind !== 'failure') return false;
    return stronger(doubt, rest) ?? count === 1;
  };
}

/** Keeps what certainly fits; one element that might fit makes the result open. Over a map the keys are kept. */
function filter(enter: Enter, body: Run): Loop {
  return (steps, frame) => {
    const { kept, rest } = steps;
    const made: Element[] = [];
    let doubt: Unknown | Failure | undefined;
    for (let step = 0; step < kept.length; step += 1) {
      enter(steps, frame, step);
      const truth = body(frame);
      if (truth === true) made.push(kept[step] ?? null);
      else if (truth !== false) doubt = worse(doubt, notBool(truth, 'filter()'));
    }
    return resultOf(made, doubt, rest);
  };
}

function map(enter: Enter, body: Run, where: Run | undefined): Loop {
  return (steps, frame) => {
    const { kept, rest } = steps;
    const made: Element[] = [];
    let doubt: Unknown | Failure | undefined;
    for (let step = 0; step < kept.length; step += 1) {
      enter(steps, frame, step);
      const wanted = where ? where(frame) : true;
      if (wanted === false) continue;
      const value = wanted === true ? elementOf(body(frame)) : notBool(wanted, 'map()');
      if (wanted !== true || isFailure(value)) doubt = worse(doubt, opaque(value));
      else made.push(value);
    }
    return resultOf(made, doubt, rest);
  };
}

function elementOf(operand: Operand): Exclude<Operand, { kind: 'optional' }> {
  if (!isComposite(operand) || operand.kind !== 'optional') return operand;
  return failure('map() cannot make optionals: use orValue()');
}

/** Of the doubts of a list the failure counts: with one broken element no other element says anything. */
function worse(
  doubt: Unknown | Failure | undefined,
  next: Unknown | Failure | undefined,
): Unknown | Failure | undefined {
  return doubt?.kind === 'failure' || next === undefined
    ? doubt
    : next.kind === 'failure'
      ? next
      : (doubt ?? next);
}

function resultOf(
  items: readonly Element[],
  doubt: Unknown | Failure | undefined,
  rest: Unknown | undefined,
): Operand {
  if (doubt?.kind === 'failure') return rest ?? doubt;
  const open = doubt ?? rest;
  return open ? { kind: 'list', items, rest: open } : { kind: 'list', items };
}
