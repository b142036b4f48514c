import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { World } from './simulator.ts';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inside = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce((within, name) => (isPlain(within) ? within[name] : undefined), value);

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isPlain(value) ? Object.entries(value) : [];

/** The account of the run, and the Region of its aggregator. */
const [holder, home] = ['100000000003', 'us-east-1'];

/** What AWS Config records in the words of its type, which are those of the API here. */
const recorded = [
  ['sagemaker', 'DescribeNotebookInstance', 'AWS::SageMaker::NotebookInstance', 'NotebookInstanceArn'],
  ['sagemaker', 'DescribeModel', 'AWS::SageMaker::Model', 'ModelArn'],
  ['sagemaker', 'DescribeDomain', 'AWS::SageMaker::Domain', 'DomainArn'],
  ['bedrock-agentcore-control', 'GetGateway', 'AWS::BedrockAgentCore::Gateway', 'gatewayArn'],
] as const;

/**
 * The same world with an aggregator that has heard of every account and Region but those in `failed`, and with whole items
 * of some types; the simulator makes short ones of others.
 */
export function recordedWorld(world: World, failed: readonly string[] = []): World {
  const whole: unknown = JSON.parse(readFileSync(world.file, 'utf8'));
  const accounts = inside(whole, 'accounts');
  const sources = entriesOf(accounts).flatMap(([account, regions]) =>
    entriesOf(regions).map(([region]) => sourceOf(account, region, failed.includes(account))),
  );
  const changed = Object.fromEntries(
    entriesOf(accounts).map(([account, regions]) => [
      account,
      Object.fromEntries(
        entriesOf(regions).map(([region, services]) => [region, withItems(services, { account, region })]),
      ),
    ]),
  );
  const config = inside(changed, holder, home, 'config');
  const text = JSON.stringify({
    ...(isPlain(whole) && whole),
    accounts: {
      ...changed,
      [holder]: {
        ...(isPlain(changed[holder]) && changed[holder]),
        [home]: {
          ...changed[holder]?.[home],
          config: {
            ...(isPlain(config) && config),
            DescribeConfigurationAggregatorSourcesStatus: { AggregatedSourceStatusList: sources },
          },
        },
      },
    },
  });
  const file = join(world.folder, `recorded-${failed.length}.json`);
  writeFileSync(file, text);
  return { ...world, file };
}

const sourceOf = (SourceId: string, AwsRegion: string, failed: boolean): Plain => ({
  SourceId,
  SourceType: 'ACCOUNT',
  AwsRegion,
  LastUpdateStatus: failed ? 'FAILED' : 'SUCCEEDED',
  ...(failed && { LastErrorCode: 'AccessDenied', LastErrorMessage: 'not authorized' }),
});

/** Adds items for what the API describes, where the recorder records. */
function withItems(services: unknown, place: { readonly account: string; readonly region: string }): Plain {
  const own = isPlain(services) ? services : {};
  const [status] = listOf(
    inside(own, 'config', 'DescribeConfigurationRecorderStatus', 'ConfigurationRecordersStatus'),
  );
  if (inside(status, 'recording') !== true) return own;
  const items = recorded.flatMap(([service, operation, resourceType, arn]) =>
    listOf(inside(own, service, operation)).flatMap(answer => {
      const configuration = inside(answer, 'response');
      return [
        {
          accountId: place.account,
          awsRegion: place.region,
          resourceType,
          resourceId: inside(configuration, arn),
          arn: inside(configuration, arn),
          configurationItemCaptureTime: '2026-01-01T00:00:00Z',
          configuration,
          tags: [],
        },
      ];
    }),
  );
  const types = new Set<string>(recorded.map(([, , type]) => type));
  const short = listOf(inside(own, 'config', '_items')).filter(
    item => !types.has(String(inside(item, 'resourceType'))),
  );
  const config = inside(own, 'config');
  return { ...own, config: { ...(isPlain(config) && config), _items: [...short, ...items] } };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
