import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { afterEach, expect, test, vi } from 'vitest';

import { networkOf } from '../../../src/collect/network.ts';
import { cloudwatch } from '../../../src/collect/services/cloudwatch.ts';
import { readUnit } from '../../../src/collect/unit.ts';
import type { Gap, JsonObject } from '../../../src/model/observation.ts';

/* The real client against answers over HTTP, in the form of the service. */

type Plain = Readonly<Record<string, unknown>>;

const metric = (MetricName: string, dimensions: Readonly<Record<string, string>>): Plain => ({
  MetricName,
  Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
});

/** Half past ten: the hour that has not ended is not spoken of. */
const started = new Date('2026-01-15T10:30:00Z');
const hour = 3600;
const end = Date.parse('2026-01-15T10:00:00Z') / 1000;
const window = { From: '2026-01-01T10:00:00.000Z', To: '2026-01-15T10:00:00.000Z' };

const result = (Id: string, points: readonly (readonly [hoursAgo: number, value: number])[]): Plain => ({
  Id,
  StatusCode: 'Complete',
  Timestamps: points.map(([ago]) => end - ago * hour),
  Values: points.map(([, value]) => value),
});

/** An answer about so many metrics. */
const batch = (count: number): Plain => ({
  MetricDataResults: Array.from({ length: count }, (_, index) => result(`m${index}`, [[1, 1]])),
});

const listing = (...Metrics: readonly Plain[]): Plain => ({ Metrics });

interface Answers {
  /** Pages of ListMetrics, by namespace. */
  readonly lists: Readonly<Record<string, readonly Plain[]>>;
  /** Answers of GetMetricData, in their order. */
  readonly data?: readonly Plain[];
}

interface Read {
  readonly data: readonly JsonObject[];
  readonly gaps: readonly Gap[];
  /** What was asked for, in its order. */
  readonly asked: readonly Plain[];
}

let close = (): void => undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  close();
});

/** What is read of one kind. */
async function reading(kind: string, { lists, data = [] }: Answers): Promise<Read> {
  const asked: Plain[] = [];
  const waiting: Record<string, Plain[]> = { data: [...data] };
  for (const [namespace, pages] of Object.entries(lists)) waiting[namespace] = [...pages];
  vi.stubEnv(
    'AWS_ENDPOINT_URL',
    await serving(input => {
      asked.push(input);
      const { Namespace: of } = input;
      return waiting[typeof of === 'string' ? of : 'data']?.shift() ?? {};
    }),
  );
  const observed: JsonObject[] = [];
  const gaps: Gap[] = [];
  await readUnit(
    {
      service: {
        ...cloudwatch,
        open: (...given) => cloudwatch.open(...given).filter(({ kinds }) => kinds.includes(kind)),
      },
      session: {
        credentials: async () => ({ accessKeyId: 'a', secretAccessKey: 'b' }),
        renew: async () => false,
      },
      place: { account: '111122223333', region: 'eu-west-1', partition: 'aws' },
      endpoint: 'eu-west-1',
    },
    {
      network: networkOf(4),
      maxRps: 1000,
      started,
      signal: new AbortController().signal,
      onThrottle: () => undefined,
    },
    { observe: one => observed.push(one.data), miss: gap => gaps.push(gap) },
  );
  return { data: observed, gaps, asked };
}

/** A server that answers JSON with JSON; its address. */
async function serving(say: (input: Plain) => Plain): Promise<string> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const input: Plain = JSON.parse(await text(request));
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify(say(input)));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const variant = (EndpointName: string): Readonly<Record<string, string>> => ({
  EndpointName,
  VariantName: 'v',
});

