import { Ajv } from 'ajv';

import type { SnapshotRecord } from './record.ts';
import { snapshotSchema } from './schema.ts';

const { $schema: _, ...schema } = snapshotSchema;
const isRecord = new Ajv({ discriminator: true, allowUnionTypes: true }).compile<SnapshotRecord>(schema);

/** A line of a snapshot; throws `SyntaxError` when it is none. */
export function parseRecord(line: string): SnapshotRecord {
  const value: unknown = JSON.parse(line);
  if (isRecord(value)) return value;
  const [first] = isRecord.errors ?? [];
  throw new SyntaxError(`${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim());
}
