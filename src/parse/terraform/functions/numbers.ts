import { rounded } from '../terms/number.ts';
import { EvaluationError } from '../terms/term.ts';
import type { FunctionTable } from './call-site.ts';
import { number, pure } from './plain.ts';

/** https://developer.hashicorp.com/terraform/language/functions, the part on numbers. */
export const numbers: FunctionTable = {
  abs: pure(([value]) => Math.abs(number(value)), 1),
  ceil: pure(([value]) => Math.ceil(number(value)), 1),
  floor: pure(([value]) => Math.floor(number(value)), 1),
  log: pure(([value, base]) => finite(Math.log(number(value)) / Math.log(number(base))), 2),
  max: pure(values => Math.max(...values.map(number)), 1, Infinity),
  min: pure(values => Math.min(...values.map(number)), 1, Infinity),
  pow: pure(([base, power]) => finite(number(base) ** number(power)), 2),
  signum: pure(([value]) => Math.sign(number(value)), 1),
};

function finite(value: number): number {
  if (Number.isFinite(value)) return rounded(value);
  throw new EvaluationError('the result is no number');
}