test('what is counted is summed up over all hours, a level averaged over those that have a datapoint', async () => {
  const { data, asked } = await reading('cloudwatch:variant-usage', {
    lists: {
      'AWS/SageMaker': [
        { ...listing(metric('Invocations', variant('a'))), NextToken: 'more' },
        listing(metric('Invocations', variant('b'))),
      ],
      '/aws/sagemaker/Endpoints': [listing(metric('GPUUtilization', variant('a')))],
    },
    data: [
      {
        MetricDataResults: [
          { ...result('m0', [[2, 5]]), StatusCode: 'PartialData' },
          result('m1', [
            [336, 10],
            [1, 30],
          ]),
        ],
        NextToken: 'more',
      },
      { MetricDataResults: [result('m0', [[1, 7]]), result('m2', [])] },
    ],
  });
  expect(data).toEqual([
    {
      ...variant('a'),
      ...window,
      Hours: 336,
      Invocations: { Sum: 12, BusiestHour: 7 },
      GPUUtilization: { Average: 20, BusiestHour: 30 },
    },
    { ...variant('b'), ...window, Hours: 336, Invocations: { Sum: 0, BusiestHour: 0 } },
  ]);
  expect(asked).toHaveLength(5);
  expect(asked.at(-1)).toMatchObject({ StartTime: end - 336 * hour, EndTime: end });
});

test('the time that is spoken of begins with the first datapoint of any metric', async () => {
  const { data } = await reading('cloudwatch:variant-usage', {
    lists: {
      'AWS/SageMaker': [listing(metric('Invocations', variant('a')))],
      '/aws/sagemaker/Endpoints': [listing(metric('CPUUtilization', variant('a')))],
    },
    data: [{ MetricDataResults: [result('m0', [[3, 5]]), result('m1', [[30, 1]])] }],
  });
  expect(data).toMatchObject([{ From: '2026-01-14T04:00:00.000Z', Hours: 30 }]);
});

test('metrics of other names and of more dimensions are left out; of nothing, nothing is asked', async () => {
  const { data, asked } = await reading('cloudwatch:model-usage', {
    lists: {
      'AWS/Bedrock': [
        listing(
          metric('InvocationLatency', { ModelId: 'a' }),
          metric('Invocations', { ModelId: 'a', ImageSize: '512' }),
          metric('Invocations', { ImageSize: '512' }),
          metric('Invocations', {}),
        ),
      ],
    },
  });
  expect(data).toEqual([]);
  expect(asked).toEqual([{ Namespace: 'AWS/Bedrock', Dimensions: [{ Name: 'ModelId' }] }]);
});

test('of the account and Region, the largest of what is called alike counts', async () => {
  const name = 'ModelInvocationLogsS3DeliveryFailure';
  const { data, asked } = await reading('cloudwatch:invocation-log-delivery', {
    lists: { 'AWS/Bedrock': [listing(metric(name, { ModelId: 'a' }), metric(name, {}))] },
    data: [{ MetricDataResults: [result('m0', [[1, 9]]), result('m1', [[1, 4]])] }],
  });
  expect(data).toMatchObject([{ [name]: { Sum: 9, BusiestHour: 9 } }]);
  expect(asked[0]).toEqual({ Namespace: 'AWS/Bedrock' });
});

test('many metrics are asked for in batches, none of which splits a thing', async () => {
  const both = Array.from({ length: 301 }, (_, index) => ({ ModelId: `m${index}` })).flatMap(of => [
    metric('Invocations', of),
    metric('InputTokenCount', of),
  ]);
  const { data, asked } = await reading('cloudwatch:model-usage', {
    lists: { 'AWS/Bedrock': [listing(metric('Invocations', { ModelId: 'first' }), ...both)] },
    data: [299, 300, 4].map(batch),
  });
  expect(data).toHaveLength(302);
  expect(asked).toHaveLength(4);
});

test.each([
  ['not all there is', [{ ...result('m0', [[1, 1]]), StatusCode: 'PartialData' }], 'timeout'],
  ['an error inside', [{ ...result('m0', []), StatusCode: 'InternalError' }], 'timeout'],
  ['forbidden', [{ ...result('m0', []), StatusCode: 'Forbidden' }], 'access-denied'],
  ['no word of it', [], 'timeout'],
] as const)('%s: is not known', async (_, MetricDataResults, cause) => {
  const { data, gaps } = await reading('cloudwatch:model-usage', {
    lists: { 'AWS/Bedrock': [listing(metric('Invocations', { ModelId: 'a' }))] },
    data: [{ MetricDataResults }],
  });
  expect(data).toEqual([]);
  expect(gaps).toMatchObject([
    { kinds: ['cloudwatch:model-usage'], action: 'cloudwatch:GetMetricData', cause },
  ]);
});
