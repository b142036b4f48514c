import { isExpression, namesIn } from './configuration.ts';
import { fieldOf, isFields, isList, spellingOf, type Fields } from './json.ts';

/**
 * What the plan says that each block is made from. The expressions of static blocks are listed in the order of the text,
 * those of `dynamic` blocks not at all: where their numbers differ, nothing is known. Terraform sorts the blocks of a set;
 * a block that may be any of several depends on what each of them depends on.
 */
export function matchExpressions(
  planned: readonly unknown[],
  expression: unknown,
): readonly (Fields | undefined)[] {
  const written = (isList(expression) ? expression : [expression]).filter(isBlock);
  if (written.length !== planned.length) return planned.map(() => undefined);
  return planned.map(block => joined(written.filter(one => agrees(one, block))));
}

const isBlock = (value: unknown): value is Fields =>
  isFields(value) && (!isExpression(value) || Object.keys(value).length === 0);

/** Whether no literal of the block is another one in the plan. */
function agrees(expressions: Fields, block: unknown): boolean {
  return Object.entries(expressions).every(([name, one]) => {
    const constant = spellingOf(fieldOf(one, 'constant_value'));
    const planned = spellingOf(fieldOf(block, name));
    return constant === undefined || planned === undefined || planned === constant;
  });
}

function joined(candidates: readonly Fields[]): Fields | undefined {
  const [first, ...others] = candidates;
  if (!first || others.length === 0) return first;
  const names = new Set(candidates.flatMap(one => Object.keys(one)));
  return Object.fromEntries(
    [...names].map(name => [name, { references: candidates.flatMap(one => namesIn(one[name])) }]),
  );
}
