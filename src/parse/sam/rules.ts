import { absent, type Dict, type Reference, type Value } from '../../model/value.ts';
import { scalarText } from '../cloudformation/text.ts';
import type { Event } from './event.ts';
import { dict, mapPresent, orElse, passed, pointer, text, type Sam } from './made.ts';
import { allowing, inlinePolicy } from './policies.ts';
import { makeRole } from './role.ts';

/** What a rule or schedule calls, and the role that it calls it with. */
export interface Target {
  readonly arn: Reference;
  /** `Lambda`, `StepFunctions`: how SAM ends the id of the target. */
  readonly service: string;
  readonly role?: Value;
}

/** The EventBridge rule of a `Schedule`, `CloudWatchEvent` or `EventBridgeRule` event. */
export function makeRule(sam: Sam, event: Event, target: Target): void {
  const { id, type, properties } = event;
  const pattern = type === 'Schedule' ? absent : (properties.entries.get('Pattern') ?? absent);
  const name = properties.entries.get(type === 'Schedule' ? 'Name' : 'RuleName') ?? absent;
  const made = dict(
    [
      ...passed(properties, ['Description', 'EventBusName']),
      ['Name', name],
      ['ScheduleExpression', properties.entries.get('Schedule') ?? absent],
      ['EventPattern', pattern],
      ['State', state(properties)],
      ['Targets', { kind: 'list', items: [ruleTarget(sam, event, target)], at: sam.at }],
    ],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::Events::Rule', properties: made, exists: sam.exists, at: sam.at });
}

function state({ entries }: Dict): Value {
  const enabled = entries.get('Enabled');
  if (!enabled) return entries.get('State') ?? absent;
  return mapPresent(enabled, value => {
    if (value.kind !== 'known') return value;
    const on = scalarText(value).toLowerCase() === 'true';
    return { ...value, value: on ? 'ENABLED' : 'DISABLED' };
  });
}

function ruleTarget(sam: Sam, { id, properties }: Event, { arn, service, role = absent }: Target): Dict {
  if (properties.entries.has('DeadLetterConfig')) {
    sam.open(['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'], `the dead letter queue of the event ${id}`);
  }
  return dict(
    [
      ['Id', text(`${id}${service}Target`, sam.at)],
      ['Arn', arn],
      ['RoleArn', role],
      ...passed(properties, ['Input', 'InputPath', 'InputTransformer', 'RetryPolicy']),
    ],
    properties.at,
    properties,
  );
}

/** The EventBridge schedule of a `ScheduleV2` event, with its role. */
export function makeSchedule(sam: Sam, event: Event, target: Target, action: string): void {
  const { id, properties } = event;
  const given = properties.entries.get('RoleArn') ?? absent;
  if (given.kind === 'absent') {
    const document = allowing(action, target.arn, sam);
    const policy = target.service === 'Lambda' ? 'LambdaPolicy' : 'StartExecutionPolicy';
    makeRole(sam, {
      id: `${id}Role`,
      service: 'scheduler.amazonaws.com',
      exists: sam.exists,
      policies: { managed: [], inline: [inlinePolicy(`${id}${policy}`, document, sam)] },
      boundary: properties.entries.get('PermissionsBoundary') ?? absent,
    });
  }
  const call = dict(
    [
      ['Arn', target.arn],
      ['RoleArn', orElse(given, pointer(sam, `${id}Role`, 'Arn'))],
      ...passed(properties, ['Input', 'RetryPolicy']),
    ],
    properties.at,
    properties,
  );
  const made = dict(
    [
      ...passed(properties, ['Description', 'StartDate', 'EndDate', 'GroupName']),
      ...passed(properties, ['KmsKeyArn', 'ScheduleExpression', 'ScheduleExpressionTimezone', 'State']),
      ['Name', scheduleName(sam, event)],
      [
        'FlexibleTimeWindow',
        properties.entries.get('FlexibleTimeWindow') ?? dict([['Mode', text('OFF', sam.at)]], sam.at),
      ],
      ['Target', call],
    ],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::Scheduler::Schedule', properties: made, exists: sam.exists, at: sam.at });
}

function scheduleName({ at }: Sam, { id, properties }: Event): Value {
  const omitted = properties.entries.get('OmitName');
  if (omitted?.kind === 'known' && scalarText(omitted).toLowerCase() === 'true') return absent;
  return properties.entries.get('Name') ?? text(id, at);
}
