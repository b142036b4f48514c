import type { Snippet } from '../model/rule.ts';
import { regionOf } from '../model/source.ts';
import type { Origin } from '../model/source.ts';
import type { Expr } from './language/ast.ts';
import type { CompileEnv, Tracer } from './language/compiler.ts';
import { compileLocator, isPath } from './language/locate.ts';
import type { Frame, Operand } from './language/runtime.ts';
import { showSlot } from './language/show.ts';

/** One value that a rule looked at. */
export interface Read {
  /** The expression as it stands in the rule: `r.FoundationModel`. */
  readonly expr: string;
  /** What it gave, in one line. */
  readonly value: string;
  /** Where it was read or lost: `infra/agent.yaml:12:7`. */
  readonly origin?: string;
  readonly chain: readonly string[];
}

/**
 * Records the paths and calls that an expression evaluates, each once, in the order in which they are met.
 * Only the whole path counts (`r.A.B`, not `r.A` on the way), and no constant.
 */
export function recordReads(reads: Read[]): (snippet: Snippet, env: CompileEnv) => Tracer {
  return ({ text }, env) => {
    const open: Expr[] = [];
    return {
      enter: expr => void open.push(expr),
      leave(expr, operand, frame) {
        open.pop();
        if (!tells(expr) || isInside(open.at(-1), expr)) return;
        const read = readOf({ expr, text, env }, operand, frame);
        if (!reads.some(known => known.expr === read.expr && known.value === read.value)) reads.push(read);
      },
    };
  };
}

const tells = (expr: Expr): boolean =>
  expr.kind === 'select' || expr.kind === 'index' || expr.kind === 'has' || expr.kind === 'call';

/** A part of a longer path, or the argument of `has()`. */
const isInside = (outer: Expr | undefined, expr: Expr): boolean =>
  outer !== undefined &&
  (outer.kind === 'select' || outer.kind === 'index' || outer.kind === 'has') &&
  expr.kind !== 'call';

function readOf(
  { expr, text, env }: { expr: Expr; text: string; env: CompileEnv },
  operand: Operand,
  frame: Frame,
): Read {
  const origin = isPath(expr) ? compileLocator(expr, env)(frame).origin : undefined;
  const chain = isUnknown(operand) ? operand.chain.map(({ what }) => what) : [];
  return {
    expr: text.slice(expr.start, expr.end).replaceAll(/\s+/g, ' '),
    value: frame.reads.sensitive ? '<redacted>' : showSlot(operand, frame),
    ...(origin && { origin: placeOf(origin) }),
    chain,
  };
}

const isUnknown = (operand: Operand): operand is Extract<Operand, { kind: 'unknown' }> =>
  typeof operand === 'object' && operand !== null && operand.kind === 'unknown';

function placeOf(origin: Origin): string {
  if (origin.kind === 'call') return `${origin.action} in ${origin.account} ${origin.region}`;
  const { line, column } = regionOf(origin);
  return `${origin.file.path}:${line}:${column}`;
}
