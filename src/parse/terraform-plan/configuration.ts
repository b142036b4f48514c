import type { Step } from './address.ts';
import { fieldOf, fieldsAt, isFields, isList, listAt, textAt, type Fields } from './json.ts';

/** What a plan says of the text that it was made from: expressions with what they refer to, and no places. */
export interface Configuration {
  readonly root: ModuleConfig;
  /** By `provider_config_key`. */
  readonly providers: ReadonlyMap<string, ProviderConfig>;
}

export interface ModuleConfig {
  /** By `aws_kms_key.this`, `data.aws_region.here`. */
  readonly resources: ReadonlyMap<string, ResourceConfig>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** Expressions by the name of the output. */
  readonly outputs: Fields;
  /** Defaults by the name of the variable; those without default have none. */
  readonly variables: Fields;
}

export interface ResourceConfig {
  readonly provider: string | undefined;
  /** By attribute and block. */
  readonly expressions: Fields;
  /** What `count` or `for_each` is made from. */
  readonly repeats: unknown;
}

export interface ModuleCall {
  readonly source: string;
  readonly expressions: Fields;
  readonly repeats: unknown;
  readonly module: ModuleConfig;
}

export interface ProviderConfig {
  readonly name: string;
  /** The modules around it, without keys: `['network']`. */
  readonly module: readonly string[];
  readonly expressions: Fields;
}

export function readConfiguration(value: unknown): Configuration {
  const providers = Object.entries(fieldsAt(value, 'provider_config')).map(
    ([key, config]) => [key, providerOf(key, config)] as const,
  );
  return { root: moduleOf(fieldOf(value, 'root_module')), providers: new Map(providers) };
}

function moduleOf(value: unknown): ModuleConfig {
  const resources = listAt(value, 'resources').flatMap(resource => {
    const address = textAt(resource, 'address');
    return address === undefined ? [] : [[withoutModule(address), resourceOf(resource)] as const];
  });
  const calls = Object.entries(fieldsAt(value, 'module_calls')).map(
    ([name, call]) => [name, callOf(call)] as const,
  );
  const outputs = Object.entries(fieldsAt(value, 'outputs')).map(([name, output]) => [
    name,
    fieldOf(output, 'expression'),
  ]);
  const variables = Object.entries(fieldsAt(value, 'variables')).filter(
    ([, variable]) => isFields(variable) && Object.hasOwn(variable, 'default'),
  );
  return {
    resources: new Map(resources),
    calls: new Map(calls),
    outputs: Object.fromEntries(outputs),
    variables: Object.fromEntries(variables.map(([name, variable]) => [name, fieldOf(variable, 'default')])),
  };
}

/** Some formats spell the address of a resource with its module. */
const withoutModule = (address: string): string => address.replace(/^(?:module\.[^.]+\.)+/, '');

const resourceOf = (value: unknown): ResourceConfig => ({
  provider: textAt(value, 'provider_config_key'),
  expressions: fieldsAt(value, 'expressions'),
  repeats: repeatsOf(value),
});

const callOf = (value: unknown): ModuleCall => ({
  source: textAt(value, 'source') ?? '',
  expressions: fieldsAt(value, 'expressions'),
  repeats: repeatsOf(value),
  module: moduleOf(fieldOf(value, 'module')),
});

const repeatsOf = (value: unknown): unknown =>
  fieldOf(value, 'count_expression') ?? fieldOf(value, 'for_each_expression');

function providerOf(key: string, value: unknown): ProviderConfig {
  const module = textAt(value, 'module_address') ?? /^(.*):[^:]*$/.exec(key)?.[1] ?? '';
  return {
    name: textAt(value, 'name') ?? '',
    module: module === '' ? [] : module.replace(/^module\./, '').split('.module.'),
    expressions: fieldsAt(value, 'expressions'),
  };
}

/** The module that a path of calls leads to; the keys of its instances do not matter. */
export function moduleAt(
  { root }: Configuration,
  path: readonly Pick<Step, 'name'>[],
): ModuleConfig | undefined {
  let module: ModuleConfig | undefined = root;
  for (const { name } of path) module = module?.calls.get(name)?.module;
  return module;
}

/**
 * Whether this is what a plan says of one expression: a literal, the names it refers to, or neither for calls of functions
 * alone. Anything else is a block, or a list of them.
 */
export const isExpression = (value: unknown): boolean =>
  isFields(value) &&
  (Object.hasOwn(value, 'constant_value') ||
    Object.hasOwn(value, 'references') ||
    Object.keys(value).length === 0);

/** Every name that an expression, or anything in a block, refers to. */
export function namesIn(value: unknown): readonly string[] {
  if (isList(value)) return value.flatMap(namesIn);
  if (!isFields(value)) return [];
  if (isExpression(value)) return listAt(value, 'references').filter(name => typeof name === 'string');
  return Object.values(value).flatMap(namesIn);
}
