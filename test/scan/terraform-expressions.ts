import type { Body, Expression, TemplatePart } from '../../src/syntax/hcl/ast.ts';

/** An expression, and the name of the attribute or key that it stands under. */
export interface NamedExpression {
  readonly name: string;
  readonly expression: Expression;
}

const notValues = new Set(['count', 'for_each', 'provider', 'depends_on', 'source', 'providers', 'iterator']);
const notProperties = new Set(['lifecycle', 'provisioner', 'connection']);

/** All expressions in a body, those inside of others too. */
export function expressionsIn({ attributes, blocks }: Body): readonly NamedExpression[] {
  return [
    ...attributes
      .filter(({ name }) => !notValues.has(name))
      .flatMap(({ name, value }) => within(name, value)),
    ...blocks.filter(({ type }) => !notProperties.has(type)).flatMap(({ body }) => expressionsIn(body)),
  ];
}

function within(name: string, expression: Expression): readonly NamedExpression[] {
  return [{ name, expression }, ...inner(name, expression)];
}

function inner(name: string, expression: Expression): readonly NamedExpression[] {
  switch (expression.kind) {
    case 'tuple':
      return expression.items.flatMap(item => within(name, item));
    case 'object':
      return expression.items.flatMap(({ key, value }) =>
        within(key.kind === 'literal' ? String(key.value) : name, value),
      );
    case 'parentheses':
      return within(name, expression.of);
    case 'call':
      return expression.expands ? [] : expression.args.flatMap(arg => within(name, arg));
    case 'conditional':
      return [...within(name, expression.then), ...within(name, expression.otherwise)];
    case 'template':
      return expression.parts.flatMap(part => inPart(name, part));
    default:
      return [];
  }
}

const inPart = (name: string, part: TemplatePart): readonly NamedExpression[] =>
  part.kind === 'interpolation' ? within(name, part.value) : [];

/** The constants of a body by the name of their attribute. */
export function constants(body: Body): readonly { readonly name: string; readonly value: Expression }[] {
  return body.blocks.flatMap(block =>
    expressionsIn(block.body)
      .filter(({ expression }) => isConstantExpression(expression))
      .map(({ name, expression }) => ({ name, value: expression })),
  );
}

function isConstantExpression(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'tuple':
      return expression.items.every(isConstantExpression);
    case 'object':
      return expression.items.every(
        ({ key, value }) => key.kind === 'literal' && isConstantExpression(value),
      );
    default:
      return false;
  }
}

/** Whether a text is one that may be the default of a variable. */
export function isConstant(text: string): boolean {
  return !/token_|\$\{|<<|\b(?:var|local|data|module|each|count|self|path|terraform)\b\.|\b(?:aws|awscc)_\w+\.|\(/.test(
    text,
  );
}
