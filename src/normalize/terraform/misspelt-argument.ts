import type { Fields } from '../../model/types.ts';
import { absent } from '../../model/value.ts';
import type { Dict, Value } from '../../model/value.ts';
import type { Spelling } from '../kinds/kind.ts';
import { isWrittenArgument, similar, snakeCase } from '../misspelt.ts';

/** The path of the argument that a misspelt one is meant for; nothing when it is no slip, or that one is written too. */
export function meantArgument(
  where: string,
  { block, fields, spelling }: { readonly block: Dict; readonly fields: Fields; readonly spelling: Spelling },
): string | undefined {
  const path = where.slice(0, where.lastIndexOf('.') + 1);
  const name = where.slice(path.length);
  const at = block.entries.get(name)?.at;
  if (!at || !block.at || !isWrittenArgument(at, block.at)) return undefined;
  const spelled = Object.keys({ ...spelling.rename, ...spelling.leftOut, ...spelling.apart });
  const own = spelling.part ? [spelling.part.of] : [];
  const here = [...spelled, ...own].flatMap(one => {
    const rest = one.startsWith(path) ? one.slice(path.length) : '';
    return rest === '' ? [] : rest.split('.', 1);
  });
  const meant = similar(name, [...here, ...Object.keys(fields).map(snakeCase)]);
  return meant === undefined || isTaken(block.entries.get(meant) ?? absent) ? undefined : path + meant;
}

/** A block beside others of its name may be one of them. */
const isTaken = ({ kind }: Value): boolean => kind !== 'absent' && kind !== 'list';

/** What an argument that may be meant for another one leaves of a property: what is there without it, or with it. */
export function perhapsMeant(
  before: Value,
  value: Value,
  names: { readonly name: string; readonly meant: string; readonly property: string },
): Value {
  const { name, meant, property } = names;
  const place = value.at && { at: value.at };
  const where = value.at?.kind === 'span' ? ` at ${value.at.file.path}:${value.at.start}` : '';
  return {
    kind: 'one-of',
    choice: `${name} is ${meant}, ${property}${where}`,
    options: [before, value],
    because: { what: `${name} is written, which may be meant for ${meant}`, ...place },
    ...place,
  };
}
