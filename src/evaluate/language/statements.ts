import type { Unknown } from '../../model/value.ts';
import { elementsOf, force, keysOf, read } from './force.ts';
import type { DictOperand, Element, Frame, ListOperand, Operand } from './runtime.ts';
import { isComposite, isUnknown, malformed, opaque } from './unknowns.ts';

/*
 * IAM writes one thing in many shapes: a statement or a list of them, a string or a list of strings, `"*"` or
 * `{"AWS": "*"}`. The virtual fields, all in lower case, give one shape.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

const rawNames: ReadonlyMap<string, string> = new Map([
  ['actions', 'Action'],
  ['notActions', 'NotAction'],
  ['resources', 'Resource'],
  ['notResources', 'NotResource'],
  ['principals', 'Principal'],
  ['notPrincipals', 'NotPrincipal'],
  ['conditions', 'Condition'],
]);

/**
 * A virtual field of a policy document or of a statement; nothing when the dict is neither or the name is none.
 * A field that the statement does not have is an empty list.
 */
export function readVirtual(dict: DictOperand, field: string, frame: Frame): Operand | undefined {
  const raw = rawFieldOf(dict, field);
  if (raw === undefined) return undefined;
  const element = dict.entries.get(raw) ?? dict.rest;
  const value = element === undefined ? undefined : force(element, frame);
  if (raw === 'Statement') return value === undefined ? undefined : listOf(value, element);
  if (value === undefined) return { kind: 'list', items: [], ...(dict.at && { at: dict.at }) };
  if (raw === 'Condition') return conditionsOf(value, frame);
  return raw.endsWith('Principal') ? principalsOf(value, element, frame) : listOf(value, element);
}

/** The field as AWS names it that a virtual field reads; nothing when the dict has no such virtual field. */
export function rawFieldOf({ entries, rest }: DictOperand, field: string): string | undefined {
  if (field === 'statements') return entries.has('Statement') || rest ? 'Statement' : undefined;
  return entries.has('Effect') || rest ? rawNames.get(field) : undefined;
}

/** A scalar or one statement as a list of itself; what is not known may be either. */
function listOf(value: Operand, element: Element | undefined): Operand {
  const single: ListOperand = { kind: 'list', items: [element ?? null] };
  if (!isComposite(value)) return single;
  switch (value.kind) {
    case 'unknown':
      // A shape is one of a string, as that of an account id.
      return value.shape ? single : value;
    case 'list':
    case 'failure':
      return value;
    case 'dict':
    case 'text':
    case 'reference':
      return single;
    default:
      return malformed('this is not a part of a policy document');
  }
}

function principalsOf(value: Operand, element: Element | undefined, frame: Frame): Operand {
  if (typeof value === 'string')
    return { kind: 'list', items: [principal(value === '*' ? '*' : 'AWS', element ?? value)] };
  if (!isComposite(value) || value.kind !== 'dict')
    return opaque(value) ?? malformed('this is not a principal');
  const { keys, rest } = keysOf(value, frame);
  const items: Element[] = [];
  let open: Unknown | undefined = rest;
  for (const type of keys) {
    const named = elementsUnder(value, type, frame);
    items.push(...named.items.map(item => principal(type, item)));
    open ??= named.rest;
  }
  return listWith(items, open);
}

/** One string or many; when even that is not known, perhaps more. */
function elementsUnder(dict: DictOperand, key: string, frame: Frame): ListOperand {
  const element = dict.entries.get(key);
  const value = read(dict, key, frame);
  if (element === undefined || value === undefined) return { kind: 'list', items: [] };
  const listed = listOf(value, element);
  if (isUnknown(listed)) return { kind: 'list', items: [], rest: listed };
  if (!isComposite(listed) || listed.kind !== 'list') return { kind: 'list', items: [] };
  return listWith(elementsOf(listed, frame), listed.rest);
}

function listWith(items: readonly Element[], rest: Unknown | undefined): ListOperand {
  return rest ? { kind: 'list', items, rest } : { kind: 'list', items };
}

function principal(type: string, value: Element): DictOperand {
  return made(
    new Map<string, Element>([
      ['type', type],
      ['value', value],
    ]),
    value,
  );
}

/** A dict that the engine made of a value, with the way back to it. */
function made(entries: ReadonlyMap<string, Element>, from: Element): DictOperand {
  const at = typeof from === 'object' && from !== null && 'at' in from ? from.at : undefined;
  return { kind: 'dict', entries, from, ...(at && { at }) };
}

const operatorPattern = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/i;

/** Each operator and key of a `Condition` block, with its values as a list. */
function conditionsOf(value: Operand, frame: Frame): Operand {
  if (!isComposite(value) || value.kind !== 'dict')
    return opaque(value) ?? malformed('this is not a condition block');
  const { keys, rest } = keysOf(value, frame);
  const blocks = keys.map(operator => testsOf(operator, read(value, operator, frame) ?? null, frame));
  return listWith(
    blocks.flatMap(block => block.items),
    rest ?? blocks.find(block => block.rest)?.rest,
  );
}

/** The keys under one operator. */
function testsOf(operator: string, block: Operand, frame: Frame): ListOperand {
  if (!isComposite(block) || block.kind !== 'dict')
    return { kind: 'list', items: [], rest: unreadable(block) };
  const { keys, rest } = keysOf(block, frame);
  const items = keys.map(key =>
    condition(operator, key, elementsUnder(block, key, frame), block.entries.get(key) ?? null),
  );
  return listWith(items, rest);
}

function unreadable(block: Operand): Unknown {
  const reason = opaque(block);
  if (reason?.kind === 'unknown') return reason;
  return malformed('the condition block is not a map');
}

function condition(operator: string, key: string, values: ListOperand, source: Element): DictOperand {
  const [, qualifier = '', name = operator, ifExists] = operatorPattern.exec(operator) ?? [];
  const entries = new Map<string, Element>([
    ['operator', name],
    ['qualifier', qualifier],
    ['ifExists', ifExists !== undefined],
    ['key', key],
    ['lowerKey', key.toLowerCase()],
    ['values', values],
  ]);
  return made(entries, source);
}
