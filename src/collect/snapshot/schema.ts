import { causes } from '../../model/cause.ts';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const time = { type: 'string', description: 'ISO 8601 in UTC.' } as const;
const texts = { type: 'array', items: text } as const;
const tags = { type: 'object', additionalProperties: text } as const;
const cause = { enum: causes } as const;

const place = {
  account: text,
  region: { type: 'string', description: 'global for what belongs to no Region.' },
  partition: text,
} as const;

const account = {
  type: 'object',
  required: ['id', 'partition'],
  properties: {
    id: text,
    partition: text,
    name: text,
    state: { type: 'string', description: 'What Organizations says: ACTIVE, SUSPENDED, PENDING_CLOSURE, …' },
    path: { ...texts, description: 'Names of the organisational units from the root to the account.' },
    tags,
    skipped: { type: 'string', description: 'Why it is not in scope.' },
  },
} as const;

const header = {
  type: 'object',
  required: ['type', 'schemaVersion', 'tool', 'started', 'caller', 'accounts', 'services', 'redacted'],
  properties: {
    type: { const: 'header' },
    schemaVersion: { const: '1' },
    tool: { type: 'object', required: ['name', 'version'], properties: { name: text, version: text } },
    started: time,
    caller: { type: 'string', description: 'The ARN that asked.' },
    organisation: {
      type: 'object',
      required: ['id', 'management'],
      properties: { id: text, management: text },
    },
    accounts: { type: 'array', items: account },
    regions: {
      ...texts,
      description: 'The Regions that were asked for; left out for all that are switched on.',
    },
    services: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'scope', 'kinds'],
        properties: { name: text, scope: { enum: ['regional', 'global', 'organisation'] }, kinds: texts },
      },
    },
    leftOut: { ...texts, description: 'Kinds that were not asked for: nothing is known of them.' },
    via: { enum: ['auto', 'config', 'api'], description: 'Whom the run asks.' },
    aggregator: { type: 'string', description: 'The aggregator of AWS Config that was named.' },
    redacted: { type: 'boolean' },
  },
} as const;

const observation = {
  type: 'object',
  required: ['type', 'kind', 'account', 'region', 'partition', 'id', 'data', 'calls'],
  properties: {
    type: { const: 'observation' },
    kind: { type: 'string', description: 'bedrock:guardrail' },
    ...place,
    id: { type: 'string', description: 'Its ARN, or an id that is unique in the run.' },
    data: { type: 'object', description: "In the API's spellings." },
    tags,
    calls: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind', 'account', 'region', 'action', 'time'],
        properties: {
          kind: { const: 'call' },
          account: text,
          region: text,
          action: { type: 'string', description: 'bedrock:GetGuardrail' },
          time,
          requestId: text,
        },
      },
    },
  },
} as const;

const gap = {
  type: 'object',
  required: ['type', 'account', 'region', 'partition', 'service', 'kinds', 'action', 'cause', 'detail'],
  properties: {
    type: { const: 'gap' },
    ...place,
    service: text,
    kinds: texts,
    id: { type: 'string', description: 'The observation that lacks something.' },
    part: { type: 'string', description: 'What it lacks; * when it is the description itself.' },
    action: text,
    cause,
    detail: text,
  },
} as const;

const row = {
  type: 'object',
  required: [
    'type',
    'account',
    'region',
    'partition',
    'service',
    'status',
    'observations',
    'calls',
    'throttled',
    'started',
    'ended',
  ],
  properties: {
    type: { const: 'row' },
    ...place,
    service: text,
    status: { enum: ['ok', 'partial', 'failed'] },
    cause,
    detail: text,
    observations: count,
    calls: count,
    throttled: count,
    started: time,
    ended: time,
  },
} as const;

const end = {
  type: 'object',
  required: ['type', 'ended', 'reason', 'digest'],
  properties: {
    type: { const: 'end' },
    ended: time,
    reason: { enum: ['finished', 'deadline'] },
    digest: { type: 'string', description: 'SHA-256 of every byte of the file before its member.' },
  },
} as const;

/** `schemas/snapshot.schema.json`: one line of a snapshot. */
export const snapshotSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A line of a plumbline snapshot (gzipped NDJSON)',
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [header, observation, gap, row, end],
} as const;
