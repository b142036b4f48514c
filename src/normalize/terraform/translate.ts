import type { Declaration, Stack } from '../../model/declaration.ts';
import type { Opening } from '../../model/resource.ts';
import type { TypeRegistry } from '../../model/types.ts';
import { unknown } from '../../model/value.ts';
import type { Dict, Reference, Unknown, Value } from '../../model/value.ts';
import type { Context } from '../context.ts';
import { dictOf } from '../dict-of.ts';
import { spellingOf } from '../kinds/index.ts';
import { apartFrom } from './apart.ts';
import { cloudControlType } from './cloud-control.ts';
import { convertAttributes } from './convert.ts';
import { cloudControlResource, fromDesiredState } from './desired-state.ts';
import { foldParts } from './fold.ts';
import { openReached } from './reach.ts';
import { attributeOf, mapReferences } from './references.ts';
import { severalParts } from './several-parts.ts';
import { withoutStale } from './stale.ts';
import { standsForOthers } from './stands-for-others.ts';
import type { Translated } from './translated.ts';
import { wholesOf } from './wholes.ts';
import type { Wholes } from './wholes.ts';

/**
 * The declarations of Terraform in CloudFormation's words: types, names of properties, attributes of references. What
 * Terraform makes a resource of its own and CloudFormation a property becomes a property of what it belongs to. What the
 * model has no type for stays as it is.
 */
export function fromTerraform(stacks: readonly Stack[], context: Context): readonly Stack[] {
  if (!stacks.some(({ declarations }) => declarations.some(isTerraform))) return stacks;
  const { types } = context;
  const found = new Map<string, Translated>();
  for (const stack of stacks) {
    for (const declaration of stack.declarations) {
      for (const one of [
        declaration,
        ...severalParts(declaration, spellingOf(declaration.type)?.spelling.does),
      ]) {
        const read = recognized(one, stack, context);
        if (read) found.set(one.key, read);
      }
    }
  }
  const removed = removedFrom(stacks, context);
  const wholes = wholesOf(new Map([...found, ...removed]));
  const now = withoutStale(found, removed, wholes);
  const { folded, reached } = openReached(stacks, { found: now, wholes, folded: foldParts(now, wholes) });
  return stacks.map(stack => ({
    ...stack,
    openings: stack.openings.map(opening => inModelTypes(opening, types, reached.get(opening))),
    declarations: stack.declarations.flatMap(declaration => {
      if (!isTerraform(declaration)) return [declaration];
      if (wholes.get(declaration.key)?.kind === 'decided') return [];
      return translated(declaration, { found: now, wholes, folded, types });
    }),
  }));
}

const isTerraform = ({ format }: Declaration): boolean => format === 'terraform';

/** What plans delete, under keys that nothing else has: the same address may be made again. */
function removedFrom(stacks: readonly Stack[], context: Context): ReadonlyMap<string, Translated> {
  const all = stacks.flatMap(stack =>
    (stack.removed ?? []).flatMap(declaration => {
      const key = `${declaration.key} (deleted)`;
      const read = recognized({ ...declaration, key }, stack, context);
      return read ? [[key, read] as const] : [];
    }),
  );
  return new Map(all);
}

function recognized(declaration: Declaration, stack: Stack, context: Context): Translated | undefined {
  if (!isTerraform(declaration)) return undefined;
  const { type } = declaration;
  if (type === cloudControlResource) return fromDesiredState(declaration, stack.key, context);
  const { types } = context;
  const { kind, spelling = {} } = spellingOf(type) ?? {};
  const name = kind?.type ?? cloudControlType(type, types);
  const schema = name === undefined ? undefined : types.get(name);
  if (!schema) return undefined;
  const attributes = dictOf(declaration.properties);
  const properties = convertAttributes(attributes, { spelling, schema });
  return { declaration, stack: stack.key, attributes, spelling, schema, properties };
}

/** What may be made unseen, in the types of the model. Parts of which there may be more are seen once, as `[*]`. */
function inModelTypes(
  opening: Opening,
  types: TypeRegistry,
  reached: ReadonlySet<string> | undefined,
): Opening {
  const { because } = opening;
  if (opening.types === 'all') return { types: 'all', because, ...(reached && { reached }) };
  // A resource of the Cloud Control API is of any type.
  if (opening.types.includes(cloudControlResource)) return { types: 'all', because };
  const named = opening.types.flatMap(type => {
    const { kind, spelling } = spellingOf(type) ?? {};
    return spelling?.part ? [] : [kind?.type ?? cloudControlType(type, types) ?? type];
  });
  return { types: [...new Set(named)], because };
}

interface Translation {
  readonly found: ReadonlyMap<string, Translated>;
  readonly wholes: ReadonlyMap<string, Wholes>;
  readonly folded: ReadonlyMap<string, Dict>;
  readonly types: TypeRegistry;
}

function translated(declaration: Declaration, translation: Translation): readonly Declaration[] {
  const { found, wholes, folded, types } = translation;
  const { key } = declaration;
  const change = (reference: Reference): Value => {
    const to = redirected(reference, found, wholes);
    return to.kind === 'reference' ? ofOneInstance(to, declaration, found) : to;
  };
  const read = found.get(key);
  // A part of something that is not in view says nothing of any other resource.
  if (!read || read.spelling.part)
    return [{ ...declaration, properties: mapReferences(declaration.properties, change) }];
  const itself: Declaration = {
    ...declaration,
    type: read.schema.name,
    properties: mapReferences(folded.get(key) ?? read.properties, change),
    names: namesIn(read.attributes),
  };
  const others = apartFrom(read, types).map(one => ({
    ...one,
    properties: mapReferences(one.properties, change),
  }));
  return [itself, ...others];
}

/** What is said of one instance, where it is not known which there are, may be said of each of them, and of none. */
function ofOneInstance(reference: Reference, { name, at }: Declaration, found: Translation['found']): Value {
  const target = found.get(reference.target)?.declaration.name;
  if (target === undefined || !standsForOthers(target, name)) return reference;
  const because = { what: `which of ${target} is meant is not known`, at: reference.at ?? at };
  return {
    kind: 'conditional',
    condition: { kind: 'open', choice: `${reference.target} for ${name}`, because },
    then: reference,
    otherwise: { ...unknown('unresolved-value', [because], reference.at), set: true },
    ...(reference.at && { at: reference.at }),
  };
}

function redirected(
  reference: Reference,
  found: Translation['found'],
  wholes: Translation['wholes'],
): Reference | Unknown {
  const target = found.get(reference.target);
  if (!target) return reference;
  const part = wholes.get(reference.target);
  if (target.spelling.part && part?.kind !== 'decided') return ofUnknownWhole(reference, target);
  const [only, ...others] = part?.kind === 'decided' ? part.of : [];
  if (others.length > 0) return reference;
  const attribute = attributeOf(reference.attribute, target.spelling, target.schema);
  return { ...reference, target: only?.key ?? reference.target, attribute };
}

/** What a part names may be what it is a part of, and which that is, is not known or not in view. */
function ofUnknownWhole({ attribute, at }: Reference, { declaration }: Translated): Unknown {
  const what = `what ${declaration.name}.${attribute} names is not in view`;
  return { ...unknown('out-of-view', [{ what, at: at ?? declaration.at }], at), set: true };
}

/** What a state or a plan knows of how it is called, beside what is written. */
function namesIn({ entries }: Dict): readonly string[] {
  return ['id', 'arn'].flatMap(name => {
    const value = entries.get(name);
    return value?.kind === 'known' && typeof value.value === 'string' && value.value !== ''
      ? [value.value]
      : [];
  });
}
