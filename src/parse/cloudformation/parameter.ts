import type { Span } from '../../model/source.ts';
import type { Known, Link, Value } from '../../model/value.ts';
import { entryOf, field } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';
import { spanOfEntry, spanOf } from '../../syntax/span.ts';
import { splitText } from './functions/split-text.ts';
import { textOf } from './loops.ts';
import type { Placed, Scope } from './scope.ts';
import { scalarText } from './text.ts';

/** A parameter as the template declares it. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly at: Span;
  readonly default?: Written;
  readonly allowed: readonly Written[];
  readonly secret: boolean;
  /** No deployment can give it an empty value. */
  readonly filled: boolean;
}

export interface Written {
  readonly text: string;
  readonly at: Span;
}

export function readParameter({ key, at, node, scope }: Placed): Parameter {
  const type = textOf(field(node, 'Type'), scope) ?? 'String';
  const preset = node.kind === 'map' ? entryOf(node, 'Default') : undefined;
  const text = preset && defaultText(preset.value, scope);
  return {
    name: key,
    type,
    at,
    ...(preset && text !== undefined && { default: { text, at: spanOfEntry(scope.file, preset) } }),
    allowed: allowedOf(field(node, 'AllowedValues'), scope),
    secret: textOf(field(node, 'NoEcho'), scope)?.toLowerCase() === 'true',
    filled: isFilled(node, type, scope),
  };
}

/** Its value is looked up in Systems Manager when the stack is deployed; the default is only the path. */
export const isLookedUp = ({ type }: Parameter): boolean => type.startsWith('AWS::SSM::Parameter::Value<');

export const isList = ({ type }: Parameter): boolean => /(?:^|<)(?:CommaDelimitedList|List<)/.test(type);

/** What a text means for a parameter of this type. */
export function typed(value: Known, parameter: Parameter): Value {
  const secret: Known = parameter.secret ? { ...value, sensitive: true } : value;
  if (!isList(parameter))
    return parameter.type === 'Number' ? numeric(secret) : { ...secret, value: scalarText(value) };
  if (scalarText(value) === '') return { kind: 'list', items: [], ...(value.at && { at: value.at }) };
  const list = splitText(secret, ',', value.at ?? parameter.at);
  const items = list.items.map(item => (item.kind === 'known' ? element(item, parameter) : item));
  return { ...list, items };
}

export const written = ({ text, at }: Written, link: Link): Known => ({
  kind: 'known',
  value: text,
  at,
  via: [link],
});

function element(item: Known, { type }: Parameter): Known {
  const trimmed = { ...item, value: scalarText(item).trim() };
  return type === 'List<Number>' ? numeric(trimmed) : trimmed;
}

/** Only when nothing of the spelling is lost. */
function numeric(value: Known): Known {
  const number = Number(scalarText(value));
  return String(number) === scalarText(value) ? { ...value, value: number } : value;
}

/** CloudFormation wants text here; a list is taken as the text that it stands for. */
function defaultText(node: Node, scope: Scope): string | undefined {
  if (node.kind !== 'list') return textOf(node, scope);
  return node.items.map(item => textOf(item, scope) ?? '').join(',');
}

function allowedOf(node: Node | undefined, scope: Scope): Written[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap(item => {
    const text = textOf(item, scope);
    return text === undefined ? [] : [{ text, at: spanOf(scope.file, item) }];
  });
}

function isFilled(node: Node, type: string, scope: Scope): boolean {
  if (type === 'Number' || type.includes('AWS::')) return true;
  if (Number(textOf(field(node, 'MinLength'), scope) ?? 0) >= 1) return true;
  return refusesEmpty(textOf(field(node, 'AllowedPattern'), scope));
}

/** Patterns are Java's; one that this engine does not read refuses nothing. */
function refusesEmpty(pattern: string | undefined): boolean {
  if (pattern === undefined) return false;
  try {
    return !new RegExp(`^(?:${pattern})$`).test('');
  } catch {
    return false;
  }
}
