import type { Span } from '../../model/source.ts';
import type { Unknown, Value } from '../../model/value.ts';
import { lost } from './compose.ts';
import { createInstance } from './instance.ts';
import { lazy } from './memo.ts';
import { besides } from './path.ts';
import type { Included, Instance, Placed, ResourceEntry } from './scope.ts';
import { concat } from './text.ts';

/** The property that names the template of a nested stack, by resource type. */
const locations: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

const maximumNesting = 10;

export const isNestedStack = ({ type }: ResourceEntry): boolean => locations.has(type);

/** The path of the template that a nested stack resource names, when it is a path in the run. */
export function nestedPath(resource: ResourceEntry): string | undefined {
  if (!isNestedStack(resource)) return undefined;
  const { file, instance } = resource.scope;
  const assembled = instance.run.nestedTemplate(file.path, resource.key);
  if (assembled !== undefined) return assembled;
  const location = property(resource, locations.get(resource.type) ?? '');
  const value = location && valueOf(location);
  return value?.kind === 'known' ? besides(file.path, String(value.value)) : undefined;
}

/** What the nested stack calls its template, for messages. */
export function nestedName(resource: ResourceEntry): string {
  const location = property(resource, locations.get(resource.type) ?? '');
  const value = location && valueOf(location);
  return value?.kind === 'known' ? String(value.value) : 'its template';
}

/** The stack behind a nested stack resource; undefined when its template is not in view or nested in itself. */
export function nest(
  parent: Instance,
  resource: ResourceEntry,
  templateOf: (path: string) => Included | undefined,
): Instance | undefined {
  const { run, source } = parent;
  // A macro may pass other arguments, or another template.
  const path = (resource.macro ?? parent.macro()) ? undefined : nestedPath(resource);
  const nesting = source.nesting;
  if (
    path === undefined ||
    nesting.includes(path) ||
    nesting.length > maximumNesting ||
    run.budget.stacks <= 0
  ) {
    return undefined;
  }
  const template = templateOf(path);
  if (!template) return undefined;
  run.budget.stacks -= 1;
  const id = resource.key;
  return createInstance(
    {
      file: template.file,
      root: template.root,
      prefix: `${parent.prefix}${id}/`,
      deployment: lazy(() => ({ ...source.deployment(), stackName: nameOf(parent, id, resource.at) })),
      given: name => passed(resource, name),
      advice: name => `the stack ${id} in ${parent.file.path} passes no ${name}`,
      nesting: [...nesting, path],
    },
    run,
  );
}

/** The value of one entry of `Parameters`; of a map that is not written out, whatever it holds. */
function passed(resource: ResourceEntry, name: string): Value | undefined {
  const parameters = property(resource, 'Parameters');
  if (!parameters) return undefined;
  const all = valueOf(parameters);
  if (all.kind === 'dict') return all.entries.get(name) ?? all.rest;
  const what = `the parameters of the nested stack ${resource.key}`;
  return all.kind === 'absent'
    ? undefined
    : lost('unresolved-value', [{ what, at: parameters.at }], parameters.at);
}

/** CloudFormation names a nested stack after its parent, its logical id and chance. */
function nameOf(parent: Instance, id: string, at: Span): Value {
  const what = `the name of the nested stack ${id}`;
  const chance: Unknown = { ...lost('unresolved-value', [{ what, at }], at, true), shape: 'segment' };
  return concat([parent.pseudo('AWS::StackName') ?? chance, `-${id}-`, chance], at);
}

function property({ attributes }: ResourceEntry, name: string): Placed | undefined {
  const properties = attributes.get('Properties');
  if (properties?.node.kind !== 'map') return undefined;
  const entry = properties.node.entries.findLast(({ key }) => key === name);
  if (!entry) return undefined;
  const at = { ...properties.at, start: entry.keyStart, end: entry.value.end };
  return { key: name, at, node: entry.value, scope: properties.scope };
}

const valueOf = ({ node, scope, at }: Placed): Value => scope.instance.value(node, scope, at);
