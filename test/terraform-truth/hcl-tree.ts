import type { Block, Body, Expression, For, SplatStep, TemplatePart } from '../../src/syntax/hcl/ast.ts';

/** A tree as `hcl-reference` prints it: lists that begin with the kind of the node and the bytes where it starts and ends. */
export type Tree = string | number | boolean | null | readonly Tree[];

/** Where in bytes of UTF-8 the offset of a text is. */
type Place = (offset: number) => number;

export const bodyTree = (body: Body, text: string): Tree => treeOfBody(body, placesIn(text));

export const expressionTree = (expression: Expression, text: string): Tree =>
  treeOf(expression, placesIn(text));

export const commentTrees = (
  comments: readonly { readonly start: number; readonly end: number }[],
  text: string,
): Tree => {
  const place = placesIn(text);
  return comments.map(({ start, end }) => [place(start), place(end)]);
};

function placesIn(text: string): Place {
  const places = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    places.fill(bytes, at, at + width);
    bytes += Buffer.byteLength(String.fromCodePoint(code));
    at += width;
  }
  places[text.length] = bytes;
  return offset => places[offset] ?? Number.NaN;
}

const treeOfBody = ({ attributes, blocks }: Body, place: Place): Tree => [
  'body',
  attributes.map(({ name, start, nameEnd, value }) => [
    name,
    place(start),
    place(nameEnd),
    treeOf(value, place),
  ]),
  blocks.map(block => treeOfBlock(block, place)),
];

const treeOfBlock = ({ start, end, type, labels, body }: Block, place: Place): Tree => [
  'block',
  place(start),
  place(end),
  type,
  labels.map(label => [label.text, place(label.start), place(label.end)]),
  treeOfBody(body, place),
];

const treeOf = (expression: Expression, place: Place): Tree => [
  expression.kind,
  place(expression.start),
  place(expression.end),
  ...contentOf(expression, part => treeOf(part, place), place),
];

type Recur = (part: Expression) => Tree;

function contentOf(expression: Expression, recur: Recur, place: Place): readonly Tree[] {
  switch (expression.kind) {
    case 'literal':
      return [plain(expression.value)];
    case 'template':
      return [expression.wrap, partTrees(expression.parts, recur, place)];
    case 'variable':
      return [expression.name];
    case 'attr':
      return [recur(expression.of), expression.name];
    case 'index':
      return [recur(expression.of), keyTree(expression.key, recur)];
    case 'splat':
      return [recur(expression.of), stepTree(expression.each, recur), expression.full];
    default:
      return compound(expression, recur);
  }
}

type Compound = Exclude<
  Expression,
  { readonly kind: 'literal' | 'template' | 'variable' | 'attr' | 'index' | 'splat' }
>;

function compound(expression: Compound, recur: Recur): readonly Tree[] {
  switch (expression.kind) {
    case 'call':
      return [expression.name, expression.expands, expression.args.map(recur)];
    case 'unary':
      return [expression.operator, recur(expression.of)];
    case 'binary':
      return [expression.operator, recur(expression.left), recur(expression.right)];
    case 'conditional':
      return [recur(expression.condition), recur(expression.then), recur(expression.otherwise)];
    case 'parentheses':
      return [recur(expression.of)];
    case 'tuple':
      return [expression.items.map(recur)];
    case 'object':
      return [expression.items.map(({ key, value }) => [recur(key), recur(value)])];
    case 'for':
      return forContent(expression, recur);
  }
}

const forContent = (loop: For, recur: Recur): readonly Tree[] => [
  loop.keyName ?? '',
  loop.valueName,
  recur(loop.collection),
  loop.key ? recur(loop.key) : null,
  recur(loop.value),
  loop.condition ? recur(loop.condition) : null,
  loop.groups,
];

const plain = (value: string | number | boolean | null): Tree => (value === Infinity ? 'Infinity' : value);

/** The reference does not keep the place of a key that is a literal. */
const keyTree = (key: Expression, recur: Recur): Tree =>
  key.kind === 'literal' ? ['key', plain(key.value)] : recur(key);

function stepTree(step: SplatStep, recur: Recur): Tree {
  switch (step.kind) {
    case 'element':
      return ['element'];
    case 'attr':
      return ['attr', stepTree(step.of, recur), step.name];
    case 'index':
      return ['index', stepTree(step.of, recur), keyTree(step.key, recur)];
    case 'splat':
      return ['splat', stepTree(step.of, recur), stepTree(step.each, recur), step.full];
  }
}

const partTrees = (parts: readonly TemplatePart[], recur: Recur, place: Place): Tree =>
  parts.map(part => partTree(part, recur, place));

function partTree(part: TemplatePart, recur: Recur, place: Place): Tree {
  const start = place(part.start);
  const end = place(part.end);
  switch (part.kind) {
    case 'text':
      return ['text', part.text];
    case 'interpolation':
      return ['interpolation', recur(part.value)];
    case 'if': {
      const then = partTrees(part.then, recur, place);
      return ['if', start, end, recur(part.condition), then, partTrees(part.otherwise, recur, place)];
    }
    case 'for-each': {
      const body = partTrees(part.body, recur, place);
      return ['for-each', start, end, part.keyName ?? '', part.valueName, recur(part.collection), body];
    }
  }
}
