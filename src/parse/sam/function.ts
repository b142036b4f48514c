import { absent, type Dict, type Value } from '../../model/value.ts';
import { and, not } from '../cloudformation/logic.ts';
import { scalarText } from '../cloudformation/text.ts';
import { codeOf } from './code.ts';
import { makeDeployment } from './deployment.ts';
import { functionEvents, type Granted } from './events.ts';
import { makeInvokeConfig } from './invoke-config.ts';
import {
  dict,
  managedPolicy,
  mapPresent,
  orElse,
  passed,
  pointer,
  presence,
  property,
  tracingPolicy,
  type Sam,
} from './made.ts';
import { allowing, inlinePolicy, isThere, readPolicies, type Policies } from './policies.ts';
import { publish } from './publish.ts';
import { makeRole } from './role.ts';
import { tagList } from './tags.ts';
import { makeUrl } from './url.ts';

/** `AWS::Serverless::Function`: the function, its role, what publishes it and what calls it. */
export function makeFunction(sam: Sam): void {
  const own = presence(property(sam, 'Role'));
  const role = pointer(sam, `${sam.id}Role`, 'Arn');
  const tags = tagList(sam, 'lambda:createdBy');
  sam.make({
    id: sam.id,
    type: 'AWS::Lambda::Function',
    properties: functionProperties(sam, orElse(property(sam, 'Role'), role), tags),
    exists: sam.exists,
    at: sam.at,
  });
  const target = publish(sam);
  makeUrl(sam, target);
  makeDeployment(sam);
  const destinations = makeInvokeConfig(sam);
  const granted = functionEvents(sam, target);
  const exists = and([sam.exists, not(own)]);
  if (exists.kind !== 'constant' || exists.value) {
    makeRole(sam, {
      id: `${sam.id}Role`,
      service: 'lambda.amazonaws.com',
      exists,
      policies: rolePolicies(sam, destinations, granted),
      trust: property(sam, 'AssumeRolePolicyDocument'),
      path: property(sam, 'RolePath'),
      tags,
    });
  }
}

const sameNames = [
  'FunctionName',
  'Handler',
  'Runtime',
  'Description',
  'MemorySize',
  'Timeout',
  'VpcConfig',
  'Environment',
  'KmsKeyArn',
  'ReservedConcurrentExecutions',
  'Layers',
  'FileSystemConfigs',
  'ImageConfig',
  'PackageType',
  'CodeSigningConfigArn',
  'Architectures',
  'SnapStart',
  'EphemeralStorage',
  'RuntimeManagementConfig',
  'LoggingConfig',
  'RecursiveLoop',
  'TenancyConfig',
  'DurableConfig',
  'FunctionScalingConfig',
  'PublishToLatestPublished',
] as const;

function functionProperties(sam: Sam, role: Value, tags: Value): Dict {
  const { properties } = sam;
  return dict(
    [
      ...passed(properties, sameNames),
      ['Role', role],
      ['Code', codeOf(sam)],
      ['Tags', tags],
      ['TracingConfig', mapPresent(property(sam, 'Tracing'), tracing)],
      ['DeadLetterConfig', mapPresent(property(sam, 'DeadLetterQueue'), deadLetters)],
      ['CapacityProviderConfig', mapPresent(property(sam, 'CapacityProviderConfig'), capacity)],
    ],
    properties.at,
    properties,
  );
}

/** `Disabled` is the same as leaving it out. */
function tracing(mode: Value): Value {
  return isDisabled(mode) ? absent : dict([['Mode', mode]], mode.at);
}

const isDisabled = (mode: Value): boolean => mode.kind === 'known' && scalarText(mode) === 'Disabled';

function deadLetters(queue: Value): Value {
  return queue.kind === 'dict' ? dict(passed(queue, ['TargetArn']), queue.at, queue) : queue;
}

function capacity(config: Value): Value {
  if (config.kind !== 'dict') return config;
  const renamed = dict(
    [
      ['CapacityProviderArn', config.entries.get('Arn') ?? absent],
      ...passed(config, ['PerExecutionEnvironmentMaxConcurrency', 'ExecutionEnvironmentMemoryGiBPerVCpu']),
    ],
    config.at,
    config,
  );
  return dict([['LambdaManagedInstancesCapacityProviderConfig', renamed]], config.at);
}

/** What SAM adds to the role by itself comes before what the template asks for. */
function rolePolicies(sam: Sam, destinations: readonly Value[], granted: Granted): Policies {
  const { managed, inline, rest = granted.rest } = readPolicies(sam);
  const basics = sam.writes('DurableConfig')
    ? 'AWSLambdaBasicDurableExecutionRolePolicy'
    : 'AWSLambdaBasicExecutionRole';
  const added = [managedPolicy(`service-role/${basics}`, sam)];
  if (sam.writes('Tracing') && !isDisabled(property(sam, 'Tracing'))) {
    added.push(tracingPolicy(sam));
  }
  if (sam.writes('VpcConfig')) added.push(managedPolicy('service-role/AWSLambdaVPCAccessExecutionRole', sam));
  return {
    managed: [...added, ...managed, ...granted.managed],
    inline: [deadLetterPolicy(sam), ...destinations, ...inline, ...granted.inline].filter(isThere),
    ...(rest && { rest }),
  };
}

const sending: ReadonlyMap<string, string> = new Map([
  ['SQS', 'sqs:SendMessage'],
  ['SNS', 'sns:Publish'],
]);

function deadLetterPolicy(sam: Sam): Value {
  return mapPresent(property(sam, 'DeadLetterQueue'), queue => {
    if (queue.kind !== 'dict') return queue;
    const type = queue.entries.get('Type');
    const action = type?.kind === 'known' ? sending.get(scalarText(type)) : undefined;
    const target = queue.entries.get('TargetArn');
    if (action === undefined || !target) return absent;
    return inlinePolicy('DeadLetterQueuePolicy', allowing(action, target, sam), sam);
  });
}
