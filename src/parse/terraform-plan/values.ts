import type { Span } from '../../model/source.ts';
import type { Dict, Known, List, Value } from '../../model/value.ts';
import { isExpression } from './configuration.ts';
import { cursorAt, type Cursor, type Written } from './cursor.ts';
import { fieldOf, isFields, isList, type Fields } from './json.ts';
import { matchBlocks } from './match-blocks.ts';
import { matchExpressions } from './match-expressions.ts';

/** What a plan says of one block: its values, and beside them what is not known and what is not shown. */
export interface Planned {
  readonly after: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
  /** By attribute and block; undefined where the plan does not say what a block is made from. */
  readonly expressions: Fields | undefined;
}

/** A value that is not known before the plan is applied. */
export interface Missing {
  readonly attribute: string;
  /** What it is made from; undefined when nothing is written, `notShown` when the plan does not say. */
  readonly expression: unknown;
  /** Whether the source writes it; undefined when the source is not in view. */
  readonly isWritten: boolean | undefined;
  readonly at: Span;
}

/** What stands for a value that is missing; undefined when it is not set. */
export type Unresolved = (missing: Missing) => Value | undefined;

/** The attributes and nested blocks of a resource, with their places. */
export function valuesOf(planned: Planned, cursor: Cursor, unresolved: Unresolved): Dict {
  const { after, unknown, sensitive, expressions } = planned;
  const entries = new Map<string, Value>();
  const names = new Set([...keysOf(after), ...keysOf(unknown)]);
  for (const name of names) {
    const part: Part = {
      name,
      after: fieldOf(after, name),
      unknown: fieldOf(unknown, name),
      sensitive: sensitive === true || fieldOf(sensitive, name),
      expression: expressions && fieldOf(expressions, name),
      shown: expressions !== undefined,
    };
    const value = valueOf(part, cursor, unresolved);
    if (value) entries.set(name, value);
  }
  return { kind: 'dict', entries, at: cursor.header };
}

const keysOf = (value: unknown): readonly string[] => (isFields(value) ? Object.keys(value) : []);

interface Part {
  readonly name: string;
  readonly after: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
  readonly expression: unknown;
  /** Whether the plan shows the expressions of the block around it, so that none means that none is written. */
  readonly shown: boolean;
}

function valueOf(part: Part, cursor: Cursor, unresolved: Unresolved): Value | undefined {
  const place = placeIn(cursor, part.name);
  if (part.unknown === true) return unresolved(missing(part, cursor, place.at));
  // Of what is known in parts, `after` may have nothing at all.
  const after = isNothing(part.after) && isPartial(part.unknown) ? {} : part.after;
  if (isNothing(after) || isFilledIn(part)) return undefined;
  const isAttribute = place.isWritten && (isOneExpression(part.expression) || !place.hasBlocks);
  if (isBlocks(after) && !isAttribute) return blocksOf(part, after, cursor, unresolved);
  return plain({ ...part, after }, place.written, unresolved);
}

function placeIn(cursor: Cursor, name: string) {
  const attribute = cursor.attribute(name);
  const [block] = cursor.blocks(name);
  const at = attribute?.at ?? block?.header ?? cursor.header;
  const isWritten = attribute !== undefined;
  return { at, written: attribute ?? placed(at), isWritten, hasBlocks: block !== undefined };
}

const isPartial = (unknown: unknown): boolean => isFields(unknown) && Object.keys(unknown).length > 0;

/** Empty values are what providers fill in for what is not written. */
const isFilledIn = ({ after, expression, shown }: Part): boolean =>
  shown && expression === undefined && isEmpty(after);

const placed = (at: Span): Written => ({ at, entry: () => undefined, item: () => undefined });

function missing({ name, expression, shown }: Part, cursor: Cursor, at: Span): Missing {
  const isWritten = cursor.attribute(name) !== undefined || cursor.blocks(name).length > 0;
  return {
    attribute: name,
    expression: shown ? expression : notShown,
    isWritten: cursor.isSource ? isWritten : undefined,
    at,
  };
}

/** In the place of an expression that the plan leaves out, as those in `dynamic` blocks: there may be one. */
export const notShown = Symbol('an expression that the plan does not show');

export const isNothing = (after: unknown): boolean => after === null || after === undefined;

const isEmpty = (after: unknown): boolean => after === '' || (isList(after) && after.length === 0);

const isBlocks = (after: unknown): after is readonly unknown[] =>
  isList(after) && after.length > 0 && after.every(isFields);

/** `rule = [{ … }]`: a list that is written as an attribute has one expression. */
const isOneExpression = (expression: unknown): boolean =>
  isFields(expression) && Object.keys(expression).length > 0 && isExpression(expression);

function blocksOf(part: Part, blocks: readonly unknown[], cursor: Cursor, unresolved: Unresolved): List {
  const cursors = matchBlocks(blocks, cursor.blocks(part.name));
  const shared = isOneExpression(part.expression) ? part.expression : undefined;
  const expressions = matchExpressions(blocks, part.expression);
  const at = cursors[0]?.header ?? cursor.header;
  const items = blocks.map((after, index) => {
    const unknown = itemOf(part.unknown, index);
    const sensitive = part.sensitive === true || itemOf(part.sensitive, index);
    const one = cursors[index] ?? cursorAt(at);
    const inner: Unresolved = shared ? lost => unresolved({ ...lost, expression: shared }) : unresolved;
    return valuesOf({ after, unknown, sensitive, expressions: expressions[index] }, one, inner);
  });
  return { kind: 'list', items, at };
}

const itemOf = (value: unknown, index: number): unknown => (isList(value) ? value[index] : undefined);

/** The value of an attribute. */
function plain(part: Part, written: Written, unresolved: Unresolved): Value {
  const { after, unknown, sensitive } = part;
  const { at } = written;
  if (unknown === true) {
    const expression = part.shown ? (part.expression ?? notShown) : notShown;
    const lost: Missing = { attribute: part.name, expression, isWritten: true, at };
    return unresolved(lost) ?? { kind: 'absent', at };
  }
  const inner = (of: (value: unknown) => unknown, place: Written | undefined): Value =>
    plain(
      { ...part, after: of(after), unknown: of(unknown), sensitive: sensitive === true || of(sensitive) },
      place ?? placed(at),
      unresolved,
    );
  if (isList(after)) {
    const items = after.map((_, index) => inner(value => itemOf(value, index), written.item(index)));
    return { kind: 'list', items, at };
  }
  if (isFields(after)) {
    const names = [...new Set([...keysOf(after), ...keysOf(unknown)])];
    const entries = names
      .map(name => [name, inner(value => fieldOf(value, name), written.entry(name))] as const)
      .filter(([, value]) => value.kind !== 'absent');
    return { kind: 'dict', entries: new Map(entries), at };
  }
  return scalar(after, sensitive === true, at);
}

function scalar(value: unknown, isSensitive: boolean, at: Span): Value {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return { kind: 'absent', at };
  const known: Known = { kind: 'known', value, at };
  return isSensitive ? { ...known, sensitive: true } : known;
}
