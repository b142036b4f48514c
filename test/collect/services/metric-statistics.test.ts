import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { afterEach, expect, test } from 'vitest';

import { failureOf } from '../../../src/collect/failure.ts';
import { all } from '../../../src/collect/service.ts';
import { usageOf } from '../../../src/collect/services/metric-statistics.ts';
import type { Measured, Usage } from '../../../src/collect/services/metric-statistics.ts';

/* The real client against answers over HTTP, in the form of the service. */

type Plain = Readonly<Record<string, unknown>>;

const metric = (MetricName: string, dimensions: Readonly<Record<string, string>>): Plain => ({
  Namespace: 'AWS/Bedrock',
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

let close = (): void => undefined;
afterEach(() => close());

interface Asked {
  readonly operation: string;
  readonly input: Plain;
}

/** Answers in their order, by operation; and what was asked. */
async function answering(
  answers: Readonly<Record<string, readonly Plain[]>>,
  dimensions: Partial<Pick<Measured, 'dimensions'>> = { dimensions: ['ModelId'] },
): Promise<{
  readonly read: () => Promise<readonly Usage[]>;
  readonly asked: readonly Asked[];
}> {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const before = asked.filter(one => one.operation === operation).length;
    const input: Plain = JSON.parse(await text(request));
    asked.push({ operation, input });
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify(answers[operation]?.[before] ?? {}));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done));
  close = () => void server.close();
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = new CloudWatchClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const measured = {
    ...dimensions,
    sources: [{ namespace: 'AWS/Bedrock', statistics: { Invocations: 'Sum', GPUUtilization: 'Average' } }],
  } as const;
  return { asked, read: () => all(usageOf(client, started, measured), usage => [usage]) };
}

/** An answer about so many metrics. */
const batch = (count: number): Plain => ({
  MetricDataResults: Array.from({ length: count }, (_, index) => result(`m${index}`, [[1, 1]])),
});

const listing = (...Metrics: readonly Plain[]): Plain => ({ Metrics });

test('is summed up by thing: what is counted over all hours, a level over those that have a datapoint', async () => {
  const { read, asked } = await answering({
    ListMetrics: [
      { ...listing(metric('Invocations', { ModelId: 'a' })), NextToken: 'more' },
      listing(metric('GPUUtilization', { ModelId: 'a' }), metric('Invocations', { ModelId: 'b' })),
    ],
    GetMetricData: [
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
  expect(await read()).toEqual([
    {
      ModelId: 'a',
      ...window,
      Hours: 336,
      Invocations: { Sum: 12, BusiestHour: 7 },
      GPUUtilization: { Average: 20, BusiestHour: 30 },
    },
    { ModelId: 'b', ...window, Hours: 336, Invocations: { Sum: 0, BusiestHour: 0 } },
  ]);
  expect(asked.map(({ operation }) => operation)).toEqual([
    'ListMetrics',
    'ListMetrics',
    'GetMetricData',
    'GetMetricData',
  ]);
  expect(asked[2]?.input).toMatchObject({ StartTime: end - 336 * hour, EndTime: end });
});

test('begins with the first datapoint of any metric', async () => {
  const { read } = await answering({
    ListMetrics: [
      listing(metric('Invocations', { ModelId: 'a' }), metric('GPUUtilization', { ModelId: 'a' })),
    ],
    GetMetricData: [{ MetricDataResults: [result('m0', [[3, 5]]), result('m1', [[30, 1]])] }],
  });
  expect(await read()).toMatchObject([{ From: '2026-01-14T04:00:00.000Z', Hours: 30 }]);
});

test('leaves out metrics of other names and of more dimensions; of nothing, nothing is asked', async () => {
  const { read, asked } = await answering({
    ListMetrics: [
      listing(
        metric('InvocationLatency', { ModelId: 'a' }),
        metric('Invocations', { ModelId: 'a', ImageSize: '512' }),
        metric('Invocations', { ImageSize: '512' }),
        metric('Invocations', {}),
      ),
    ],
  });
  expect(await read()).toEqual([]);
  expect(asked).toHaveLength(1);
});

test('of the account and Region, whatever the dimensions, is the largest of what is called alike', async () => {
  const { read, asked } = await answering(
    {
      ListMetrics: [listing(metric('Invocations', { ModelId: 'a' }), metric('Invocations', {}))],
      GetMetricData: [{ MetricDataResults: [result('m0', [[1, 9]]), result('m1', [[1, 4]])] }],
    },
    {},
  );
  expect(await read()).toMatchObject([{ Invocations: { Sum: 9, BusiestHour: 9 } }]);
  expect(asked[0]?.input).not.toHaveProperty('Dimensions');
});

test('is asked for in batches, none of which splits a thing', async () => {
  const ids = Array.from({ length: 301 }, (_, index) => `m${index}`);
  const both = ids.flatMap(ModelId => [
    metric('Invocations', { ModelId }),
    metric('GPUUtilization', { ModelId }),
  ]);
  const { read, asked } = await answering({
    ListMetrics: [listing(metric('Invocations', { ModelId: 'first' }), ...both)],
    GetMetricData: [299, 300, 4].map(batch),
  });
  expect(await read()).toHaveLength(302);
  expect(asked).toHaveLength(4);
});

test.each([
  ['not all there is', [{ ...result('m0', [[1, 1]]), StatusCode: 'PartialData' }], 'timeout'],
  ['an error inside', [{ ...result('m0', []), StatusCode: 'InternalError' }], 'timeout'],
  ['forbidden', [{ ...result('m0', []), StatusCode: 'Forbidden' }], 'access-denied'],
  ['no word of it', [], 'timeout'],
] as const)('%s: is not known', async (_, MetricDataResults, cause) => {
  const { read } = await answering({
    ListMetrics: [listing(metric('Invocations', { ModelId: 'a' }))],
    GetMetricData: [{ MetricDataResults }],
  });
  const failure = await read().then(() => undefined, failureOf);
  expect(failure).toMatchObject({ cause });
});
