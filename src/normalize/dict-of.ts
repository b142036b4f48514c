import { absent, unknown } from '../model/value.ts';
import type { Dict, Unknown, Value } from '../model/value.ts';

/** A value as a dict: a choice between dicts becomes a choice in each of their entries. */
export function dictOf(value: Value): Dict {
  switch (value.kind) {
    case 'dict':
      return value;
    case 'absent':
      return { kind: 'dict', entries: new Map(), ...placed(value) };
    case 'conditional': {
      const { condition } = value;
      return alternatives(
        value,
        [dictOf(value.then), dictOf(value.otherwise)],
        ([then = absent, otherwise = absent]) => ({
          kind: 'conditional',
          condition,
          then,
          otherwise,
          ...placed(value),
        }),
      );
    }
    case 'one-of': {
      const { choice, because } = value;
      return alternatives(value, value.options.map(dictOf), options => ({
        kind: 'one-of',
        choice,
        options,
        because,
        ...placed(value),
      }));
    }
    case 'unknown':
      return { kind: 'dict', entries: new Map(), rest: perhaps(value), ...placed(value) };
    default:
      return {
        kind: 'dict',
        entries: new Map(),
        rest: unknown('unresolved-value', [
          { what: 'not an object of which the keys are known', ...placed(value) },
        ]),
        ...placed(value),
      };
  }
}

/** That the whole is set says nothing of any one key. */
const perhaps = ({ cause, chain, at }: Unknown): Unknown => unknown(cause, chain, at);

/** Every key of every alternative, as the choice between what the alternatives say of it. */
function alternatives(
  whole: Value,
  dicts: readonly Dict[],
  choose: (values: readonly Value[]) => Value,
): Dict {
  const keys = new Set(dicts.flatMap(({ entries }) => [...entries.keys()]));
  const entries = new Map<string, Value>();
  for (const key of keys)
    entries.set(key, choose(dicts.map(dict => dict.entries.get(key) ?? dict.rest ?? absent)));
  const rest = dicts.find(dict => dict.rest)?.rest;
  return { kind: 'dict', entries, ...(rest ? { rest } : {}), ...placed(whole) };
}

const placed = ({ at }: Value): Pick<Value, 'at'> => (at ? { at } : {});
