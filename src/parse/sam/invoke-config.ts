import { absent, type Dict, type Value } from '../../model/value.ts';
import { and, not } from '../cloudformation/logic.ts';
import { scalarText } from '../cloudformation/text.ts';
import { dict, orElse, passed, pointer, presence, property, text, type Sam } from './made.ts';
import { allowing, inlinePolicy } from './policies.ts';

/** Where asynchronous calls go when they end; gives the policies that the role needs for that. */
export function makeInvokeConfig(sam: Sam): Value[] {
  const config = property(sam, 'EventInvokeConfig');
  if (config.kind === 'absent') return [];
  const id = `${sam.id}EventInvokeConfig`;
  const inline: Value[] = [];
  const properties = config.kind === 'dict' ? settings(sam, config, inline) : config;
  const exists = and([sam.exists, presence(config)]);
  sam.make({ id, type: 'AWS::Lambda::EventInvokeConfig', properties, exists, at: sam.at });
  return inline;
}

function settings(sam: Sam, config: Dict, inline: Value[]): Dict {
  const alias = property(sam, 'AutoPublishAlias');
  const destinations = config.entries.get('DestinationConfig') ?? absent;
  return dict(
    [
      ['FunctionName', pointer(sam, sam.id, 'Ref')],
      ['Qualifier', alias.kind === 'absent' ? text('$LATEST', sam.at) : alias],
      [
        'DestinationConfig',
        destinations.kind === 'dict' ? outcomes(sam, destinations, inline) : destinations,
      ],
      ...passed(config, ['MaximumEventAgeInSeconds', 'MaximumRetryAttempts']),
    ],
    sam.at,
    config,
  );
}

function outcomes(sam: Sam, config: Dict, inline: Value[]): Dict {
  const made = ['OnSuccess', 'OnFailure'].map((name): [string, Value] => {
    const outcome = config.entries.get(name) ?? absent;
    const id = `${sam.id}EventInvokeConfig${name}`;
    return [name, outcome.kind === 'dict' ? destination(sam, id, outcome, inline) : outcome];
  });
  return dict(made, config.at, config);
}

interface Kind {
  readonly action: string;
  /** What SAM makes when no destination is named, and how its logical id ends. */
  readonly made?: { readonly type: string; readonly suffix: string; readonly arn: string };
}

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['SQS', { action: 'sqs:SendMessage', made: { type: 'AWS::SQS::Queue', suffix: 'Queue', arn: 'Arn' } }],
  ['SNS', { action: 'sns:publish', made: { type: 'AWS::SNS::Topic', suffix: 'Topic', arn: 'Ref' } }],
  ['EventBridge', { action: 'events:PutEvents' }],
  ['Lambda', { action: 'lambda:InvokeFunction' }],
]);

function destination(sam: Sam, id: string, config: Dict, inline: Value[]): Dict {
  const type = config.entries.get('Type');
  const name = type?.kind === 'known' ? scalarText(type) : '';
  const kind = kinds.get(name);
  const given = config.entries.get('Destination') ?? absent;
  const target = kind ? orMade(sam, id, kind, given) : given;
  if (kind) inline.push(inlinePolicy(`${id}${name}Policy`, allowing(kind.action, target, sam), sam));
  else sam.open(['AWS::IAM::Role'], `access to the destination ${id}`);
  return dict([['Destination', target]], config.at, config);
}

function orMade(sam: Sam, id: string, { made }: Kind, given: Value): Value {
  if (!made) return given;
  const { at } = sam;
  const madeId = id + made.suffix;
  const exists = and([sam.exists, not(presence(given))]);
  if (exists.kind !== 'constant' || exists.value) {
    sam.make({ id: madeId, type: made.type, properties: dict([], at), exists, at });
  }
  return orElse(given, pointer(sam, madeId, made.arn));
}
