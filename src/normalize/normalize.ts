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
import { tagsOf } from './tags.ts';

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
  const placed = stacks.map(stack => ({
    stack,
    resources: stack.declarations.flatMap(declaration => resourcesOf(declaration, stack, context)),
  }));
  const resources = placed.flatMap(({ resources: own }) => own);
  return { estate: { resources, scopes: scopesOf(placed) }, problems };
}

/** A declaration is one resource, but for those that stand for several or for another type. */
function resourcesOf(declaration: Declaration, stack: Stack, context: Context): readonly Resource[] {
  const rewrite = rewriterOf(declaration.type);
  const declarations = rewrite ? rewrite(declaration, context) : [declaration];
  return declarations.map(one => resourceOf(one, stack, context));
}

function resourceOf(declaration: Declaration, stack: Stack, { types, report }: Context): Resource {
  const { key, type, name, exists, at, construct, generated } = declaration;
  const { account, region, partition } = stack;
  const schema = types.get(type);
  const written = dictOf(declaration.properties);
  const properties = schema ? coerceFields(written, schema.properties, { schema, name, report }) : written;
  return {
    kind: 'resource',
    key,
    type,
    name,
    account,
    region,
    partition,
    properties,
    tags: tagsOf(properties, schema),
    names: schema ? namesOf(properties, schema) : [],
    exists,
    at,
    ...(construct === undefined ? {} : { construct }),
    ...(generated === undefined ? {} : { generated }),
  };
}
