import type { Opening } from '../../model/resource.ts';
import type { Span } from '../../model/source.ts';
import { entry, type Condition, type Dict, type Value } from '../../model/value.ts';
import { entriesOf } from '../cloudformation/entries.ts';
import type { ResourceEntry } from '../cloudformation/scope.ts';
import { makeApi, makeHttpApi } from './api.ts';
import { makeFunction } from './function.ts';
import { withGlobals } from './globals.ts';
import { unseen, type Expansion, type Product, type Sam } from './made.ts';
import {
  connected,
  makeApplication,
  makeCapacityProvider,
  makeConnector,
  makeLayer,
  makeTable,
} from './simple.ts';
import { makeStateMachine } from './state-machine.ts';
import { withPropagatedTags } from './tags.ts';

export const isServerless = ({ type }: ResourceEntry): boolean => type.startsWith('AWS::Serverless::');

/** What the SAM transform makes of one of its resources. `changed`: what a macro leaves of its properties. */
export function expand(resource: ResourceEntry, exists: Condition, changed: Dict | undefined): Expansion {
  const expansion: Expansion = { products: [], openings: [], touches: [] };
  const { key: id, type, at, attributes } = resource;
  const open = (types: Opening['types'], what: string): void => {
    expansion.openings.push({ types, because: unseen(`the SAM transform makes ${what} for ${id}`, at) });
  };
  if (attributes.has('Connectors')) open(connected, 'permissions for its connectors');
  const touch = (other: Value, property: string): void => {
    if (other.kind !== 'reference') return open('all', `additions to the ${property} of another resource`);
    expansion.touches.push({
      target: other.target,
      property,
      because: unseen(`SAM adds to it for ${id}`, at),
    });
    return undefined;
  };
  const { value, keys } = changed ? { value: changed, keys: new Set<string>() } : merged(resource);
  const maker = makers.get(type);
  if (maker && value.kind === 'dict' && !changed) {
    const writes = (name: string): boolean => keys.has(name) || entry(value, name).kind === 'unknown';
    const make = (product: Product): void => {
      expansion.products.push(withPropagatedTags(product, value, at));
    };
    const { instance } = resource.scope;
    maker.make({ instance, id, type, at, properties: value, exists, writes, make, touch, open });
  } else {
    expansion.products.push({ id, type: maker?.type ?? type, properties: value, exists, at });
    open('all', maker ? 'resources from properties that are not known' : `resources of the type ${type}`);
  }
  return expansion;
}

/** The properties with the globals under them, and which of them are written at all. */
function merged(resource: ResourceEntry): { value: Value; keys: ReadonlySet<string> } {
  const { at, scope } = resource;
  const node = withGlobals(resource);
  if (!node) return { value: { kind: 'dict', entries: new Map(), at }, keys: new Set() };
  const keys = node.kind === 'map' ? entriesOf(node, scope).list.map(({ key }) => key) : [];
  const place: Span = { ...at, start: node.start, end: node.end };
  return { value: scope.instance.value(node, scope, place), keys: new Set(keys) };
}

/** By type of SAM: the type of its main product, and what makes all of them. */
const makers: ReadonlyMap<string, { type: string; make: (sam: Sam) => void }> = new Map([
  ['AWS::Serverless::Application', { type: 'AWS::CloudFormation::Stack', make: makeApplication }],
  ['AWS::Serverless::Api', { type: 'AWS::ApiGateway::RestApi', make: makeApi }],
  [
    'AWS::Serverless::CapacityProvider',
    { type: 'AWS::Lambda::CapacityProvider', make: makeCapacityProvider },
  ],
  ['AWS::Serverless::Connector', { type: 'AWS::Serverless::Connector', make: makeConnector }],
  ['AWS::Serverless::Function', { type: 'AWS::Lambda::Function', make: makeFunction }],
  ['AWS::Serverless::HttpApi', { type: 'AWS::ApiGatewayV2::Api', make: makeHttpApi }],
  ['AWS::Serverless::LayerVersion', { type: 'AWS::Lambda::LayerVersion', make: makeLayer }],
  ['AWS::Serverless::SimpleTable', { type: 'AWS::DynamoDB::Table', make: makeTable }],
  ['AWS::Serverless::StateMachine', { type: 'AWS::StepFunctions::StateMachine', make: makeStateMachine }],
]);
