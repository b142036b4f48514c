import type { Parameter, ParameterValue } from '../model/rule.ts';

const scalars = ['string', 'int', 'double', 'bool'] as const;

/** The type of a parameter, parsed: `map<string, list<int>>`. */
export type ValueType =
  | { readonly kind: (typeof scalars)[number] }
  | { readonly kind: 'list' | 'map'; readonly of: ValueType };

export function parseValueType(text: string): ValueType | undefined {
  const kind = scalars.find(scalar => scalar === text);
  if (kind) return { kind };
  const [, list, map] = /^(?:list<(.+)>|map<string, ?(.+)>)$/.exec(text) ?? [];
  const inner = list ?? map;
  const of = inner === undefined ? undefined : parseValueType(inner);
  return of && { kind: list === undefined ? 'map' : 'list', of };
}

/** What is wrong with a value for a parameter, `expected …, got …`; undefined when nothing is. */
export function mismatch(parameter: Parameter, value: ParameterValue): string | undefined {
  const type = parseValueType(parameter.type);
  if (!type || !fits(type, value)) return `expected ${parameter.type}, got ${JSON.stringify(value)}`;
  return outOfBounds(parameter, value) ?? notAllowed(parameter, value);
}

/**
 * The value that a text on the command line stands for: lists take commas (`a,b`) or JSON, maps take JSON.
 * Undefined when the text cannot be a value of that type.
 */
export function parseArgument(parameter: Parameter, text: string): ParameterValue | undefined {
  const type = parseValueType(parameter.type);
  return type && argument(type, text);
}

const truths = new Map([
  ['true', true],
  ['false', false],
]);

function argument(type: ValueType, text: string): ParameterValue | undefined {
  switch (type.kind) {
    case 'string':
      return text;
    case 'bool':
      return truths.get(text);
    case 'int':
    case 'double':
      return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
    case 'map':
      return json(text);
    case 'list':
      return text.startsWith('[') ? json(text) : commaSeparated(type.of, text);
  }
}

function commaSeparated(of: ValueType, text: string): readonly ParameterValue[] | undefined {
  if (of.kind === 'list' || of.kind === 'map') return undefined;
  const values = text.split(',').flatMap(part => argument(of, part.trim()) ?? []);
  return values.length === text.split(',').length ? values : undefined;
}

function json(text: string): ParameterValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isData(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Data without null, as YAML and JSON can write it. */
export function isData(value: unknown): value is ParameterValue {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isData);
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function fits(type: ValueType, value: ParameterValue): boolean {
  switch (type.kind) {
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return Number.isSafeInteger(value);
    case 'double':
      return typeof value === 'number';
    case 'list':
      return Array.isArray(value) && value.every((item: ParameterValue) => fits(type.of, item));
    case 'map':
      return (
        typeof value === 'object' &&
        !Array.isArray(value) &&
        Object.values(value).every(item => fits(type.of, item))
      );
  }
}

function outOfBounds({ min, max }: Parameter, value: ParameterValue): string | undefined {
  const size = sizeOf(value);
  if (size === undefined) return undefined;
  const of = typeof value === 'number' ? '' : ' of them';
  if (min !== undefined && size < min) return `expected at least ${min}${of}, got ${size}`;
  return max !== undefined && size > max ? `expected at most ${max}${of}, got ${size}` : undefined;
}

function notAllowed({ values }: Parameter, value: ParameterValue): string | undefined {
  const odd = values && wordsOf(value).find(word => !values.includes(word));
  return odd === undefined ? undefined : `expected one of ${values?.join(', ')}, got "${odd}"`;
}

/** A number itself, the length of a list or map; texts and truths have none. */
function sizeOf(value: ParameterValue): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? Object.keys(value).length : undefined;
}

function wordsOf(value: ParameterValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(wordsOf) : [];
}
