import type { Expression } from '../../../syntax/hcl/ast.ts';
import type { Item } from '../source/item.ts';

type Allowed = string | number | boolean | null;

/** The values that a validation of a variable counts up: `contains([…], var.x)`, or comparisons joined by `||`. */
export function allowedValues({
  name,
  item,
}: {
  readonly name: string;
  readonly item: Item;
}): readonly Allowed[] | undefined {
  for (const { block } of item.blocks) {
    const condition = block.body.attributes.find(attribute => attribute.name === 'condition');
    const values = block.type === 'validation' && condition ? allowedBy(condition.value, name) : undefined;
    if (values && values.length > 0) return [...new Set(values)];
  }
  return undefined;
}

function allowedBy(condition: Expression, name: string): readonly Allowed[] | undefined {
  switch (condition.kind) {
    case 'parentheses':
      return allowedBy(condition.of, name);
    case 'call':
      return condition.name === 'contains' ? listed(condition.args, name) : undefined;
    case 'binary':
      if (condition.operator === '||') return either(condition.left, condition.right, name);
      return condition.operator === '==' ? equalTo(condition.left, condition.right, name) : undefined;
    case 'conditional':
      // `var.x == null ? true : contains(…)`
      return isTrue(condition.then) ? either(condition.condition, condition.otherwise, name) : undefined;
    default:
      return undefined;
  }
}

function listed([list, value]: readonly Expression[], name: string): readonly Allowed[] | undefined {
  if (list?.kind !== 'tuple' || !value || !isVariable(value, name)) return undefined;
  const values = list.items.flatMap(item => (item.kind === 'literal' ? [item.value] : []));
  return values.length === list.items.length ? values : undefined;
}

function either(left: Expression, right: Expression, name: string): readonly Allowed[] | undefined {
  const one = allowedBy(left, name);
  const other = allowedBy(right, name);
  return one && other && [...one, ...other];
}

function equalTo(left: Expression, right: Expression, name: string): readonly Allowed[] | undefined {
  const literal = isVariable(left, name) ? right : isVariable(right, name) ? left : undefined;
  return literal?.kind === 'literal' ? [literal.value] : undefined;
}

const isVariable = (expression: Expression, name: string): boolean =>
  expression.kind === 'attr' &&
  expression.name === name &&
  expression.of.kind === 'variable' &&
  expression.of.name === 'var';

const isTrue = (expression: Expression): boolean =>
  expression.kind === 'literal' && expression.value === true;
