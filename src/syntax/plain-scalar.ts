import type { Scalar } from '../model/value.ts';

const words = new Map<string, Scalar>([
  ...spellings(['yes', 'on', 'true'], true),
  ...spellings(['no', 'off', 'false'], false),
  ...spellings(['null'], null),
  ['~', null],
  ['', null],
]);

/**
 * What an unquoted YAML scalar stands for, as CloudFormation and PyYAML read it: the booleans of YAML 1.1
 * without `y` and `n`. Dates stay strings. So do numbers whose spelling would be lost: leading zeros
 * (account ids), `+`, exponents, other bases, more digits than a double holds.
 */
export function plainScalar(source: string): Scalar {
  const { length } = source;
  if (length <= 5) {
    const word = words.get(source);
    if (word !== undefined) return word;
  }
  const first = source.charCodeAt(0);
  if (first > 57 || (first < 48 && first !== 45)) return source;
  return length <= longest && decimal.test(source) && isExact(source) ? Number(source) : source;
}

const longest = 24;

const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Whether a double holds all digits; zeros at the end of a fraction do not count. */
function isExact(source: string): boolean {
  const value = Number(source);
  if (String(value) === source) return true;
  return source.length <= 16 && source.includes('.') && !Object.is(value, -0);
}

function spellings(names: readonly string[], value: boolean | null): [string, Scalar][] {
  return names.flatMap((name): [string, Scalar][] => [
    [name, value],
    [name.charAt(0).toUpperCase() + name.slice(1), value],
    [name.toUpperCase(), value],
  ]);
}
