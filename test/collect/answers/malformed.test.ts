import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { aggregatorClient } from '../../../src/collect/aggregator/aggregator-client.ts';
import { mayBeEmpty } from '../../../src/collect/answers/may-be-empty.ts';
import { loadServices } from '../../../src/collect/load-services.ts';
import { networkOf } from '../../../src/collect/network.ts';
import type { Service } from '../../../src/collect/service.ts';
import { account } from '../../../src/collect/services/account.ts';
import { ec2Regions } from '../../../src/collect/services/ec2-regions.ts';
import { ec2 } from '../../../src/collect/services/ec2.ts';
import { iam } from '../../../src/collect/services/iam.ts';
import { kms } from '../../../src/collect/services/kms.ts';
import { organizations } from '../../../src/collect/services/organizations.ts';
import { s3 } from '../../../src/collect/services/s3.ts';
import { sessionOf } from '../../../src/collect/session.ts';
import { credentials, place, readAt, serveAws } from '../local-aws.ts';
import type { Asked, LocalAws } from '../local-aws.ts';

/*
 * Answers with status 200 that are none: of a proxy, cut, or of another service. Whatever the SDK makes of them, no list
 * may count as empty.
 */

const services = [...(await loadServices([])), account, ec2Regions, organizations];
const network = networkOf(64);

let body = '';
let reply: (asked: Asked) => string = () => body;
let server: LocalAws;
beforeAll(async () => {
  server = await serveAws(asked => ({ body: reply(asked) }));
  vi.stubEnv('AWS_ENDPOINT_URL', server.endpoint);
});
afterAll(() => {
  vi.unstubAllEnvs();
  network.destroy();
  server.stop();
});

const page = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Sign in</body></html>';

/** Lists of which this body is an answer; the others must be gaps. */
async function trusted(service: Service): Promise<readonly (string | undefined)[]> {
  reply = () => body;
  const { gaps, observations } = await readAt(service, network);
  expect(observations).toEqual([]);
  const open = gaps.filter(({ cause, id }) => cause === 'parse-error' && id === undefined);
  return service.lists.map(([top]) => top).filter(top => !open.some(({ kinds }) => kinds[0] === top));
}

test.each([
  ['nothing', ''],
  ['a page', page],
  ['a message', '{"Message":"Request blocked"}'],
  ['an error of XML', '<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>'],
  ['a list', '[]'],
])(
  '%s is an empty list of no service',
  async (_, text) => {
    body = text;
    expect(await trustedAnywhere()).toEqual({});
  },
  60_000,
);

test('an object without members is an empty list only where AWS may say so', async () => {
  body = '{}';
  expect(await trustedAnywhere()).toEqual(emptyLists);
}, 60_000);

/** By service. */
async function trustedAnywhere(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const all = await Promise.all(
    services.map(async service => [service.name, await trusted(service)] as const),
  );
  return Object.fromEntries(all.filter(([, lists]) => lists.length > 0));
}

/** By `mayBeEmpty`. */
const emptyLists: Readonly<Record<string, readonly string[]>> = {
  bedrock: ['bedrock:invocation-logging'],
  budgets: ['budgets:budget'],
  macie2: ['macie2:session'],
  organizations: ['organizations:resource-policy'],
};

const wrapped = (inner: string): string =>
  `<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${inner}</DescribeVpcsResponse>`;

const iamAnswer = (inner: string): string =>
  `<GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult>${inner}</GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>`;

describe.each<readonly [Service, string, string, boolean]>([
  [kms, 'kms:alias', '{"Aliases":[]}', true],
  [kms, 'kms:alias', '{"Aliases":[],"Truncated":false,"later":{}}', true],
  [kms, 'kms:alias', '{"Aliases":"none"}', false],
  [kms, 'kms:alias', '{"Aliases":{}}', false],
  [kms, 'kms:alias', '{"Aliases":null}', false],
  [kms, 'kms:alias', '{"Aliases":[1]}', false],
  [kms, 'kms:alias', '{"Aliases":[{"AliasName":{"a":1},"TargetKeyId":"k"}]}', false],
  [kms, 'kms:alias', '{"Truncated":false}', false],
  [ec2, 'ec2:vpc', wrapped('<vpcSet/>'), true],
  [ec2, 'ec2:vpc', wrapped(''), true],
  [ec2, 'ec2:vpc', wrapped('<vpcSet>none</vpcSet>'), false],
  [ec2, 'ec2:vpc', wrapped('<vpcSet><message/></vpcSet>'), false],
  [ec2, 'ec2:vpc', wrapped('<message>blocked</message>'), false],
  [ec2, 'ec2:vpc', wrapped('<vpcSet>').slice(0, -25), false],
  [iam, 'iam:role', iamAnswer('<RoleDetailList/><IsTruncated>false</IsTruncated>'), true],
  [iam, 'iam:role', iamAnswer('<RoleDetailList>none</RoleDetailList>'), false],
  [iam, 'iam:role', '<GetAccountAuthorizationDetailsResponse/>', false],
  [
    s3,
    's3:bucket',
    '<ListAllMyBucketsResult><Owner><ID>x</ID></Owner><Buckets/></ListAllMyBucketsResult>',
    true,
  ],
  [s3, 's3:bucket', '<ListAllMyBucketsResult><Buckets>1</Buckets></ListAllMyBucketsResult>', false],
  [s3, 's3:bucket', '<VersioningConfiguration/>', false],
])('%s %s', (service, kind, text, empty) => {
  test(`${text} is ${empty ? 'an empty list' : 'no answer'}`, async () => {
    body = text;
    expect((await trusted(service)).includes(kind)).toBe(empty);
  });
});

test.each(['{}', '{"Message":"Request blocked"}', page, '{"KeyMetadata":[]}'])(
  'a description that is %s is a gap of its thing',
  async text => {
    const answers: Readonly<Record<string, string>> = {
      ListAliases: '{"Aliases":[]}',
      ListKeys: '{"Keys":[{"KeyId":"k","KeyArn":"arn:k"}]}',
      GetKeyPolicy: '{"Policy":"{}"}',
      GetKeyRotationStatus: '{"KeyRotationEnabled":true}',
      ListResourceTags: '{"Tags":[]}',
    };
    reply = ({ operation }) => answers[operation] ?? text;
    const { gaps, row } = await readAt(kms, network);
    expect(gaps).toMatchObject([{ id: 'arn:k', part: '*', action: 'kms:DescribeKey', cause: 'parse-error' }]);
    expect(row).toMatchObject({ status: 'partial', cause: 'parse-error' });
  },
);

test.each(['{}', '{"QueryInfo":{"SelectFields":[]}}', '{"Results":["x"]}', page])(
  'an aggregator that answers %s holds nothing for certain',
  async text => {
    reply = () => text;
    const session = sessionOf(async () => credentials);
    const caller = { arn: 'arn', account: place.account, partition: 'aws', home: 'us-east-1', session };
    const signal = new AbortController().signal;
    const settings = { network, maxRps: 100, started: new Date(), signal, onThrottle: () => undefined };
    const { select } = aggregatorClient({ caller, settings }, 'us-east-1');
    await expect(select('all', 'SELECT arn').next()).rejects.toThrow(/body|JSON/);
  },
);

test('what may be empty is collected', () => {
  const operations = new Set(services.flatMap(({ actions }) => Object.keys(actions)));
  expect([...mayBeEmpty].filter(id => !operations.has(id.split(':')[1] ?? ''))).toEqual([]);
});
