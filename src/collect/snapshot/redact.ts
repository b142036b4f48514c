import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import type { Json, JsonObject } from '../../model/observation.ts';
import { UsageError } from '../../model/problem.ts';
import type { SnapshotRecord } from './record.ts';

/** Puts pseudonyms in the place of account ids, and of what accounts are called; the same one wherever the same thing stands. */
export interface Redactor {
  readonly record: (record: SnapshotRecord) => SnapshotRecord;
  readonly account: (id: string) => string;
}

/** Changes nothing. */
export const openly: Redactor = { record: record => record, account: id => id };

/**
 * Pseudonyms come from a key that lies beside the snapshot (`<snapshot>.key`): with it, a run goes on under the same
 * pseudonyms, and ids can be looked up; without it, nobody can tell whose they are.
 */
export function redactorOf(path: string, begins: boolean): Redactor {
  const key = keyOf(`${path}.key`, begins);
  const digestOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const account = (id: string): string =>
    (digestOf(id).readBigUInt64BE() % 10n ** 12n).toString().padStart(12, '0');
  const name = (text: string): string => `name-${digestOf(text).toString('hex').slice(0, 8)}`;
  const text = (value: string): string => value.replaceAll(/(?<!\d)\d{12}(?!\d)/g, account);
  const json = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return value;
    return isList(value) ? value.map(json) : object(value);
  };
  const object = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([member, item]) => [text(member), json(item)]));
  return { account, record: record => redacted(record, { text, name, object }) };
}

interface Words {
  readonly text: (value: string) => string;
  readonly name: (value: string) => string;
  readonly object: (value: JsonObject) => JsonObject;
}

function redacted(record: SnapshotRecord, words: Words): SnapshotRecord {
  const { text, object } = words;
  if (record.type === 'end') return record;
  if (record.type === 'header') return redactedHeader(record, words);
  const account = text(record.account);
  if (record.type === 'row')
    return { ...record, account, ...(record.detail !== undefined && { detail: text(record.detail) }) };
  if (record.type === 'gap') {
    const id = record.id === undefined ? {} : { id: text(record.id) };
    return { ...record, account, ...id, detail: text(record.detail) };
  }
  const data = object(record.data);
  return {
    ...record,
    account,
    id: text(record.id),
    data: record.kind === 'organizations:account' ? renamed(data, words) : data,
    ...(record.tags && { tags: mapped(record.tags, text) }),
    calls: record.calls.map(call => ({ ...call, account: text(call.account) })),
  };
}

const personal: ReadonlySet<string> = new Set(['Name', 'Email']);

const renamed = (data: JsonObject, { name }: Words): JsonObject =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      personal.has(key) && typeof value === 'string' ? name(value) : value,
    ]),
  );

function redactedHeader(
  header: Extract<SnapshotRecord, { type: 'header' }>,
  { text, name }: Words,
): SnapshotRecord {
  const { organisation, accounts, caller } = header;
  return {
    ...header,
    // Behind the account stand names of roles and of people.
    caller: `${text(caller).split(':').slice(0, 5).join(':')}:redacted`,
    ...(organisation && { organisation: { ...organisation, management: text(organisation.management) } }),
    accounts: accounts.map(account => ({
      ...account,
      id: text(account.id),
      ...(account.name !== undefined && { name: name(account.name) }),
      ...(account.tags && { tags: mapped(account.tags, text) }),
    })),
  };
}

const mapped = (
  tags: Readonly<Record<string, string>>,
  text: (value: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [text(key), text(value)]));

function keyOf(path: string, begins: boolean): Buffer {
  if (begins) {
    const key = randomBytes(32);
    writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600 });
    return key;
  }
  if (!existsSync(path))
    throw new UsageError(`the snapshot is redacted, and its key ${path} is not there`, {
      hint: 'without the key a run cannot go on under the same pseudonyms',
    });
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
}

/** `Array.isArray` does not know read-only lists. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
