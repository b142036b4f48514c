import type { Operand } from '../runtime.ts';
import { bool, double, dyn, int, text } from '../type.ts';
import { failure, isComposite } from '../unknowns.ts';
import type { Builtin } from './builtin.ts';
import { refuse } from './operands.ts';

function toInt([subject]: readonly Operand[]): Operand {
  const number = typeof subject === 'string' && /^-?\d+$/.test(subject) ? Number(subject) : subject;
  if (typeof number !== 'number') return refuse('int', 'a number or the digits of one', subject);
  const whole = Math.trunc(number);
  return Number.isSafeInteger(whole) ? whole + 0 : failure('int(): the number is out of range');
}

function toDouble([subject]: readonly Operand[]): Operand {
  const spelled = typeof subject === 'string' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(subject);
  const number = spelled ? Number(subject) : subject;
  if (typeof number !== 'number') return refuse('double', 'a number or the digits of one', subject);
  return Number.isFinite(number) ? number : failure('double(): the number is out of range');
}

function toText([subject]: readonly Operand[]): Operand {
  if (typeof subject === 'string') return subject;
  if (typeof subject === 'number' || typeof subject === 'boolean') return String(subject);
  if (subject !== undefined && isComposite(subject) && subject.kind === 'text') return subject;
  return refuse('string', 'a number, a bool or a string', subject);
}

const truths: ReadonlyMap<string, boolean> = new Map(
  ['1', 't', 'T', 'true', 'TRUE', 'True']
    .map((word): [string, boolean] => [word, true])
    .concat(['0', 'f', 'F', 'false', 'FALSE', 'False'].map(word => [word, false])),
);

function toBool([subject]: readonly Operand[]): Operand {
  if (typeof subject === 'boolean') return subject;
  const truth = typeof subject === 'string' ? truths.get(subject) : undefined;
  return truth ?? refuse('bool', "a bool, 'true' or 'false'", subject);
}

/** A fact that nobody wrote down is not known; the rule says so with the reason. */
function unknown([reason]: readonly Operand[]): Operand {
  if (typeof reason !== 'string') return refuse('unknown', 'a string', reason);
  return { kind: 'unknown', cause: 'out-of-view', chain: [{ what: reason }] };
}

const scalars = [text, int, double, bool];

/** Conversions. They fail for what is no number, no bool, no text; they never guess. */
export const conversionFunctions: readonly Builtin[] = [
  { name: 'int', style: 'function', takes: [[int, double, text]], gives: int, run: toInt },
  { name: 'double', style: 'function', takes: [[int, double, text]], gives: double, run: toDouble },
  { name: 'string', style: 'function', takes: [scalars], gives: text, texts: true, run: toText },
  { name: 'bool', style: 'function', takes: [[bool, text]], gives: bool, run: toBool },
  {
    name: 'dyn',
    style: 'function',
    takes: [[dyn]],
    gives: dyn,
    texts: true,
    run: ([subject = null]) => subject,
  },
  { name: 'unknown', style: 'function', takes: [[text]], gives: dyn, run: unknown },
];
