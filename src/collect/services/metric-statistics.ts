import { paginateGetMetricData, paginateListMetrics } from '@aws-sdk/client-cloudwatch';
import type {
  CloudWatchClient,
  Dimension,
  MetricDataQuery,
  MetricDataResult,
} from '@aws-sdk/client-cloudwatch';

import { all } from '../service.ts';

/** Which metrics are read, and what they speak of. */
export interface Measured {
  /**
   * The names of the dimensions that a metric has, no more and no fewer; their values name what was measured. Left out for
   * metrics that all speak of the account and Region, whatever their dimensions.
   */
  readonly dimensions?: readonly string[];
  readonly sources: readonly MetricSource[];
}

interface MetricSource {
  readonly namespace: string;
  /** The metrics that are read, by name: what is counted is summed up, a level is averaged. */
  readonly statistics: Readonly<Record<string, Statistic>>;
}

type Statistic = 'Sum' | 'Average';

/**
 * What metrics say of one thing: its dimensions, the statistics of each metric, and the time that is spoken of: from the
 * first hour of the window in which any of them has a datapoint.
 */
export type Usage = Readonly<Record<string, string | number | Statistics>>;

interface Statistics {
  /** Of what is counted, over all hours: in an hour without a datapoint there was nothing to count. */
  readonly Sum?: number;
  /** Of a level, over the hours that have a datapoint. */
  readonly Average?: number;
  /** The sum or the average of the hour in which it was highest. */
  readonly BusiestHour: number;
}

const hour = 60 * 60 * 1000;

/** Two weeks: what had no datapoint for as long is not listed, and is thereby known to have had none. */
const hours = 14 * 24;

/** An answer holds 100,800 datapoints at most, which are those of so many metrics. */
const atOnce = 300;

/**
 * Everything that had datapoints in the last two weeks, with how much. Of what is not among it, there were none. No
 * datapoint is kept. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html
 */
export async function* usageOf(
  client: CloudWatchClient,
  started: Date,
  measured: Measured,
): AsyncGenerator<Usage, void> {
  const lists = await Promise.all(measured.sources.map(source => list(client, measured.dimensions, source)));
  const things = Map.groupBy(lists.flat(), ({ of }) => JSON.stringify(of));
  const EndTime = new Date(Math.floor(started.getTime() / hour) * hour);
  const window = { StartTime: new Date(EndTime.getTime() - hours * hour), EndTime };
  for (const batch of batchesOf([...things.values()])) yield* measure(client, batch, window);
}

interface Metric {
  /** The values of its dimensions. */
  readonly of: Readonly<Record<string, string>>;
  readonly name: string;
  readonly statistic: Statistic;
  readonly metric: NonNullable<MetricDataQuery['MetricStat']>['Metric'];
}

async function list(
  client: CloudWatchClient,
  dimensions: Measured['dimensions'],
  { namespace, statistics }: MetricSource,
): Promise<readonly Metric[]> {
  const pages = paginateListMetrics(
    { client },
    {
      Namespace: namespace,
      ...(dimensions && { Dimensions: dimensions.map(Name => ({ Name })) }),
    },
  );
  const found = await all(pages, page => page.Metrics);
  return found.flatMap(metric => {
    const { MetricName: name = '', Dimensions = [] } = metric;
    const statistic = Object.hasOwn(statistics, name) ? statistics[name] : undefined;
    const of = dimensions ? valuesOf(Dimensions, dimensions) : {};
    return statistic && of ? [{ of, name, statistic, metric }] : [];
  });
}

/** The values of these dimensions; none when the metric has others. */
function valuesOf(
  found: readonly Dimension[],
  dimensions: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const values = Object.fromEntries(found.map(({ Name = '', Value = '' }) => [Name, Value]));
  return found.length === dimensions.length && dimensions.every(Name => Name in values) ? values : undefined;
}

/** What is known of one thing comes from one batch, so that it is whole or not there. */
function batchesOf(things: readonly (readonly Metric[])[]): readonly (readonly Metric[])[] {
  const batches: Metric[][] = [];
  for (const metrics of things) {
    const last = batches.at(-1);
    if (last && last.length + metrics.length <= atOnce) last.push(...metrics);
    else batches.push([...metrics]);
  }
  return batches;
}

interface Window {
  readonly StartTime: Date;
  readonly EndTime: Date;
}

async function* measure(
  client: CloudWatchClient,
  metrics: readonly Metric[],
  window: Window,
): AsyncGenerator<Usage, void> {
  const MetricDataQueries = metrics.map(({ metric, statistic }, index) => ({
    Id: `m${index}`,
    MetricStat: { Metric: metric, Stat: statistic, Period: hour / 1000 },
  }));
  const pages = paginateGetMetricData({ client }, { ...window, MetricDataQueries });
  const results = Map.groupBy(await all(pages, page => page.MetricDataResults), ({ Id }) => Id);
  const measured = metrics.map((metric, index) => seriesOf(metric, results.get(`m${index}`) ?? []));
  for (const series of Map.groupBy(measured, ({ metric: { of } }) => JSON.stringify(of)).values())
    yield usageIn(series, window);
}

interface Series {
  readonly metric: Metric;
  readonly times: readonly Date[];
  readonly values: readonly number[];
}

/** What all pages of an answer say of a metric. */
function seriesOf(metric: Metric, results: readonly MetricDataResult[]): Series {
  const last = results.at(-1);
  if (last?.StatusCode !== 'Complete') throw new Incomplete(metric.name, last);
  return {
    metric,
    times: results.flatMap(({ Timestamps = [] }) => Timestamps),
    values: results.flatMap(({ Values = [] }) => Values),
  };
}

function usageIn(series: readonly Series[], { StartTime, EndTime }: Window): Usage {
  const times = series.flatMap(one => one.times).map(time => time.getTime());
  const first = times.reduce((before, time) => Math.min(before, time), EndTime.getTime());
  const from = times.length === 0 ? StartTime.getTime() : first;
  return {
    ...series[0]?.metric.of,
    From: new Date(from).toISOString(),
    To: EndTime.toISOString(),
    Hours: Math.ceil((EndTime.getTime() - from) / hour),
    // Of several that are called alike, as for the account and for each of its models, the largest counts.
    ...Object.fromEntries(
      series
        .flatMap(({ metric: { name, statistic }, values }) => {
          const statistics = statisticsOf(statistic, values);
          return statistics ? [[name, statistics] as const] : [];
        })
        .toSorted(([, left], [, right]) => left.BusiestHour - right.BusiestHour),
    ),
  };
}

/** A level without a datapoint is not known. */
function statisticsOf(statistic: Statistic, values: readonly number[]): Statistics | undefined {
  const sum = values.reduce((before, value) => before + value, 0);
  const BusiestHour = values.reduce((before, value) => Math.max(before, value), 0);
  if (statistic === 'Sum') return { Sum: sum, BusiestHour };
  return values.length === 0 ? undefined : { Average: sum / values.length, BusiestHour };
}

/** CloudWatch answered, and says that it did not give all there is. */
class Incomplete extends Error {
  constructor(metric: string, result: MetricDataResult | undefined) {
    const status = result?.StatusCode ?? 'no result';
    super(`${metric}: ${status}`);
    this.name = status === 'Forbidden' ? 'AccessDenied' : 'TimeoutError';
  }
}
