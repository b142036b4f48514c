import type { Unknown } from '../../model/value.ts';
import type { Call, Expr } from './ast.ts';
import type { Compiler, Run } from './compiler.ts';
import { builtinKey } from './functions/builtin.ts';
import type { Builtin } from './functions/builtin.ts';
import { matchText, preparePattern } from './functions/matches.ts';
import { charsOf, refuse } from './functions/operands.ts';
import { asOptional } from './functions/optionals.ts';
import { builtinTable } from './functions/table.ts';
import type { Failure, Frame, Operand } from './runtime.ts';
import { failure, isComposite, isUnknown, opaque, stronger } from './unknowns.ts';

/** A function call. Functions are strict, but for `orValue` and `or`, which look at their argument when they need it. */
export function compileCall(call: Call, compiler: Compiler): Run {
  const { receiver, args } = call;
  const special = receiver && specialCall(call, receiver, compiler);
  if (special) return special;
  const key = builtinKey(receiver ? 'method' : 'function', call.function, args.length);
  const builtin = builtinTable.get(key);
  if (!builtin) {
    const missing = failure(`there is no function ${call.function}() with ${args.length} argument(s)`);
    return () => missing;
  }
  const runs = (receiver ? [receiver, ...args] : args).map(arg => compiler.compile(arg));
  const operandsIn = together(runs);
  return frame => apply(builtin, operandsIn(frame), frame);
}

/** All operands of a call. Lists written out are small; one that grows reserves room for many. */
function together(runs: readonly Run[]): (frame: Frame) => readonly Operand[] {
  const [first, second, ...others] = runs;
  if (!first || others.length > 0) return frame => runs.map(run => run(frame));
  return second ? frame => [first(frame), second(frame)] : frame => [first(frame)];
}

function apply({ run, texts }: Builtin, operands: readonly Operand[], frame: Frame): Operand {
  let doubt: Unknown | Failure | undefined;
  for (const operand of operands) doubt = stronger(doubt, texts ? certainlyOpaque(operand) : opaque(operand));
  return doubt ?? run(operands, frame);
}

/** For functions that look into texts and references only failures are opaque, and unknowns of no shape. */
function certainlyOpaque(operand: Operand): Unknown | Failure | undefined {
  if (!isComposite(operand)) return undefined;
  if (operand.kind === 'unknown') return operand.shape === undefined ? operand : undefined;
  return operand.kind === 'failure' ? operand : undefined;
}

function specialCall({ function: name, args }: Call, receiver: Expr, compiler: Compiler): Run | undefined {
  const [argument, ...others] = args;
  if (!argument || others.length > 0) return undefined;
  if (name === 'matches') return compileMatches(receiver, argument, compiler);
  if (name === 'orValue' || name === 'or')
    return compileOr(receiver, argument, { compiler, unwrap: name === 'orValue' });
  return undefined;
}

function compileOr(
  receiver: Expr,
  argument: Expr,
  { compiler, unwrap }: { readonly compiler: Compiler; readonly unwrap: boolean },
): Run {
  const subject = compiler.compile(receiver);
  const other = compiler.compile(argument);
  return frame => {
    const operand = subject(frame);
    const optional = asOptional(operand);
    if (!optional) return refuse(unwrap ? 'orValue' : 'or', 'an optional before the dot', operand);
    if (optional.value === undefined) return other(frame);
    return unwrap ? optional.value : optional;
  };
}

function compileMatches(receiver: Expr, argument: Expr, { compile, regex }: Compiler): Run {
  if (!regex) return () => failure('matches(): no regular expression engine was loaded');
  const subject = compile(receiver);
  const source = compile(argument);
  const prepare = (pattern: Operand): ReturnType<typeof preparePattern> | undefined =>
    typeof pattern === 'string' ? preparePattern(pattern, regex) : undefined;
  const literal = argument.kind === 'literal' ? prepare(argument.value) : undefined;
  return frame => {
    const operand = subject(frame);
    const given = literal ? null : source(frame);
    const pattern = literal ?? prepare(given);
    const chars = charsOf(operand);
    if (isUnknown(given)) return given;
    if (chars === undefined || !pattern) return refuse('matches', 'strings', operand, given);
    return 'problem' in pattern ? failure(`matches(): ${pattern.problem}`) : matchText(chars, pattern);
  };
}
