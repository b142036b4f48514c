import { MalformedAnswer } from './malformed-answer.ts';
import { mayBeEmpty } from './may-be-empty.ts';
import type { Member, Output, Shape } from './output.ts';

type JsonMap = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Holds a JSON body to its operation: an object with members of it, the lists that AWS always sends, and nothing of another
 * type than the model says. The SDK takes a body without the list for an empty list.
 */
export function checkJson(output: Output, text: string): void {
  const body = parsed(text);
  if (!isMap(body)) throw new MalformedAnswer('the body is no JSON object');
  const members = membersOf(output);
  const missing = missingIn(output, body, members);
  if (missing !== undefined) throw new MalformedAnswer(`the body has no ${missing}`);
  const wrong = wrongIn(body, members, '');
  if (wrong !== undefined)
    throw new MalformedAnswer(`${wrong} is of another type than the model of the API says`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MalformedAnswer(`the body is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function membersOf({ members, payload }: Output): readonly Member[] {
  const shape = payload?.shape;
  return shape?.kind === 'structure' ? shape.members : members;
}

const keyOf = ({ name, traits }: Member): string => traits.jsonName ?? name;

/** What the body has to have and has not. */
function missingIn(output: Output, body: JsonMap, members: readonly Member[]): string | undefined {
  const isThere = (member: Member): boolean => (body[keyOf(member)] ?? null) !== null;
  const known = new Set(members.map(keyOf));
  if (members.length > 0 && !members.some(isThere))
    return mayBeEmpty.has(output.id) && Object.keys(body).every(key => known.has(key))
      ? undefined
      : `member of ${output.operation}`;
  const collections = members.filter(isCollection);
  const lists = collections.filter(({ required, shape }) => required && shape.kind === 'list');
  const absent = lists.find(list => !isThere(list));
  if (absent) return keyOf(absent);
  return isListing(members) && !collections.some(isThere) && !mayBeEmpty.has(output.id)
    ? collections.map(keyOf).join(' or ')
    : undefined;
}

const isCollection = ({ shape: { kind } }: Member): boolean => kind === 'list' || kind === 'map';

/** An answer that is a page of a list, and no description that holds lists besides. */
const isListing = (members: readonly Member[]): boolean =>
  members.some(isCollection) &&
  members.every(
    member =>
      isCollection(member) ||
      member.shape.kind === 'structure' ||
      /token|marker|truncated/i.test(member.name),
  );

function wrongIn(body: JsonMap, members: readonly Member[], path: string): string | undefined {
  for (const member of members) {
    const key = keyOf(member);
    const wrong = wrongAt(body[key], member.shape, path === '' ? key : `${path}.${key}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** The path of the first value that is of another type; what is null is not there. */
function wrongAt(value: unknown, shape: Shape, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (shape.kind) {
    case 'structure':
      return isMap(value) ? wrongIn(value, shape.members, path) : path;
    case 'list':
      return Array.isArray(value) ? wrongAmong(value.entries(), shape.item(), path) : path;
    case 'map':
      return isMap(value) ? wrongAmong(Object.entries(value), shape.item(), path) : path;
    default:
      return isSimple(value, shape.kind) ? undefined : path;
  }
}

function wrongAmong(
  entries: Iterable<readonly [number | string, unknown]>,
  item: Shape,
  path: string,
): string | undefined {
  for (const [key, value] of entries) {
    const wrong = wrongAt(value, item, `${path}[${key}]`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** As lenient as the readers of the SDK were for years: numbers and truth values may come as text. */
function isSimple(value: unknown, kind: Shape['kind']): boolean {
  if (kind === 'document' || kind === 'nothing') return true;
  if (typeof value === 'boolean') return kind === 'boolean' || kind === 'text';
  if (kind === 'boolean') return value === 'true' || value === 'false';
  return typeof value === 'string' || (typeof value === 'number' && kind !== 'blob');
}
