import type { Problem } from '../model/problem.ts';
import type { Estate, Resource } from '../model/resource.ts';
import { regionOf, type Span } from '../model/source.ts';
import type { Fields, PropertyType, ResourceType, TypeRegistry } from '../model/types.ts';
import type { Value } from '../model/value.ts';
import { spellingOf } from '../normalize/kinds/index.ts';
import { isArgument, isMade, isWrittenArgument, similar, snakeCase } from '../normalize/misspelt.ts';

/**
 * Properties that their type does not have. CloudFormation and Terraform refuse what is misspelt or in the wrong place; a
 * rule says of it that it is missing, or trusts a default. Our registry may be older than a template, so in Terraform, of
 * which there is a new provider every week, only what looks like a slip is told.
 */
export function unknownProperties({ resources }: Estate, types: TypeRegistry): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const resource of resources) {
    const schema = types.get(resource.type);
    if (!schema || isMade(schema)) continue;
    lookIn(
      resource.properties,
      { kind: 'object', fields: schema.properties },
      { resource, schema, problems },
    );
  }
  return [...problems.values()];
}

interface Search {
  readonly resource: Resource;
  readonly schema: ResourceType;
  /** By message and place: what is repeated is told once. */
  readonly problems: Map<string, Problem>;
}

type Shape =
  | { readonly kind: 'object'; readonly fields: Fields }
  | { readonly kind: 'list' | 'map'; readonly of: PropertyType };

function lookIn(value: Value, shape: Shape, search: Search): void {
  switch (value.kind) {
    case 'conditional':
      lookIn(value.then, shape, search);
      return lookIn(value.otherwise, shape, search);
    case 'one-of':
      return value.options.forEach(option => lookIn(option, shape, search));
    case 'list':
      return shape.kind === 'list'
        ? value.items.forEach(item => lookInto(item, shape.of, search))
        : undefined;
    case 'dict':
      return value.entries.forEach((inner, name) => lookAt(name, inner, shape, search));
    default:
      return undefined;
  }
}

function lookAt(name: string, value: Value, shape: Shape, search: Search): void {
  if (shape.kind === 'map') return lookInto(value, shape.of, search);
  if (shape.kind !== 'object') return undefined;
  const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  return field ? lookInto(value, field.type, search) : found(name, value, shape.fields, search);
}

function lookInto(value: Value, type: PropertyType, search: Search): void {
  if (type.kind === 'list' || type.kind === 'map') return lookIn(value, type, search);
  const fields = type.kind === 'object' ? search.schema.definitions[type.name] : undefined;
  return fields ? lookIn(value, { kind: 'object', fields }, search) : undefined;
}

function found(name: string, value: Value, fields: Fields, search: Search): void {
  const at = value.at ?? search.resource.at;
  if (at.kind !== 'span' || value.kind === 'absent') return;
  const { resource, schema } = search;
  const said = isArgument(name, resource)
    ? argument(name, fields, at, resource)
    : property(name, fields, schema);
  if (!said) return;
  // Instances of one block are not told one by one.
  const message = `${resource.name.replace(/\[[^\]]*\]$/, '')}: ${said.message}, as far as this version knows`;
  search.problems.set(`${message} ${at.file.path} ${at.start}`, {
    cause: 'parse-error',
    message,
    path: at.file.path,
    region: regionOf(at),
    effect: 'what is written there was not read; what was meant may be left out',
    hint:
      said.meant === undefined ? 'a later version of plumbline may know it' : `did you mean ${said.meant}?`,
  });
}

interface Said {
  readonly message: string;
  readonly meant?: string | undefined;
}

function property(name: string, fields: Fields, schema: ResourceType): Said {
  const meant = similar(name, Object.keys(fields)) ?? elsewhere(name, schema);
  return { message: `${schema.name} does not have a property ${name} here`, meant };
}

function argument(name: string, fields: Fields, at: Span, resource: Resource): Said | undefined {
  if (!isWrittenArgument(at, resource.at)) return undefined;
  const meant = similar(name, [...Object.keys(fields).map(snakeCase), ...spelledIn(resource)]);
  return meant === undefined
    ? undefined
    : { message: `the provider does not have an argument ${name}`, meant };
}

/** The arguments that are not called as the properties are. */
function spelledIn({ name }: Resource): readonly string[] {
  const type = /([a-z]\w*)\.[^.]+$/.exec(name)?.[1] ?? '';
  const spellings = Object.values(spellingOf(type)?.kind.terraform ?? {});
  return spellings.flatMap(({ rename, leftOut }) =>
    [...Object.keys(rename ?? {}), ...Object.keys(leftOut ?? {})].map(path =>
      path.slice(path.lastIndexOf('.') + 1),
    ),
  );
}

/** Where in the type the name belongs, when it does in one place only. */
function elsewhere(name: string, { properties, definitions }: ResourceType): string | undefined {
  if (Object.hasOwn(properties, name)) return `${name} of the resource itself`;
  const [only, ...others] = Object.entries(definitions).flatMap(([definition, fields]) =>
    Object.hasOwn(fields, name) ? [definition] : [],
  );
  return only === undefined || others.length > 0 ? undefined : `${name} of ${only}`;
}
