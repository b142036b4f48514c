import type { Declaration, Stack } from '../model/declaration.ts';
import type { Problem } from '../model/problem.ts';
import type { Estate, Resource } from '../model/resource.ts';
import type { TypeRegistry } from '../model/types.ts';
import { coerceFields } from './coerce.ts';
import type { Context } from './context.ts';
import { dictOf } from './dict-of.ts';
import { rewriterOf } from './kinds/index.ts';
import { namesOf } from './names.ts';
import { scopesOf } from './scopes.ts';
import type { Placed } from './scopes.ts';
import { tagsOf } from './tags.ts';
import type { Inherited } from './tags.ts';
import { fromTerraform } from './terraform/translate.ts';

/**
 * Declarations in the words of a template → resources in the one model: loose scalars in the kinds of their schema,
 * JSON texts as what they say, one shape for tags, and the scopes that an absence can be spoken of in.
 * A resource of a type that is not in the registry is kept as it is, so that references to it resolve.
 */
export function normalize(
  stacks: readonly Stack[],
  types: TypeRegistry,
): { readonly estate: Estate; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const context: Context = { types, report: problem => problems.push(problem) };
  const placed = fromTerraform(stacks, context).map(stack => placedStack(stack, context));
  return {
    estate: { resources: placed.flatMap(({ resources }) => resources), scopes: scopesOf(placed) },
    problems,
  };
}

function placedStack(stack: Stack, context: Context): Placed {
  const openings = [...stack.openings];
  const resources: Resource[] = [];
  for (const declaration of stack.declarations) {
    const rewritten = rewriterOf(declaration.type)?.(declaration, context);
    openings.push(...(rewritten?.openings ?? []));
    for (const one of rewritten?.declarations ?? [declaration])
      resources.push(resourceOf(one, stack, context));
  }
  return { stack, resources, openings };
}

function resourceOf(declaration: Declaration, stack: Stack, { types, report }: Context): Resource {
  const { key, type, name, exists, at, construct, generated } = declaration;
  const { account = stack.account, region = stack.region, partition = stack.partition } = declaration;
  const schema = types.get(type);
  const written = dictOf(declaration.properties);
  const properties = schema
    ? coerceFields(written, schema.properties, { schema, name, report, isWritten: true })
    : written;
  return {
    kind: 'resource',
    key,
    type,
    name,
    account,
    region,
    partition,
    properties,
    tags: tagsOf(properties, schema, tagsAround(declaration, stack)),
    names: [...(schema ? namesOf(properties, schema) : []), ...(declaration.names ?? [])],
    exists,
    at,
    ...(construct === undefined ? {} : { construct }),
    ...(generated === undefined ? {} : { generated }),
  };
}

/** The tags that the deployment puts on a resource; those of a provider are nearer than those of the stack. */
function tagsAround({ format, tags }: Declaration, stack: Stack): Inherited | undefined {
  const outer = stack.tags;
  if (!tags) return outer && { tags: outer, always: false };
  const entries = new Map([...(outer?.entries ?? []), ...tags.entries]);
  const rest = tags.rest ?? outer?.rest;
  return { tags: { ...tags, entries, ...(rest ? { rest } : {}) }, always: format === 'terraform' };
}
