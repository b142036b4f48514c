import type { Call, Expression, ObjectItem } from '../../../syntax/hcl/ast.ts';
import type { Term } from '../terms/term.ts';
import { any, type Field, type Type } from '../terms/type.ts';

/** The type that the `type` of a variable names; what no version of ours knows is `any`. */
export function typeConstraint(expression: Expression, evaluate: (expression: Expression) => Term): Type {
  switch (expression.kind) {
    case 'variable':
      return named(expression.name);
    case 'literal':
      // Up to Terraform 0.11 types stood between quotes.
      return named(String(expression.value));
    case 'parentheses':
      return typeConstraint(expression.of, evaluate);
    case 'call':
      return constructed(expression, evaluate);
    default:
      return any;
  }
}

function named(name: string): Type {
  if (name === 'string' || name === 'number' || name === 'bool') return { kind: name };
  if (name === 'list' || name === 'set' || name === 'map') return { kind: name, of: any };
  return any;
}

function constructed({ name, args }: Call, evaluate: (expression: Expression) => Term): Type {
  const [argument] = args;
  if (!argument) return any;
  switch (name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, of: typeConstraint(argument, evaluate) };
    case 'tuple':
      return argument.kind === 'tuple'
        ? { kind: 'tuple', items: argument.items.map(item => typeConstraint(item, evaluate)) }
        : any;
    case 'object':
      return argument.kind === 'object'
        ? { kind: 'object', fields: new Map(argument.items.map(item => fieldOf(item, evaluate))) }
        : any;
    default:
      return any;
  }
}

function fieldOf({ key, value }: ObjectItem, evaluate: (expression: Expression) => Term): [string, Field] {
  const name = key.kind === 'literal' ? String(key.value) : key.kind === 'variable' ? key.name : '';
  if (value.kind !== 'call' || value.name !== 'optional')
    return [name, { type: typeConstraint(value, evaluate) }];
  const [inner, fallback] = value.args;
  const type = inner ? typeConstraint(inner, evaluate) : any;
  return [name, { type, optional: true, ...(fallback && { fallback: evaluate(fallback) }) }];
}
