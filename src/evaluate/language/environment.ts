import type { FactTable, FactType } from '../../model/facts.ts';
import type { Parameter, Rule } from '../../model/rule.ts';
import type { TypeRegistry } from '../../model/types.ts';
import { resourceType } from './resource-type.ts';
import { bool, double, dyn, int, listOf, mapOf, objectOf, text } from './type.ts';
import type { FieldType, ObjectType, Type } from './type.ts';

/** The type of `r`: a resource of one of the rule's types, or the scope itself. */
export function subjectType(subject: Rule['subject'], registry: TypeRegistry): Type {
  if (subject.kind === 'resource') return resourceType(subject.types, registry);
  return objectOf('scope', {
    name: text,
    kind: { kind: 'string', values: [subject.scope] },
    account: text,
    region: text,
    observed: bool,
  });
}

/** The type of `params`. Every parameter has a value when a rule is evaluated. */
export function parametersType(params: Readonly<Record<string, Parameter>>): Type {
  const fields = Object.entries(params).map(([name, parameter]): [string, Type] => {
    const type = typeFromText(parameter.type) ?? dyn;
    return [
      name,
      parameter.values && type.kind === 'string' ? { kind: 'string', values: parameter.values } : type,
    ];
  });
  return objectOf('params', Object.fromEntries(fields));
}

/** The type of `facts`: each table is a map from its keys to its rows. */
export function factsType(tables: Readonly<Record<string, FactTable>>): Type {
  const fields = Object.entries(tables).map(([name, { value }]): [string, Type] => [
    name,
    mapOf(factType(name, value)),
  ]);
  return objectOf('facts', Object.fromEntries(fields));
}

function factType(name: string, value: FactType): Type {
  if (typeof value === 'string') return typeFromText(value) ?? dyn;
  const fields = new Map(
    Object.entries(value).map(([field, inner]): [string, FieldType] => {
      const optional = typeof inner === 'string' && inner.endsWith('?');
      const type =
        typeof inner === 'string' ? (typeFromText(inner.replace(/\?$/, '')) ?? dyn) : factType(field, inner);
      return [field, { type, optional }];
    }),
  );
  const type: ObjectType = {
    kind: 'object',
    name,
    field: key => fields.get(key),
    fieldNames: () => [...fields.keys()],
  };
  return type;
}

const scalars: ReadonlyMap<string, Type> = new Map([
  ['string', text],
  ['int', int],
  ['double', double],
  ['bool', bool],
]);

/** `string`, `int`, `double`, `bool`, `list<…>`, `map<string, …>`; nothing when it is none of them. */
function typeFromText(written: string): Type | undefined {
  if (written === '') return undefined;
  const scalar = scalars.get(written.trim());
  if (scalar) return scalar;
  const [, list, map] = /^\s*(?:list<(.+)>|map<\s*string\s*,(.+)>)\s*$/.exec(written) ?? [];
  const of = typeFromText(list ?? map ?? '');
  if (!of) return undefined;
  return list === undefined ? mapOf(of) : listOf(of);
}
