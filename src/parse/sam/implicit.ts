import { field, stringOf } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';
import type { Instance, ResourceEntry } from '../cloudformation/scope.ts';
import { withGlobals } from './globals.ts';

const apis = [
  { key: 'ServerlessRestApi', type: 'AWS::Serverless::Api', event: 'Api', names: 'RestApiId' },
  { key: 'ServerlessHttpApi', type: 'AWS::Serverless::HttpApi', event: 'HttpApi', names: 'ApiId' },
] as const;

/** An API that SAM makes for events that name none; it stands at the first function that needs it. */
export interface ImplicitApi {
  readonly api: ResourceEntry;
  readonly users: readonly ResourceEntry[];
}

export function implicitApis(instance: Instance): ImplicitApi[] {
  const functions = [...instance.resources().values()].filter(
    ({ type }) => type === 'AWS::Serverless::Function',
  );
  return apis.flatMap(({ key, type, event, names }) => {
    const users = functions.filter(resource => events(resource).some(node => isFor(node, event, names)));
    const [first] = users;
    if (!first || instance.resources().has(key)) return [];
    return [{ api: { ...first, key, type, attributes: new Map() }, users }];
  });
}

function events(resource: ResourceEntry): readonly Node[] {
  const properties = withGlobals(resource);
  const node = properties && field(properties, 'Events');
  return node?.kind === 'map' ? node.entries.map(({ value }) => value) : [];
}

const isFor = (node: Node, event: string, names: string): boolean =>
  stringOf(field(node, 'Type')) === event && field(node, 'Properties', names) === undefined;
