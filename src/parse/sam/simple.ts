import { absent, known, type Dict, type Value } from '../../model/value.ts';
import { scalarText } from '../cloudformation/text.ts';
import { s3Location } from './code.ts';
import { dict, mapPresent, orElse, passed, property, text, unseen, type Sam } from './made.ts';
import { tagList } from './tags.ts';

/** `AWS::Serverless::SimpleTable`. */
export function makeTable(sam: Sam): void {
  const { id, at, properties, exists } = sam;
  const key = property(sam, 'PrimaryKey');
  const attribute = key.kind === 'dict' ? keyOf(key) : defaultKey(sam);
  const schema = dict(
    [
      ['AttributeName', attribute.entries.get('AttributeName') ?? absent],
      ['KeyType', text('HASH', at)],
    ],
    at,
  );
  const mode = sam.writes('ProvisionedThroughput') ? absent : text('PAY_PER_REQUEST', at);
  const made = dict(
    [
      ...passed(properties, [
        'TableName',
        'SSESpecification',
        'PointInTimeRecoverySpecification',
        'ProvisionedThroughput',
      ]),
      ['BillingMode', mode],
      ['AttributeDefinitions', { kind: 'list', items: [attribute], at }],
      ['KeySchema', { kind: 'list', items: [schema], at }],
      ['Tags', tagList(sam, undefined)],
    ],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::DynamoDB::Table', properties: made, exists, at });
}

function defaultKey({ at }: Sam): Dict {
  return dict(
    [
      ['AttributeName', text('id', at)],
      ['AttributeType', text('S', at)],
    ],
    at,
  );
}

const attributeTypes: ReadonlyMap<string, string> = new Map([
  ['String', 'S'],
  ['Number', 'N'],
  ['Binary', 'B'],
]);

function keyOf(key: Dict): Dict {
  const type = mapPresent(key.entries.get('Type') ?? absent, value => {
    const name = value.kind === 'known' ? attributeTypes.get(scalarText(value)) : undefined;
    return name === undefined ? value : known(name, value.at);
  });
  return dict(
    [
      ['AttributeName', key.entries.get('Name') ?? absent],
      ['AttributeType', type],
    ],
    key.at,
    key,
  );
}

/** `AWS::Serverless::LayerVersion`. SAM adds a hash to its logical id, which nothing refers to. */
export function makeLayer(sam: Sam): void {
  const { id, at, properties, exists } = sam;
  const content = mapPresent(property(sam, 'ContentUri'), (uri): Value => {
    const location = s3Location(uri, { bucket: 'S3Bucket', key: 'S3Key', version: 'S3ObjectVersion' });
    if (location) return dict(location, uri.at);
    return unseen('the layer is packaged when the template is deployed', uri.at ?? at);
  });
  const made = dict(
    [
      ...passed(properties, ['Description', 'CompatibleArchitectures', 'CompatibleRuntimes', 'LicenseInfo']),
      ['LayerName', orElse(property(sam, 'LayerName'), text(id, at))],
      ['Content', content],
    ],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::Lambda::LayerVersion', properties: made, exists, at });
}

/** `AWS::Serverless::CapacityProvider`; its operator role is made when none is named. */
export function makeCapacityProvider(sam: Sam): void {
  const { id, at, properties, exists } = sam;
  if (!sam.writes('OperatorRole')) sam.open(['AWS::IAM::Role'], 'its operator role');
  const made = dict(
    [
      ...passed(properties, ['CapacityProviderName', 'KmsKeyArn']),
      ['VpcConfig', property(sam, 'VpcConfig')],
      ['Tags', tagList(sam, 'lambda:createdBy')],
    ],
    properties.at,
  );
  const rest = unseen('settings that SAM spells differently', at);
  sam.make({ id, type: 'AWS::Lambda::CapacityProvider', properties: { ...made, rest }, exists, at });
}

/** What a connector between two resources may become. */
export const connected = [
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Permission',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
] as const;

/** `AWS::Serverless::Connector`: access of one resource to another, by policies that are not spelt out here. */
export function makeConnector(sam: Sam): void {
  sam.open(connected, 'permissions');
}

/** `AWS::Serverless::Application`: a nested stack. Where it comes from the parser of nested stacks knows. */
export function makeApplication(sam: Sam): void {
  const { id, at, properties, exists } = sam;
  const made = dict(
    [
      ...passed(properties, ['Parameters', 'NotificationARNs', 'TimeoutInMinutes']),
      ['TemplateURL', property(sam, 'Location')],
      ['Tags', tagList(sam, 'lambda:createdBy')],
    ],
    properties.at,
    properties,
  );
  sam.make({ id, type: 'AWS::CloudFormation::Stack', properties: made, exists, at });
}
