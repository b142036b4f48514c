import type { Value } from '../../model/value.ts';
import { and, not } from '../cloudformation/logic.ts';
import { scalarText } from '../cloudformation/text.ts';
import { s3Location } from './code.ts';
import { eventsOf } from './event.ts';
import {
  dict,
  mapPresent,
  orElse,
  passed,
  pointer,
  presence,
  property,
  unseen,
  tracingPolicy,
  type Sam,
} from './made.ts';
import { allowing, inlinePolicy, readPolicies } from './policies.ts';
import { makeRole } from './role.ts';
import { makeRule, makeSchedule } from './rules.ts';
import { tagList } from './tags.ts';

/** `AWS::Serverless::StateMachine`: the state machine, its role, and what starts it. */
export function makeStateMachine(sam: Sam): void {
  const { id, at, properties, exists } = sam;
  const tags = tagList(sam, 'stateMachine:createdBy');
  const role = property(sam, 'Role');
  const made = dict(
    [
      ...passed(properties, ['DefinitionSubstitutions']),
      ['StateMachineName', property(sam, 'Name')],
      ['StateMachineType', property(sam, 'Type')],
      ['LoggingConfiguration', property(sam, 'Logging')],
      ['TracingConfiguration', property(sam, 'Tracing')],
      ['RoleArn', orElse(role, pointer(sam, `${id}Role`, 'Arn'))],
      ['Tags', tags],
      ...definition(sam),
    ],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::StepFunctions::StateMachine', properties: made, exists, at });
  const roleExists = and([exists, not(presence(role))]);
  if (roleExists.kind !== 'constant' || roleExists.value) {
    makeRole(sam, {
      id: `${id}Role`,
      service: 'states.amazonaws.com',
      exists: roleExists,
      policies: rolePolicies(sam),
      path: property(sam, 'RolePath'),
      tags,
    });
  }
  if (sam.writes('AutoPublishAlias')) {
    sam.open(
      ['AWS::StepFunctions::StateMachineVersion', 'AWS::StepFunctions::StateMachineAlias'],
      'its version and alias',
    );
  }
  startedBy(sam);
}

function rolePolicies(sam: Sam) {
  const policies = readPolicies(sam);
  const tracing = property(sam, 'Tracing');
  const enabled = tracing.kind === 'dict' ? tracing.entries.get('Enabled') : undefined;
  if (enabled?.kind !== 'known' || scalarText(enabled).toLowerCase() !== 'true') return policies;
  return { ...policies, managed: [...policies.managed, tracingPolicy(sam)] };
}

/** SAM turns a definition that is written out into a string, which says the same. */
function definition(sam: Sam): (readonly [string, Value])[] {
  if (sam.writes('Definition')) return [['Definition', property(sam, 'Definition')]];
  const uri = property(sam, 'DefinitionUri');
  const location = mapPresent(uri, value => {
    const found = s3Location(value, { bucket: 'Bucket', key: 'Key', version: 'Version' });
    if (found) return dict(found, value.at);
    return unseen('the definition is packaged when the template is deployed', value.at ?? sam.at);
  });
  return [['DefinitionS3Location', location]];
}

function startedBy(sam: Sam): void {
  const arn = pointer(sam, sam.id, 'Ref');
  for (const event of eventsOf(sam)) {
    if (event.type === 'ScheduleV2') {
      makeSchedule(sam, event, { arn, service: 'StepFunctions' }, 'states:StartExecution');
      continue;
    }
    const service = starters.get(event.type);
    if (service === undefined) {
      sam.open('all', `what the event ${event.id} of type ${event.type} needs`);
      continue;
    }
    const document = allowing('states:StartExecution', arn, sam);
    const role = `${event.id}Role`;
    makeRole(sam, {
      id: role,
      service,
      exists: sam.exists,
      policies: { managed: [], inline: [inlinePolicy(`${role}StartExecutionPolicy`, document, sam)] },
    });
    if (event.type !== 'Api')
      makeRule(sam, event, { arn, service: 'StepFunctions', role: pointer(sam, role, 'Arn') });
  }
}

/** Who takes the role that starts the state machine. */
const starters: ReadonlyMap<string, string> = new Map([
  ['Schedule', 'events.amazonaws.com'],
  ['CloudWatchEvent', 'events.amazonaws.com'],
  ['EventBridgeRule', 'events.amazonaws.com'],
  ['Api', 'apigateway.amazonaws.com'],
]);
