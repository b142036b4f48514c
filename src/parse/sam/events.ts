import { absent, type Dict, type Reference, type Unknown, type Value } from '../../model/value.ts';
import { scalarText } from '../cloudformation/text.ts';
import { eventsOf, type Event } from './event.ts';
import { dict, managedPolicy, passed, unseen, type Sam } from './made.ts';
import { allowing, inlinePolicy } from './policies.ts';
import { pushEvent } from './push-events.ts';

/** What the events of a function add to its role. */
export interface Granted {
  readonly managed: readonly Value[];
  readonly inline: readonly Value[];
  readonly rest?: Unknown;
}

/** What calls a function: permissions and rules for what pushes, mappings for what is polled. */
export function functionEvents(sam: Sam, target: Reference): Granted {
  const granted: { managed: Value[]; inline: Value[]; rest?: Unknown } = { managed: [], inline: [] };
  for (const event of eventsOf(sam)) {
    const source = polled.get(event.type);
    if (source) {
      const more = mapping(sam, event, source, target);
      granted.managed.push(...more.managed);
      granted.inline.push(...more.inline);
      if (more.rest) granted.rest = more.rest;
    } else pushEvent(sam, event, target);
  }
  return granted;
}

interface Polled {
  /** The property of the event that names the source. */
  readonly source?: string;
  /** The managed policy that lets the role read; without one SAM writes a policy of its own. */
  readonly policy?: string;
}

const polled: ReadonlyMap<string, Polled> = new Map([
  ['Kinesis', { source: 'Stream', policy: 'AWSLambdaKinesisExecutionRole' }],
  ['DynamoDB', { source: 'Stream', policy: 'AWSLambdaDynamoDBExecutionRole' }],
  ['SQS', { source: 'Queue', policy: 'AWSLambdaSQSQueueExecutionRole' }],
  ['MSK', { source: 'Stream', policy: 'AWSLambdaMSKExecutionRole' }],
  ['MQ', { source: 'Broker' }],
  ['DocumentDB', { source: 'Cluster' }],
  ['SelfManagedKafka', {}],
]);

const mappingNames = [
  'BatchSize',
  'StartingPosition',
  'StartingPositionTimestamp',
  'Enabled',
  'MaximumBatchingWindowInSeconds',
  'MaximumRetryAttempts',
  'BisectBatchOnFunctionError',
  'MaximumRecordAgeInSeconds',
  'ParallelizationFactor',
  'Topics',
  'Queues',
  'SourceAccessConfigurations',
  'TumblingWindowInSeconds',
  'FunctionResponseTypes',
  'FilterCriteria',
  'KmsKeyArn',
  'ScalingConfig',
  'ProvisionedPollerConfig',
  'MetricsConfig',
  'LoggingConfig',
] as const;

function mapping(sam: Sam, event: Event, { source, policy }: Polled, target: Reference): Granted {
  const { id, properties } = event;
  const inline: Value[] = [];
  const made = dict(
    [
      ...passed(properties, mappingNames),
      ['FunctionName', target],
      ['EventSourceArn', source === undefined ? absent : (properties.entries.get(source) ?? absent)],
      ['DestinationConfig', failures(sam, event, inline)],
      ...sourceConfig(event),
    ],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::Lambda::EventSourceMapping', properties: made, exists: sam.exists, at: sam.at });
  const managed = policy === undefined ? [] : [managedPolicy(`service-role/${policy}`, sam)];
  const more = policy === undefined || properties.entries.has('SourceAccessConfigurations');
  const because = more
    ? unseen(`SAM writes a policy for the event ${id} that is not spelt out here`, sam.at)
    : undefined;
  return because ? { managed, inline, rest: because } : { managed, inline };
}

/** What Lambda has in a map of its own for some kinds of sources. */
function sourceConfig({ type, properties }: Event): (readonly [string, Value])[] {
  const group = (name: string, names: readonly string[]): [string, Value] => {
    const config = dict(passed(properties, names), properties.at);
    return [name, config.entries.size > 0 ? config : absent];
  };
  if (type === 'MSK')
    return [group('AmazonManagedKafkaEventSourceConfig', ['ConsumerGroupId', 'SchemaRegistryConfig'])];
  if (type === 'DocumentDB') {
    return [group('DocumentDBEventSourceConfig', ['DatabaseName', 'CollectionName', 'FullDocument'])];
  }
  if (type !== 'SelfManagedKafka') return [];
  const [, servers] = group('Endpoints', ['KafkaBootstrapServers']);
  return [
    group('SelfManagedKafkaEventSourceConfig', ['ConsumerGroupId', 'SchemaRegistryConfig']),
    [
      'SelfManagedEventSource',
      servers.kind === 'absent' ? absent : dict([['Endpoints', servers]], properties.at),
    ],
  ];
}

const destinations: ReadonlyMap<string, readonly [action: string, name: string]> = new Map([
  ['SQS', ['sqs:SendMessage', 'SQSPolicy']],
  ['SNS', ['sns:publish', 'SNSPolicy']],
]);

function failures(sam: Sam, { id, properties }: Event, inline: Value[]): Value {
  const config = properties.entries.get('DestinationConfig') ?? absent;
  const failure = config.kind === 'dict' ? config.entries.get('OnFailure') : undefined;
  if (config.kind !== 'dict' || failure?.kind !== 'dict') return config;
  inline.push(failurePolicy(sam, id, failure));
  const onFailure = dict(passed(failure, ['Destination']), failure.at, failure);
  return dict([...config.entries, ['OnFailure', onFailure]], config.at, config);
}

/** `Type` tells SAM which policy the role needs; the mapping does not have it. */
function failurePolicy(sam: Sam, id: string, failure: Dict): Value {
  const type = failure.entries.get('Type');
  if (!type) return absent;
  const known = type.kind === 'known' ? destinations.get(scalarText(type)) : undefined;
  if (!known) return unseen(`the policy for the failed records of ${id}`, sam.at);
  const [action, name] = known;
  return inlinePolicy(id + name, allowing(action, failure.entries.get('Destination') ?? absent, sam), sam);
}
