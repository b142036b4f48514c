import { yamlLibrary } from '../../../syntax/library/load.ts';
import { numberText } from '../terms/number.ts';
import { EvaluationError } from '../terms/term.ts';
import { compareText } from '../terms/text.ts';
import { inQuotes, plainJson } from './json.ts';
import type { Plain } from './plain.ts';

export function readYaml(text: string): Plain {
  // Terraform knows times, which version 1.2 of YAML does not.
  const document = yamlLibrary().parseDocument(text, {
    customTags: ['timestamp', 'merge'],
    merge: true,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) throw new EvaluationError('the text is not YAML');
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return plainJson(withTimes(data));
  } catch {
    throw new EvaluationError('the YAML text has too many aliases');
  }
}

/** Times as texts of RFC 3339. */
function withTimes(data: unknown): unknown {
  if (data instanceof Date) return data.toISOString().replace('.000Z', 'Z');
  if (Array.isArray(data)) return data.map(withTimes);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withTimes(value)]));
}

/** As Terraform writes YAML: keys and texts in double quotes, keys in order. */
export const yamlText = (value: Plain): string => `${lines(value).join('\n')}\n`;

function lines(value: Plain): readonly string[] {
  if (value instanceof Map) return value.size === 0 ? ['{}'] : mapLines(value);
  if (Array.isArray(value)) return value.length === 0 ? ['[]'] : value.flatMap(itemLines);
  return scalarLines(value);
}

function scalarLines(value: Plain): readonly string[] {
  if (typeof value === 'string') return value.endsWith('\n') ? blockLines(value) : [`"${inQuotes(value)}"`];
  return [typeof value === 'number' ? numberText(value) : JSON.stringify(value)];
}

/** A text that ends its last line is written as a block. */
function blockLines(value: string): readonly string[] {
  return [
    '|',
    ...value
      .slice(0, -1)
      .split('\n')
      .map(line => (line === '' ? '' : `  ${line}`)),
  ];
}

const mapLines = (value: ReadonlyMap<string, Plain>): readonly string[] =>
  [...value]
    .toSorted(([left], [right]) => compareText(left, right))
    .flatMap(([key, part]) => entryLines(`"${inQuotes(key)}":`, part));

function entryLines(key: string, value: Plain): readonly string[] {
  const [first = '', ...more] = lines(value);
  if (value instanceof Map && value.size > 0) return [key, ...[first, ...more].map(line => `  ${line}`)];
  // Items of a list stand below the key without more space.
  if (Array.isArray(value) && value.length > 0) return [key, first, ...more];
  return [`${key} ${first}`, ...more];
}

function itemLines(value: Plain): readonly string[] {
  const [first = '', ...more] = lines(value);
  return [`- ${first}`, ...more.map(line => (line === '' || isBlock(value) ? line : `  ${line}`))];
}

const isBlock = (value: Plain): boolean => typeof value === 'string';
