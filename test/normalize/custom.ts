import { loadTypes } from '../../src/catalog/types.ts';
import type { Declaration } from '../../src/model/declaration.ts';
import type { Value } from '../../src/model/value.ts';
import { fromCustomResource } from '../../src/normalize/custom-resource.ts';
import { declaration } from './build.ts';

export const types = loadTypes('types');
export const context = { types, report: () => undefined };

export const logging = 'AWS::Bedrock::ModelInvocationLoggingConfiguration';
export const throughput = 'AWS::Bedrock::ProvisionedModelThroughput';

export const custom = (properties: Value, more: Partial<Declaration> = {}): Declaration =>
  declaration(properties, { type: 'Custom::AWS', name: 'Call', key: 'a.yaml#Call', ...more });

/** What the custom resource stands for, in plain data. */
export function read(properties: Value, more: Partial<Declaration> = {}): unknown {
  const found = fromCustomResource(custom(properties, more), context);
  if (!found) return undefined;
  const { made, opening } = found;
  return {
    ...(made && { made: made.type, properties: plain(made.properties) }),
    ...(opening && { opening: opening.types }),
  };
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'dict':
      return {
        ...Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry)])),
        ...(value.rest && { '...': value.rest.cause }),
      };
    case 'list':
      return value.items.map(plain);
    case 'text':
      return value.parts.map(part => (typeof part === 'string' ? part : plain(part)));
    case 'reference':
      return `-> ${value.target}.${value.attribute}`;
    case 'conditional':
      return { either: [plain(value.then), plain(value.otherwise)] };
    case 'one-of':
      return { oneOf: value.options.map(plain) };
    default:
      return `<${value.kind}>`;
  }
}

export const call = (service: string, action: string, parameters?: object): string =>
  JSON.stringify({ service, action, ...(parameters && { parameters }), physicalResourceId: { id: 'x' } });

export const put = (flags: object): string =>
  call('Bedrock', 'putModelInvocationLoggingConfiguration', { loggingConfig: flags });
