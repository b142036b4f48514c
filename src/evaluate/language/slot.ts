import type { Unknown } from '../../model/value.ts';
import type { Run } from './compiler.ts';
import { elementsOf } from './force.ts';
import type { Element, Failure, Frame, Operand, Slot } from './runtime.ts';
import { failure, isComposite, kindOf, opaque } from './unknowns.ts';

/** Evaluates for a variable: a result that a sensitive value went into is sealed, so that no message prints it. */
export function computeSlot(run: Run, frame: Frame): Slot {
  const { operand, sensitive } = observe(run, frame);
  return seal(operand, sensitive);
}

/** What `each` ranges over: the elements that are certainly there, and the unknown that stands for perhaps more. */
export interface Elements {
  readonly kind: 'elements';
  readonly items: readonly Slot[];
  readonly rest?: Unknown;
}

/** Evaluates the expression of an `each`. An unknown list has no certain element, only a rest. */
export function computeElements(run: Run, frame: Frame): Elements | Failure {
  const { operand, sensitive } = observe(run, frame);
  const reason = opaque(operand);
  if (reason?.kind === 'unknown') return { kind: 'elements', items: [], rest: reason };
  if (reason) return reason;
  if (!isComposite(operand) || operand.kind !== 'list')
    return failure(`each needs a list, this is ${kindOf(operand)}`);
  const elements = elementsOf(operand, frame);
  const items = sensitive ? elements.map(element => seal(element, sensitive)) : elements;
  return { kind: 'elements', items, ...(operand.rest && { rest: operand.rest }) };
}

function observe(run: Run, frame: Frame): { operand: Operand; sensitive: boolean } {
  const before = frame.reads.sensitive;
  frame.reads.sensitive = false;
  try {
    const operand = run(frame);
    return { operand, sensitive: frame.reads.sensitive };
  } finally {
    frame.reads.sensitive ||= before;
  }
}

function seal(value: Element | Operand, sensitive: boolean): Slot {
  return sensitive ? { kind: 'sealed', of: value } : value;
}
