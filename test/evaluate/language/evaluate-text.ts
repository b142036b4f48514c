import { compileExpression } from '../../../src/evaluate/language/compile.ts';
import type { Tracer } from '../../../src/evaluate/language/compiler.ts';
import { parseExpression } from '../../../src/evaluate/language/parse.ts';
import { loadRegexEngine } from '../../../src/evaluate/language/regex.ts';
import type {
  Frame,
  Graph,
  ListOperand,
  Operand,
  Slot,
  World,
} from '../../../src/evaluate/language/runtime.ts';

export const regex = await loadRegexEngine();

const nothing: ListOperand = { kind: 'list', items: [] };

/** A graph with nothing in view. */
export const emptyGraph: Graph = {
  linked: () => nothing,
  linkedFrom: () => nothing,
  resources: () => nothing,
  target: () => undefined,
  textOf: () => undefined,
};

/** Takes the first option of every choice, and holds no open condition true. */
const firstWorld: World = {
  pick: () => 0,
  truth: condition => condition.kind === 'constant' && condition.value,
};

interface Options {
  readonly graph?: Graph;
  readonly world?: World;
  readonly budget?: number;
  readonly trace?: Tracer;
}

export function frameOf(slots: (Slot | undefined)[], options: Options = {}): Frame {
  const { graph = emptyGraph, world = firstWorld, budget = 100_000 } = options;
  return { slots, reads: { sensitive: false }, world, graph, budget: { left: budget } };
}

/** Parses, compiles and evaluates; a syntax error is thrown. */
export function evaluateText(
  text: string,
  variables: Readonly<Record<string, Slot>> = {},
  options: Options = {},
): Operand {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.diagnostic.message}`);
  const names = Object.keys(variables);
  const run = compileExpression(parsed.expr, {
    variables: new Map(names.map((name, slot) => [name, { slot }])),
    slots: { count: names.length },
    regex,
    ...(options.trace && { trace: options.trace }),
  });
  return run(frameOf(Object.values(variables), options));
}

/** An operand as plain data, to compare with: unknown `<unknown>`, failure `<failure>`, open lists end in `'…'`. */
export function plain(operand: Slot | undefined): unknown {
  if (typeof operand !== 'object' || operand === null) return operand;
  switch (operand.kind) {
    case 'list':
      return [...operand.items.map(plain), ...(operand.rest ? ['…'] : [])];
    case 'dict':
      return Object.fromEntries([...operand.entries].map(([key, value]) => [key, plain(value)]));
    case 'known':
      return operand.value;
    case 'text':
      return operand.parts.map(part => (typeof part === 'string' ? part : '<hole>')).join('');
    case 'optional':
      return operand.value === undefined ? '<none>' : ['<some>', plain(operand.value)];
    default:
      return `<${operand.kind}>`;
  }
}
