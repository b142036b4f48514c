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
  const length = source.length;
  if (length <= 5) {
    const word = words.get(source);
    if (word !== undefined) return word;
  }
  const first = source.charCodeAt(0);
  if (length > 16 || first > 57 || (first < 48 && first !== 45)) return source;
  return decimal.test(source) ? exactNumber(source) : source;
}

const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

function exactNumber(source: string): Scalar {
  const value = Number(source);
  const kept = Number.isInteger(value) ? Number.isSafeInteger(value) && !Object.is(value, -0) : true;
  return kept ? value : source;
}

function spellings(names: readonly string[], value: boolean | null): [string, Scalar][] {
  return names.flatMap((name): [string, Scalar][] => [
    [name, value],
    [name.charAt(0).toUpperCase() + name.slice(1), value],
    [name.toUpperCase(), value],
  ]);
}
