import type { Placement } from '../../model/case.ts';
import type { Span } from '../../model/source.ts';
import type { Link, Unknown, Value } from '../../model/value.ts';
import { lost } from './compose.ts';
import type { Deployment } from './scope.ts';
import { concat } from './text.ts';

/** The value of `AWS::…` for a deployment; nothing is invented. Undefined for names that do not exist. */
export function pseudoParameter(name: string, deployment: Deployment, at: Span): Value | undefined {
  const read = pseudoParameters.get(name);
  return read?.(deployment, at);
}

type Read = (deployment: Deployment, at: Span) => Value;

const account: Read = ({ placement }, at) =>
  given('AWS::AccountId', placement.account, '--account', { via: undefined, at });
const region: Read = ({ placement, via }, at) =>
  given('AWS::Region', placement.region, '--region', { via, at });
const partition: Read = ({ placement, via }, at) =>
  given('AWS::Partition', placement.partition ?? partitionOf(placement)?.name, '--region or --partition', {
    via,
    at,
  });

const pseudoParameters: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['AWS::AccountId', account],
  ['AWS::Region', region],
  ['AWS::Partition', partition],
  [
    'AWS::URLSuffix',
    ({ placement, via }, at) =>
      given('AWS::URLSuffix', partitionOf(placement)?.suffix, '--region or --partition', { via, at }),
  ],
  [
    'AWS::StackName',
    ({ stackName }, at) =>
      stackName ?? {
        ...notKnown('AWS::StackName is known when the stack is deployed', at),
        one: `AWS::StackName of ${at.file.path}`,
      },
  ],
  ['AWS::StackId', stackId],
  [
    'AWS::NotificationARNs',
    (_, at) => ({
      kind: 'list',
      items: [],
      rest: lost(
        'unresolved-value',
        [{ what: 'AWS::NotificationARNs is known when the stack is deployed' }],
        at,
      ),
      at,
    }),
  ],
]);

function stackId(deployment: Deployment, at: Span): Value {
  const id = notKnown('AWS::StackId is known when the stack is deployed', at);
  const name = pseudoParameter('AWS::StackName', deployment, at) ?? id;
  return concat(
    [
      'arn:',
      partition(deployment, at),
      ':cloudformation:',
      region(deployment, at),
      ':',
      account(deployment, at),
      ':stack/',
      name,
      '/',
      id,
    ],
    at,
  );
}

function given(
  name: string,
  value: string | undefined,
  option: string,
  { via, at }: { via: Link | undefined; at: Span },
): Value {
  if (value === undefined)
    return { ...notKnown(`${name} is not known; pass ${option}`, at), one: `${name} of ${at.file.path}` };
  return { kind: 'known', value, at, via: [via ?? { what: `${name} of this run` }] };
}

/** None of them holds a `:` or a `/`, which matters inside ARNs. */
const notKnown = (what: string, at: Span): Unknown => ({
  ...lost('unresolved-value', [{ what }], at, true),
  shape: 'segment',
});

interface Partition {
  readonly name: string;
  readonly suffix: string;
}

/** Region prefixes, partitions and DNS suffixes: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const partitions: readonly (Partition & { readonly regions: string })[] = [
  { regions: 'cn-', name: 'aws-cn', suffix: 'amazonaws.com.cn' },
  { regions: 'us-gov-', name: 'aws-us-gov', suffix: 'amazonaws.com' },
  { regions: 'us-iso-', name: 'aws-iso', suffix: 'c2s.ic.gov' },
  { regions: 'us-isob-', name: 'aws-iso-b', suffix: 'sc2s.sgov.gov' },
  { regions: 'eu-isoe-', name: 'aws-iso-e', suffix: 'cloud.adc-e.uk' },
  { regions: 'us-isof-', name: 'aws-iso-f', suffix: 'csp.hci.ic.gov' },
  { regions: 'eusc-', name: 'aws-eusc', suffix: 'amazonaws.eu' },
  { regions: '', name: 'aws', suffix: 'amazonaws.com' },
];

export function partitionOf({ partition: name, region: place }: Placement): Partition | undefined {
  if (name !== undefined) return partitions.find(entry => entry.name === name);
  return place === undefined ? undefined : partitions.find(({ regions }) => place.startsWith(regions));
}
