import { SyntaxFailure } from '../failure.ts';
import type { Expression, SplatStep } from './ast.ts';
import { numberAt } from './number.ts';
import { deeper, endOf, expect, peek, raise, read, take, textOf, unexpected, within } from './parser.ts';
import type { Parser } from './parser.ts';

/** What may follow an expression to read a part of it. */
type Step =
  | { readonly kind: 'attr'; readonly name: string }
  | { readonly kind: 'index'; readonly key: Expression }
  | { readonly kind: 'splat'; readonly each: SplatStep; readonly full: boolean };

/** Reads what follows `root`: `.name`, `[key]`, `[*]`, `.*` and `.0`. */
export function traversal(parser: Parser, root: Expression): Expression {
  let of = root;
  for (;;) {
    const { height } = parser;
    const step = readStep(parser);
    if (!step) return of;
    raise(parser, step.kind === 'attr' ? height : Math.max(height, parser.height));
    of = { ...step, start: of.start, end: endOf(parser), of };
  }
}

/** The same for each element of a splat. */
function eachTraversal(parser: Parser): SplatStep {
  let of: SplatStep = { kind: 'element' };
  parser.height = 1;
  for (;;) {
    const { height } = parser;
    const step = readStep(parser);
    if (!step) return of;
    raise(parser, step.kind === 'attr' ? height : Math.max(height, parser.height));
    of = { ...step, of };
  }
}

function readStep(parser: Parser): Step | undefined {
  const kind = peek(parser);
  if (kind === '.') {
    read(parser);
    return afterDot(parser);
  }
  if (kind !== '[') return undefined;
  read(parser);
  if (peek(parser) !== '*') return within(parser, false, indexStep);
  read(parser);
  expect(parser, ']');
  return { kind: 'splat', each: deeper(parser, eachTraversal), full: true };
}

function indexStep(parser: Parser): Step {
  const key = parser.expression(parser);
  expect(parser, ']');
  return { kind: 'index', key };
}

function afterDot(parser: Parser): Step {
  switch (peek(parser)) {
    case 'name':
      return { kind: 'attr', name: textOf(parser, read(parser)) };
    case 'number':
      return { kind: 'index', key: legacyIndex(parser) };
    case '*':
      read(parser);
      return { kind: 'splat', each: attributesOfEach(parser), full: false };
    default:
      throw unexpected(parser, 'the name of an attribute');
  }
}

/** `.0` as `[0]`, from the time before HCL 2. */
function legacyIndex(parser: Parser): Expression {
  const index = read(parser);
  const text = textOf(parser, index);
  if (!text.includes('.')) return numberAt(parser, index);
  const [first = '', second = ''] = text.split('.');
  const start = parser.starts[index] ?? 0;
  throw new SyntaxFailure(`Write [${first}][${second}] instead of .${text}`, start, parser.ends[index]);
}

/** After `.*` only attributes and legacy indices are read of each element. */
function attributesOfEach(parser: Parser): SplatStep {
  let of: SplatStep = { kind: 'element' };
  parser.height = 1;
  while (take(parser, '.')) {
    if (peek(parser) === '*') throw unexpected(parser, 'the name of an attribute');
    const step = afterDot(parser);
    const { height } = parser;
    raise(parser, height);
    of = { ...step, of };
  }
  return of;
}
