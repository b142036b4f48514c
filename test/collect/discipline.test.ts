import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';

import { assumeRole } from '../../src/collect/access.ts';
import { networkOf } from '../../src/collect/network.ts';
import { kms } from '../../src/collect/services/kms.ts';
import { sessionOf } from '../../src/collect/session.ts';
import { credentials, place, readAt, serveAws } from './local-aws.ts';
import type { Asked, LocalAws, Reply } from './local-aws.ts';

/* One service of one account, with the real SDK, against a server that does what AWS does on bad days. */

const network = networkOf(8, 1_500);

const quiet: Readonly<Record<string, string>> = {
  ListAliases: '{"Aliases":[]}',
  ListKeys: '{"Keys":[]}',
  DescribeKey: '{"KeyMetadata":{"KeyId":"k"}}',
  GetKeyPolicy: '{"Policy":"{}"}',
  GetKeyRotationStatus: '{"KeyRotationEnabled":true}',
  ListResourceTags: '{"Tags":[]}',
};

let reply: (asked: Asked) => Reply | undefined;
let server: LocalAws;
beforeAll(async () => {
  server = await serveAws(asked => reply(asked) ?? { body: quiet[asked.operation] ?? '{}' });
  vi.stubEnv('AWS_ENDPOINT_URL', server.endpoint);
});
afterEach(() => void server.asked.splice(0));
afterAll(() => {
  vi.unstubAllEnvs();
  network.destroy();
  server.stop();
});

const refused = (type: string, status = 400, message = 'no'): Reply => ({
  status,
  body: JSON.stringify({ __type: type, message }),
});

const page = (key: string, next?: string): Reply => ({
  body: JSON.stringify({
    Keys: [{ KeyId: key, KeyArn: `arn:${key}` }],
    ...(next !== undefined && { NextMarker: next, Truncated: true }),
  }),
});

const markerIn = ({ body }: Asked): string => /"Marker":"(\w+)"/.exec(body)?.[1] ?? '';

const count = (operation: string): number =>
  server.asked.filter(asked => asked.operation === operation).length;

test.each([
  ['the same page', (): Reply => page('a', 'again')],
  [
    'pages in a circle',
    (asked: Asked): Reply => page(markerIn(asked) || 'first', markerIn(asked) === 'x' ? 'y' : 'x'),
  ],
])('a list that names %s for ever ends, and is not whole', async (_, keys) => {
  reply = asked => (asked.operation === 'ListKeys' ? keys(asked) : undefined);
  const { gaps, row } = await readAt(kms, network);
  expect(gaps).toMatchObject([
    { kinds: ['kms:key'], cause: 'parse-error', detail: expect.stringContaining('lead in a circle') },
  ]);
  expect(row.status).toBe('partial');
  expect(count('ListKeys')).toBeLessThan(5);
});

test('a session that ends between two pages is renewed, and the list goes on', async () => {
  let renewed = 0;
  reply = asked => {
    if (asked.operation !== 'ListKeys') return undefined;
    if (markerIn(asked) === '') return page('a', 'two');
    return renewed > 1 ? page('b') : refused('ExpiredTokenException');
  };
  const session = sessionOf(async () => {
    renewed += 1;
    return { ...credentials, accessKeyId: `A${renewed}`, sessionToken: `T${renewed}` };
  });
  const { gaps, observations } = await readAt(kms, network, { session });
  expect(gaps).toEqual([]);
  expect(observations.map(({ id }) => id)).toEqual(['arn:a', 'arn:b']);
});

test('a session that cannot be renewed leaves the rest of the list unknown', async () => {
  reply = asked => {
    if (asked.operation !== 'ListKeys') return undefined;
    return markerIn(asked) === '' ? page('a', 'two') : refused('ExpiredTokenException');
  };
  const { gaps } = await readAt(kms, network);
  expect(gaps.find(({ id }) => id === undefined)).toMatchObject({
    kinds: ['kms:key'],
    cause: 'credentials-expired',
  });
});

test('a clock that is wrong is set right by what AWS says', async () => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  reply = ({ number }) =>
    number === 1 ? { ...refused('RequestTimeTooSkewed', 403), headers: { date } } : undefined;
  const { gaps } = await readAt(kms, network);
  expect(gaps).toEqual([]);
});

test.each([
  ['RequestTimeTooSkewed', 'the difference is too large'],
  ['InvalidSignatureException', 'Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z'],
])('where that does not help, %s is no missing permission', async (type, message) => {
  const renew = vi.fn<() => Promise<typeof credentials>>(async () => credentials);
  reply = () => refused(type, 403, message);
  const { row } = await readAt(kms, network, { session: sessionOf(renew) });
  expect(row).toMatchObject({ status: 'failed', cause: 'credentials-expired' });
  // A new session would not set the clock right.
  expect(renew).toHaveBeenCalledTimes(1);
});

test('an answer that does not end is a timeout', async () => {
  reply = ({ operation }) =>
    operation === 'ListAliases' ? { body: '{"Aliases":[', stalls: true } : undefined;
  const { gaps } = await readAt(kms, network);
  expect(gaps).toMatchObject([{ kinds: ['kms:alias'], cause: 'timeout' }]);
}, 30_000);

test('a run that stops does not wait for its turn, nor to try again', async () => {
  const stop = new AbortController();
  reply = ({ number }) => {
    if (number === 4) stop.abort();
    return refused('ThrottlingException');
  };
  const { row, gaps } = await readAt(kms, network, { signal: stop.signal, maxRps: 1 });
  expect(row.status).toBe('failed');
  expect(gaps.map(({ kinds }) => kinds)).toEqual(expect.arrayContaining([['kms:key'], ['kms:alias']]));
  expect(server.asked.length).toBeLessThan(8);
}, 30_000);

test('an account that is closed in the middle of it is unknown from there on', async () => {
  reply = ({ operation, number }) => {
    if (number > 3) return refused('UnrecognizedClientException', 403);
    return operation === 'ListKeys' ? page('a') : undefined;
  };
  const { gaps, row } = await readAt(kms, network);
  expect(gaps.length).toBeGreaterThan(0);
  expect(row.status).not.toBe('ok');
});

test('sts that asks for patience is asked again, and is counted', async () => {
  const answer =
    '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>A</AccessKeyId><SecretAccessKey>S</SecretAccessKey></Credentials></AssumeRoleResult></AssumeRoleResponse>';
  reply = ({ number }) =>
    number < 4
      ? { status: 400, body: '<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>' }
      : { body: answer };
  const onThrottle = vi.fn<() => void>();
  const session = sessionOf(async () => credentials);
  const caller = { arn: 'arn', account: place.account, partition: 'aws', home: 'us-east-1', session };
  const role = assumeRole(caller, { network, onThrottle }, { arn: 'arn:aws:iam::444455556666:role/Scan' });
  expect(await role.credentials()).toMatchObject({ accessKeyId: 'A' });
  expect(onThrottle).toHaveBeenCalledTimes(3);
});
