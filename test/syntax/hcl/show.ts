import type { Body, Expression, SplatStep, TemplatePart } from '../../../src/syntax/hcl/ast.ts';

/** A body in one line: `name = expression` and `type "label" { … }`. */
export const showBody = ({ attributes, blocks }: Body): string =>
  [
    ...attributes.map(({ name, value }) => `${name} = ${show(value)}`),
    ...blocks.map(({ type, labels, body }) => {
      const header = [type, ...labels.map(({ text }) => JSON.stringify(text))].join(' ');
      return `${header} { ${showBody(body)} }`;
    }),
  ].join('; ');

/** An expression with all of its structure in parentheses. */
export function show(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'variable':
      return expression.name;
    case 'template':
      return `(${expression.wrap ? 'wrap' : 'text'} ${showParts(expression.parts)})`;
    case 'attr':
    case 'index':
    case 'splat':
      return showTraversal(expression);
    case 'tuple':
      return `[${expression.items.map(show).join(', ')}]`;
    case 'object':
      return `{${expression.items.map(({ key, value }) => `${show(key)}: ${show(value)}`).join(', ')}}`;
    default:
      return `(${showOperation(expression)})`;
  }
}

type Traversal = Extract<Expression, { readonly kind: 'attr' | 'index' | 'splat' }>;

function showTraversal(traversal: Traversal): string {
  const of = show(traversal.of);
  if (traversal.kind === 'attr') return `${of}.${traversal.name}`;
  if (traversal.kind === 'index') return `${of}[${show(traversal.key)}]`;
  return `(each ${of}${traversal.full ? '[*]' : '.*'} ${showStep(traversal.each)})`;
}

function showStep(step: SplatStep): string {
  if (step.kind === 'element') return '_';
  const of = showStep(step.of);
  if (step.kind === 'attr') return `${of}.${step.name}`;
  if (step.kind === 'index') return `${of}[${show(step.key)}]`;
  return `(each ${of}${step.full ? '[*]' : '.*'} ${showStep(step.each)})`;
}

type Operation = Exclude<
  Expression,
  Traversal | { readonly kind: 'literal' | 'variable' | 'template' | 'tuple' | 'object' }
>;

function showOperation(operation: Operation): string {
  switch (operation.kind) {
    case 'call':
      return `${[operation.name, ...operation.args.map(show)].join(' ')}${operation.expands ? '...' : ''}`;
    case 'unary':
      return `${operation.operator} ${show(operation.of)}`;
    case 'binary':
      return `${operation.operator} ${show(operation.left)} ${show(operation.right)}`;
    case 'conditional':
      return `? ${[operation.condition, operation.then, operation.otherwise].map(show).join(' ')}`;
    case 'parentheses':
      return `paren ${show(operation.of)}`;
    case 'for':
      return showFor(operation);
  }
}

function showFor(loop: Extract<Expression, { readonly kind: 'for' }>): string {
  const names = [loop.keyName, loop.valueName].filter(name => name !== undefined).join(', ');
  const key = loop.key ? `${show(loop.key)} => ` : '';
  const condition = loop.condition ? ` if ${show(loop.condition)}` : '';
  return `for ${names} in ${show(loop.collection)}: ${key}${show(loop.value)}${loop.groups ? '...' : ''}${condition}`;
}

const showParts = (parts: readonly TemplatePart[]): string => parts.map(showPart).join(' ');

function showPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.text);
    case 'interpolation':
      return show(part.value);
    case 'if':
      return `(if ${show(part.condition)} [${showParts(part.then)}] [${showParts(part.otherwise)}])`;
    case 'for-each': {
      const names = [part.keyName, part.valueName].filter(name => name !== undefined).join(', ');
      return `(for ${names} in ${show(part.collection)} [${showParts(part.body)}])`;
    }
  }
}
