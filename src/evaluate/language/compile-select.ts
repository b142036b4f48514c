import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import type { Has, Index, Select } from './ast.ts';
import type { Compiler, Run } from './compiler.ts';
import { elementsOf, force, isDoubtful, orElse, read } from './force.ts';
import type { DictOperand, Failure, Frame, ListOperand, Operand, Optional } from './runtime.ts';
import { rawFieldOf, readVirtual } from './statements.ts';
import { failure, firstOpaque, isComposite, isFailure, isUnknown, kindOf, opaque } from './unknowns.ts';

/** `operand.field` and `operand.?field`. */
export function compileSelect({ operand, field, optional }: Select, { compile }: Compiler): Run {
  const run = compile(operand);
  if (optional) return frame => chain(run(frame), value => optionalField(value, field, frame));
  const gone = absentField(field);
  const meta = resourceFields.get(field);
  return frame => {
    const value = run(frame);
    if (!isComposite(value)) return failure(`${kindOf(value)} has no field '${field}'`);
    if (value.kind === 'resource')
      return orElse(meta ? force(meta(value), frame) : read(value.properties, field, frame), gone);
    if (value.kind === 'dict') return orElse(readField(value, field, frame), gone);
    if (value.kind === 'optional') return chain(value, inner => optionalField(inner, field, frame));
    return opaque(value) ?? failure(`${kindOf(value)} has no field '${field}'`);
  };
}

const absentField = (field: string): Failure => ({
  kind: 'failure',
  message: `'${field}' is not set`,
  absent: true,
});

const metaFields = {
  type: ({ type }) => type,
  name: ({ name }) => name,
  key: ({ key }) => key,
  account: ({ account }) => account,
  region: ({ region }) => region,
  partition: ({ partition }) => partition,
  tags: ({ tags }) => tags,
} satisfies Readonly<Record<string, (resource: Resource) => string | Value>>;

/** The fields of a resource that are about it and not among its properties. */
export const resourceFields: ReadonlyMap<string, (resource: Resource) => string | Value> = new Map(
  Object.entries(metaFields),
);

function readResource(resource: Resource, field: string, frame: Frame): Operand | undefined {
  const meta = resourceFields.get(field);
  return meta ? force(meta(resource), frame) : read(resource.properties, field, frame);
}

/** An entry of a dict, or a virtual field where the dict is a policy document or a statement of one. */
function readField(dict: DictOperand, field: string, frame: Frame): Operand | undefined {
  const entry = dict.entries.get(field);
  if (entry !== undefined) return force(entry, frame);
  return readVirtual(dict, field, frame) ?? read(dict, field, frame);
}

const none: Optional = { kind: 'optional' };

/** Goes through an optional: none stays none, some is looked into, anything else is looked at as it is. */
function chain(value: Operand, look: (value: Operand) => Operand): Operand {
  if (!isComposite(value) || value.kind !== 'optional') return look(value);
  return value.value === undefined ? none : look(value.value);
}

function optionalField(value: Operand, field: string, frame: Frame): Operand {
  if (!isComposite(value)) return failure(`${kindOf(value)} has no field '${field}'`);
  if (value.kind === 'resource') return some(readResource(value, field, frame));
  if (value.kind === 'dict') return some(readField(value, field, frame));
  return opaque(value) ?? failure(`${kindOf(value)} has no field '${field}'`);
}

/** An unknown is never turned into a default: it stays unknown through the whole chain. */
function some(value: Operand | undefined): Operand {
  if (value === undefined || (isFailure(value) && value.absent)) return none;
  return isUnknown(value) || isFailure(value) ? value : { kind: 'optional', value };
}

/** `has(operand.field)`: set, not set, or unknown where even the presence is not known. */
export function compileHas({ target }: Has, { compile }: Compiler): Run {
  const run = compile(target.operand);
  const { field } = target;
  return frame => {
    const value = run(frame);
    if (!isComposite(value)) return failure(`${kindOf(value)} has no field '${field}'`);
    const inner = value.kind === 'optional' ? value.value : value;
    if (inner === undefined) return false;
    return presence(inner, field, frame);
  };
}

function presence(value: Operand, field: string, frame: Frame): Operand {
  if (!isComposite(value)) return failure(`${kindOf(value)} has no field '${field}'`);
  if (value.kind === 'resource') return isSet(readResource(value, field, frame));
  if (value.kind !== 'dict') return opaque(value) ?? failure(`${kindOf(value)} has no field '${field}'`);
  const raw = value.entries.has(field) ? field : (rawFieldOf(value, field) ?? field);
  return isSet(read(value, raw, frame));
}

function isSet(value: Operand | undefined): Operand {
  if (value === undefined) return false;
  return isDoubtful(value) ? value : true;
}

/** `operand[index]` and `operand[?index]`. */
export function compileIndex({ operand, index, optional }: Index, { compile }: Compiler): Run {
  const run = compile(operand);
  const key = compile(index);
  return frame => {
    const value = run(frame);
    const at = key(frame);
    if (isComposite(value) && value.kind === 'optional')
      return chain(value, inner => some(element(inner, at, frame)));
    const found = element(value, at, frame);
    return optional ? some(found) : found;
  };
}

function element(value: Operand, at: Operand, frame: Frame): Operand {
  const reason = firstOpaque(value, at);
  if (reason) return reason;
  if (!isComposite(value)) return failure(`cannot look up in ${kindOf(value)}`);
  if (value.kind === 'list') return listElement(value, at, frame);
  if (value.kind === 'dict') return dictElement(value, at, frame);
  return failure(`cannot look up in ${kindOf(value)}`);
}

/** Of an open list nobody knows which element stands where. */
function listElement(list: ListOperand, at: Operand, frame: Frame): Operand {
  if (typeof at !== 'number' || !Number.isInteger(at))
    return failure(`an index is an integer, this is ${kindOf(at)}`);
  if (list.rest) return list.rest;
  const found = elementsOf(list, frame)[at];
  const forced = found === undefined ? undefined : force(found, frame);
  return forced === undefined
    ? { kind: 'failure', message: `there is no element ${at}`, absent: true }
    : forced;
}

function dictElement(dict: DictOperand, at: Operand, frame: Frame): Operand {
  if (typeof at !== 'string') return failure(`a key is a string, this is ${kindOf(at)}`);
  return orElse(read(dict, at, frame), absentField(at));
}
