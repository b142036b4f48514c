import type { Declaration } from '../../model/declaration.ts';
import type { Dict, Value } from '../../model/value.ts';
import type { Cursor } from './cursor.ts';
import { fieldOf, type Fields } from './json.ts';

/** The attributes that nothing in the configuration of a plan writes: they are what was deployed when it was made. */
export function readBack(
  { entries }: Dict,
  expressions: Fields | undefined,
  cursor: Cursor,
): NonNullable<Declaration['readBack']> {
  const found = [...entries].filter(([name]) => fieldOf(expressions, name) === undefined);
  return new Map(
    found.flatMap(([name, value]) => {
      const isWritten = cursor.attribute(name) !== undefined || cursor.blocks(name).length > 0;
      if (isWritten && cursor.isSource) return [];
      const isShown = cursor.isSource || (expressions !== undefined && !isBlocks(value));
      return [[name, isShown ? 'not-written' : 'not-shown'] as const];
    }),
  );
}

/** Only blocks can be written by `dynamic`, which a plan leaves out. */
const isBlocks = (value: Value): boolean =>
  value.kind === 'list' && value.items.some(({ kind }) => kind === 'dict');
