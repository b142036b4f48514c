import { describe, expect, test } from 'vitest';

import type { CollectRequest } from '../../src/collect/request.ts';
import { settled } from '../../src/collect/settle.ts';
import type { SnapshotHeader } from '../../src/model/observation.ts';

const request: CollectRequest = {
  tool: { name: 'plumbline', version: '1' },
  path: 'a.plumb',
  organisation: false,
  roles: [{ value: 'Scan' }],
  externalIds: [],
  filter: { accounts: [], excluded: [], units: [], tags: [] },
  regions: [],
  services: [],
  maxRps: 10,
  concurrency: 4,
  redact: false,
};

const header: SnapshotHeader = {
  schemaVersion: '1',
  tool: { name: 'plumbline', version: '1' },
  started: '2026-11-21T06:00:00.000Z',
  caller: 'arn:aws:iam::111122223333:role/nightly',
  organisation: { id: 'o-1', management: '111122223333' },
  accounts: [
    { id: '111122223333', partition: 'aws', state: 'ACTIVE' },
    { id: '444455556666', partition: 'aws', state: 'ACTIVE', skipped: 'not selected' },
  ],
  services: [{ name: 'kms', scope: 'regional', kinds: ['kms:key'] }],
  regions: ['eu-west-1'],
  via: 'config',
  aggregator: 'all',
  redacted: true,
};

const one: SnapshotHeader = {
  schemaVersion: '1',
  tool: header.tool,
  started: header.started,
  caller: header.caller,
  accounts: [{ id: '111122223333', partition: 'aws' }],
  services: header.services,
  via: 'auto',
  redacted: false,
};

const two: SnapshotHeader = {
  ...one,
  accounts: [...one.accounts, { id: '444455556666', partition: 'aws' }],
};

test('a new run asks as it is told, and else for what the aggregator is enough for', () => {
  expect(settled(request, undefined)).toEqual({ ...request, via: 'auto' });
  expect(settled({ ...request, via: 'api' }, undefined).via).toBe('api');
});

test('a run that goes on takes its scope and its source from the snapshot', () => {
  expect(settled(request, header)).toEqual({
    ...request,
    organisation: true,
    regions: ['eu-west-1'],
    services: ['kms'],
    via: 'config',
    aggregator: 'all',
    redact: true,
  });
});

test.each([{ via: 'config' }, { aggregator: 'all' }, { organisation: true }] as const)(
  'what the snapshot says may be said again: %j',
  more => {
    expect(settled({ ...request, ...more }, header).via).toBe('config');
  },
);

test('a snapshot of an older version does not say whom it asked', () => {
  const { via: _via, aggregator: _aggregator, ...older } = header;
  expect(settled(request, older).via).toBe('auto');
  expect(settled({ ...request, via: 'config', aggregator: 'x' }, older)).toMatchObject({
    via: 'config',
    aggregator: 'x',
  });
});

describe.each<readonly [Partial<CollectRequest>, SnapshotHeader, RegExp]>([
  [{ via: 'api' }, header, /as it was begun, with --via config: it cannot be api/],
  [{ via: 'auto' }, header, /as it was begun, with --via config: it cannot be auto/],
  [{ aggregator: 'other' }, header, /as it was begun, with --aggregator all: it cannot be other/],
  [{ aggregator: 'other' }, one, /as it was begun, without --aggregator: it cannot be other/],
  [{ organisation: true }, one, /--org cannot be added/],
  [{ roles: [] }, { ...header, via: 'api' }, /needs --role/],
  [{ roles: [] }, two, /needs --role/],
])('%j', (more, before, message) => {
  test(`is refused: ${message.source}`, () => {
    expect(() => settled({ ...request, ...more }, before)).toThrow(message);
  });
});

test('without a role the caller goes on with its own account, or with what an aggregator says', () => {
  expect(settled({ ...request, roles: [] }, one).via).toBe('auto');
  expect(settled({ ...request, roles: [] }, header).organisation).toBe(true);
});
