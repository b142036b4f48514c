import { absent, type Reference, type Value } from '../../model/value.ts';
import { spread } from '../cloudformation/spread.ts';
import { concat, scalarText } from '../cloudformation/text.ts';
import type { Event } from './event.ts';
import { dict, passed, pointer, text, type Sam } from './made.ts';
import { makeRule, makeSchedule } from './rules.ts';

/** Who may call the function, and what SAM makes so that it does. */
export function pushEvent(sam: Sam, event: Event, target: Reference): void {
  const push = pushes.get(event.type);
  if (!push) {
    sam.open('all', `what the event ${event.id} of type ${event.type} needs`);
    return;
  }
  const caller = push(sam, event, target);
  if (!caller) return;
  const { id = `${event.id}Permission`, principal, arn = absent, account = absent, token = absent } = caller;
  const properties = dict(
    [
      ['Action', text('lambda:InvokeFunction', sam.at)],
      ['FunctionName', target],
      ['Principal', text(principal, sam.at)],
      ['SourceArn', arn],
      ['SourceAccount', account],
      ['EventSourceToken', token],
    ],
    sam.at,
  );
  sam.make({ id, type: 'AWS::Lambda::Permission', properties, exists: sam.exists, at: sam.at });
}

interface Caller {
  readonly principal: string;
  readonly id?: string;
  readonly arn?: Value;
  readonly account?: Value;
  readonly token?: Value;
}

type Push = (sam: Sam, event: Event, target: Reference) => Caller | undefined;

const pseudo = (sam: Sam, name: string): Value => sam.instance.pseudo(name) ?? absent;

const get = ({ properties }: Event, name: string): Value => properties.entries.get(name) ?? absent;

const bucket: Push = (sam, event) => {
  sam.touch(get(event, 'Bucket'), 'NotificationConfiguration');
  return { principal: 's3.amazonaws.com', account: pseudo(sam, 'AWS::AccountId') };
};

const rule: Push = (sam, event, target) => {
  makeRule(sam, event, { arn: arnOfTarget(sam, target), service: 'Lambda' });
  return { principal: 'events.amazonaws.com', arn: pointer(sam, event.id, 'Arn') };
};

const topic: Push = (sam, event, target) => {
  const queue = get(event, 'SqsSubscription');
  if (queue.kind !== 'absent' && !(queue.kind === 'known' && queue.value === false)) {
    const types = [
      'AWS::SQS::Queue',
      'AWS::SQS::QueuePolicy',
      'AWS::SNS::Subscription',
      'AWS::Lambda::EventSourceMapping',
    ];
    sam.open(types, `the queue between the topic and the event ${event.id}`);
    return undefined;
  }
  const arn = get(event, 'Topic');
  const { properties, id } = event;
  const made = dict(
    [
      ['Protocol', text('lambda', sam.at)],
      ['Endpoint', arnOfTarget(sam, target)],
      ['TopicArn', arn],
      ...passed(properties, ['Region', 'FilterPolicy', 'FilterPolicyScope', 'RedrivePolicy']),
    ],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::SNS::Subscription', properties: made, exists: sam.exists, at: sam.at });
  return { principal: 'sns.amazonaws.com', arn };
};

const logs: Push = (sam, event, target) => {
  const { properties, id } = event;
  const made = dict(
    [...passed(properties, ['LogGroupName', 'FilterPattern']), ['DestinationArn', arnOfTarget(sam, target)]],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::Logs::SubscriptionFilter', properties: made, exists: sam.exists, at: sam.at });
  const group = get(event, 'LogGroupName');
  return { principal: 'logs.amazonaws.com', arn: arnOf(sam, 'logs', ['log-group:', group, ':*']) };
};

const thing: Push = (sam, event) => {
  sam.open(['AWS::IoT::TopicRule'], `the rule of the event ${event.id}`);
  const arn = arnOf(sam, 'iot', ['rule/', pointer(sam, event.id, 'Ref')]);
  return { principal: 'iot.amazonaws.com', arn, account: pseudo(sam, 'AWS::AccountId') };
};

const userPool: Push = (sam, event, target) => {
  const pool = get(event, 'UserPool');
  sam.touch(pool, 'LambdaConfig');
  const arn = pool.kind === 'reference' ? { ...pool, attribute: 'Arn' } : pool;
  return {
    principal: 'cognito-idp.amazonaws.com',
    id: `${target.target.slice(sam.instance.prefix.length)}CognitoPermission`,
    arn,
  };
};

const restApi: Push = (sam, event) => {
  const api = orImplicit(sam, get(event, 'RestApiId'), 'ServerlessRestApi');
  const arn = arnOf(sam, 'execute-api', [
    api,
    '/*/',
    methodOf(get(event, 'Method')),
    pathOf(get(event, 'Path')),
  ]);
  return { principal: 'apigateway.amazonaws.com', id: `${event.id}PermissionProd`, arn };
};

const httpApi: Push = (sam, event) => {
  const api = orImplicit(sam, get(event, 'ApiId'), 'ServerlessHttpApi');
  const path = pathOf(get(event, 'Path'));
  return { principal: 'apigateway.amazonaws.com', arn: arnOf(sam, 'execute-api', [api, '/*', path]) };
};

const schedule: Push = (sam, event, target) => {
  makeSchedule(sam, event, { arn: arnOfTarget(sam, target), service: 'Lambda' }, 'lambda:InvokeFunction');
  return undefined;
};

const pushes: ReadonlyMap<string, Push> = new Map([
  ['Schedule', rule],
  ['CloudWatchEvent', rule],
  ['EventBridgeRule', rule],
  ['ScheduleV2', schedule],
  ['S3', bucket],
  ['SNS', topic],
  ['Api', restApi],
  ['HttpApi', httpApi],
  ['AlexaSkill', (_, event) => ({ principal: 'alexa-appkit.amazon.com', token: get(event, 'SkillId') })],
  ['IoTRule', thing],
  ['Cognito', userPool],
  ['CloudWatchLogs', logs],
]);

/** `Ref` gives the ARN of an alias and the name of a function. */
const arnOfTarget = (sam: Sam, target: Reference): Reference =>
  target.target === sam.instance.prefix + sam.id ? { ...target, attribute: 'Arn' } : target;

function arnOf(sam: Sam, service: string, resource: readonly (string | Value)[]): Value {
  const [partition, region, account] = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map(name =>
    pseudo(sam, name),
  );
  const parts = [partition ?? '', `:${service}:`, region ?? '', ':', account ?? '', ':'];
  return concat(['arn:', ...parts, ...resource], sam.at);
}

const orImplicit = (sam: Sam, api: Value, implicit: string): Value =>
  api.kind === 'absent' ? pointer(sam, implicit, 'Ref') : api;

const methodOf = (method: Value): Value =>
  changed(method, written => (/^(?:any|\*)$/i.test(written) ? '*' : written.toUpperCase()));

/** Parameters of a path stand for anything. */
const pathOf = (path: Value): Value => changed(path, written => written.replaceAll(/\{[^{}]*\}/g, '*'));

function changed(value: Value, change: (text: string) => string): Value {
  if (value.kind === 'absent' || !value.at) return value;
  return spread([value], value.at, ([plain = value]) =>
    plain.kind === 'known' ? { ...plain, value: change(scalarText(plain)) } : plain,
  );
}
