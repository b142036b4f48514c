import type { Declaration } from '../../model/declaration.ts';
import { absent, entry } from '../../model/value.ts';
import type { Dict, Value } from '../../model/value.ts';
import { dictOf } from '../dict-of.ts';
import type { SeveralParts } from '../kinds/kind.ts';

/** The parts that a declaration stands for, beside being what it is itself. */
export function severalParts(
  declaration: Declaration,
  does: readonly SeveralParts[] = [],
): readonly Declaration[] {
  const attributes = dictOf(declaration.properties);
  return does.flatMap(({ list, type, attribute }) =>
    itemsOf(entry(attributes, list)).map((item, index): Declaration => ({
      ...declaration,
      key: `${declaration.key} ${list} ${String(index)}`,
      type,
      properties: withAttribute(attributes, attribute, item),
    })),
  );
}

/** What is not known may be any number of items, one that is not known among them. */
function itemsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'absent':
      return [];
    case 'list':
      return value.rest ? [...value.items, value.rest] : value.items;
    case 'conditional':
      return [...itemsOf(value.then), ...itemsOf(value.otherwise)].map(item => perhaps(item, value));
    default:
      return [value];
  }
}

const perhaps = (item: Value, { condition, then }: Extract<Value, { kind: 'conditional' }>): Value => {
  const isThen = itemsOf(then).includes(item);
  return {
    kind: 'conditional',
    condition,
    then: isThen ? item : absent,
    otherwise: isThen ? absent : item,
  };
};

const withAttribute = (attributes: Dict, name: string, value: Value): Dict => ({
  ...attributes,
  entries: new Map([...attributes.entries, [name, value]]),
});
