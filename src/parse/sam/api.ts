import { absent, type Value } from '../../model/value.ts';
import { scalarText } from '../cloudformation/text.ts';
import { dict, mapPresent, orElse, passed, pointer, property, text, unseen, type Sam } from './made.ts';
import { tagList } from './tags.ts';

/** `AWS::Serverless::Api`: the API, its deployment and stage. What `Auth`, `Domain` and `Cors` bring is left open. */
export function makeApi(sam: Sam): void {
  const { id, at, properties, exists } = sam;
  const api = dict(
    [
      ...passed(properties, [
        'Name',
        'Description',
        'Mode',
        'ApiKeySourceType',
        'MinimumCompressionSize',
        'FailOnWarnings',
      ]),
      ...passed(properties, ['BinaryMediaTypes', 'SecurityPolicy', 'EndpointAccessMode']),
      ['EndpointConfiguration', mapPresent(property(sam, 'EndpointConfiguration'), endpoint)],
      ['Body', bodyOf(sam)],
      ['Policy', property(sam, 'Policy')],
      ['Parameters', property(sam, 'Parameters')],
    ],
    properties.at,
    properties,
  );
  const rest = unseen('SAM writes the definition of the API from its events and settings', at);
  sam.make({ id, type: 'AWS::ApiGateway::RestApi', properties: { ...api, rest }, exists, at });
  // The API that SAM makes for events without one has a stage of its own name.
  const stageName = orElse(property(sam, 'StageName'), text('Prod', at));
  const deployment = `${id}Deployment`;
  const deployed = dict([['RestApiId', pointer(sam, id, 'Ref')]], at);
  sam.make({ id: deployment, type: 'AWS::ApiGateway::Deployment', properties: deployed, exists, at });
  const stage = dict(
    [
      ...passed(properties, ['CacheClusterEnabled', 'CacheClusterSize', 'Variables', 'MethodSettings']),
      ...passed(properties, ['AccessLogSetting', 'CanarySetting', 'TracingEnabled']),
      ['StageName', stageName],
      ['RestApiId', pointer(sam, id, 'Ref')],
      ['DeploymentId', pointer(sam, deployment, 'Ref')],
      ['Tags', tagList(sam, undefined)],
    ],
    properties.at,
    properties,
  );
  sam.make({
    id: stageId(id, stageName),
    type: 'AWS::ApiGateway::Stage',
    properties: stage,
    exists,
    at,
  });
  openExtras(sam, [
    'AWS::ApiGateway::ApiKey',
    'AWS::ApiGateway::BasePathMapping',
    'AWS::ApiGateway::DomainName',
    'AWS::ApiGateway::UsagePlan',
    'AWS::ApiGateway::UsagePlanKey',
  ]);
}

/** `AWS::Serverless::HttpApi`: the API and its stage. */
export function makeHttpApi(sam: Sam): void {
  const { id, at, properties, exists } = sam;
  const api = dict(
    [
      ...passed(properties, ['Name', 'Description', 'FailOnWarnings', 'DisableExecuteApiEndpoint']),
      ['Body', bodyOf(sam)],
    ],
    properties.at,
    properties,
  );
  const rest = unseen('SAM writes the definition of the API from its events and settings', at);
  sam.make({ id, type: 'AWS::ApiGatewayV2::Api', properties: { ...api, rest }, exists, at });
  const given = property(sam, 'StageName');
  const stage = dict(
    [
      ...passed(properties, ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageVariables']),
      ['StageName', given.kind === 'absent' ? text('$default', at) : given],
      ['ApiId', pointer(sam, id, 'Ref')],
      ['AutoDeploy', { kind: 'known', value: true, at }],
      ['Tags', tagged(property(sam, 'Tags'), sam)],
    ],
    properties.at,
    properties,
  );
  const stageName = given.kind === 'absent' ? `${id}ApiGatewayDefaultStage` : stageId(id, given);
  sam.make({ id: stageName, type: 'AWS::ApiGatewayV2::Stage', properties: stage, exists, at });
  openExtras(sam, ['AWS::ApiGatewayV2::ApiMapping', 'AWS::ApiGatewayV2::DomainName']);
}

function tagged(tags: Value, { at }: Sam): Value {
  const mark = ['httpapi:createdBy', text('SAM', at)] as const;
  if (tags.kind === 'absent') return dict([mark], at);
  return mapPresent(tags, plain =>
    plain.kind === 'dict' ? dict([...plain.entries, mark], plain.at, plain) : plain,
  );
}

/** The logical id of a stage, after its name as far as that is plain. */
export function stageId(api: string, name: Value): string {
  const plain = name.kind === 'known' && !name.via ? scalarText(name) : '';
  return /^[A-Za-z0-9]*$/.test(plain) ? `${api}${plain}Stage` : `${api}Stage`;
}

function bodyOf(sam: Sam): Value {
  return sam.writes('DefinitionBody') ? unseen('SAM adds to the body of the API', sam.at) : absent;
}

/** A name of an endpoint type, or the property of API Gateway. */
function endpoint(value: Value): Value {
  if (value.kind !== 'dict')
    return dict([['Types', { kind: 'list', items: [value], ...(value.at && { at: value.at }) }]], value.at);
  const type = value.entries.get('Type');
  if (!type) return value;
  const types: Value = { kind: 'list', items: [type], ...(type.at && { at: type.at }) };
  return dict([['Types', types], ...passed(value, ['IpAddressType', 'VpcEndpointIds'])], value.at, value);
}

function openExtras(sam: Sam, types: readonly string[]): void {
  if (sam.writes('Auth')) sam.open([...types, 'AWS::Lambda::Permission'], 'what its authorizers need');
  if (sam.writes('Domain')) sam.open([...types, 'AWS::Route53::RecordSetGroup'], 'its domain');
}
