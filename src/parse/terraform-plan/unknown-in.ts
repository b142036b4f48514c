import { isExpression } from './configuration.ts';
import { fieldOf, isFields, isList, type Fields } from './json.ts';

/**
 * What is not known of `planned_values`, which leave it out without a word: whatever an expression is written for, and no
 * value is there.
 */
export function unknownIn(values: unknown, expressions: Fields | undefined): Fields {
  const found = Object.entries(expressions ?? {}).map(
    ([name, expression]) => [name, unknownPart(fieldOf(values, name), expression)] as const,
  );
  return Object.fromEntries(found.filter(([, part]) => part !== undefined));
}

function unknownPart(value: unknown, expression: unknown): unknown {
  if (isFields(expression) && isExpression(expression))
    return value === undefined && fieldOf(expression, 'constant_value') === undefined ? true : undefined;
  if (value === undefined || (isList(value) && value.length === 0)) return true;
  return isList(value) ? unknownBlocks(value, asList(expression)) : unknownIn(value, asFields(expression));
}

/** Blocks that `dynamic` makes are not listed among the expressions, so that the two need not agree. */
function unknownBlocks(blocks: readonly unknown[], expressions: readonly unknown[]): unknown {
  if (blocks.length !== expressions.length) return undefined;
  return blocks.map((block, index) => unknownIn(block, asFields(expressions[index])));
}

const asList = (value: unknown): readonly unknown[] => (isList(value) ? value : [value]);
const asFields = (value: unknown): Fields | undefined => (isFields(value) ? value : undefined);
