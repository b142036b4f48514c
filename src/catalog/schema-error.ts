import type { ErrorObject } from 'ajv';

import type { Node } from '../syntax/node.ts';
import { closest } from './closest.ts';

/** A schema error in a person's words. With `key`, it speaks of that key of the node. */
export interface Explanation {
  readonly message: string;
  readonly key?: string;
  readonly hint?: string;
}

/** What is wrong with `node`, said for the person who wrote it. */
export function explain(error: ErrorObject, node: Node): Explanation {
  return explanations[error.keyword]?.(error, node) ?? { message: `${error.message}` };
}

type Explain = (error: ErrorObject, node: Node) => Explanation;

const explanations: Readonly<Record<string, Explain>> = {
  additionalProperties: error => {
    const key = param(error, 'additionalProperty');
    return {
      key,
      message: `unknown key \`${key}\``,
      ...suggestion(key, keysOf(schemaOf(error)['properties'])),
    };
  },
  required: error => ({ message: `\`${param(error, 'missingProperty')}\` is missing` }),
  type: (error, node) => ({
    message: `expected ${kinds(error)}, got ${describe(node)}`,
    ...quoteHint(error, node),
  }),
  enum: (error, node) => {
    const allowed = words(schemaOf(error)['enum']);
    const written = node.kind === 'scalar' ? node.source : '';
    return { message: `${describe(node)} is not allowed`, ...suggestion(written, allowed) };
  },
  pattern: (error, node) =>
    error.propertyName === undefined
      ? { message: `${describe(node)} does not fit`, ...description(error) }
      : { key: error.propertyName, message: `\`${error.propertyName}\` cannot be a name here` },
  oneOf: error => {
    const names = arms(schemaOf(error)['oneOf']).map(name => `\`${name}\``);
    const given: unknown = error.params['passingSchemas'];
    if (!Array.isArray(given)) return { message: `either ${listed(names, 'or')} is missing` };
    const both = names.filter((_, index) => given.includes(index));
    return { message: `${listed(both, 'and')} exclude each other` };
  },
  dependencies: error => ({
    key: param(error, 'property'),
    message: `\`${param(error, 'property')}\` needs \`${param(error, 'missingProperty')}\``,
  }),
  not: error => ({ message: 'this key is refused', ...description(error) }),
  minItems: () => ({ message: 'the list is empty' }),
  minProperties: () => ({ message: 'the map is empty' }),
  minLength: (_, node) => ({ message: `${describe(node)} is too short` }),
  maxLength: (error, node) => ({
    message: `${describe(node)} is too long; at most ${error.params['limit']} characters`,
  }),
  uniqueItems: () => ({ message: 'the list holds the same value twice' }),
};

function suggestion(written: string, allowed: readonly string[]): { hint?: string } {
  const near = closest(written, allowed);
  const all = allowed.length > 0 ? `allowed: ${allowed.join(', ')}` : '';
  return { hint: [near === undefined ? '' : `did you mean \`${near}\`?`, all].filter(Boolean).join('   ') };
}

function description(error: ErrorObject): { hint?: string } {
  const said = schemaOf(error)['description'];
  return typeof said === 'string' ? { hint: said } : {};
}

/** `account: 012345678901` is a number to YAML. */
function quoteHint(error: ErrorObject, node: Node): { hint?: string } {
  const wantsText = kinds(error).includes('text');
  return wantsText && node.kind === 'scalar' ? { hint: `put it in quotes: "${node.source}"` } : {};
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

function kinds(error: ErrorObject): string {
  const wanted = schemaOf(error)['type'];
  return (typeof wanted === 'string' ? [wanted] : words(wanted))
    .map(kind => kindNames[kind] ?? kind)
    .join(' or ');
}

function describe(node: Node): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a map';
  if (node.value === null) return 'nothing';
  const short = node.source.length > 60 ? `${node.source.slice(0, 57)}…` : node.source;
  return typeof node.value === 'string' ? `"${short}"` : short;
}

const param = (error: ErrorObject, name: string): string => String(error.params[name]);

function schemaOf(error: ErrorObject): Readonly<Record<string, unknown>> {
  return isRecord(error.parentSchema) ? error.parentSchema : {};
}

const keysOf = (value: unknown): readonly string[] => (isRecord(value) ? Object.keys(value) : []);

const words = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];

const arms = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap(arm => (isRecord(arm) ? words(arm['required']) : [])) : [];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `a, b or c`. */
const listed = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;
