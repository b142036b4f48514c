import type { Expr } from './ast.ts';
import { compileExpression } from './compile.ts';
import type { CompileEnv } from './compiler.ts';
import type { Diagnostic } from './diagnostic.ts';
import { parseExpression } from './parse.ts';
import type { Parsed } from './parse.ts';
import type { Frame, Operand } from './runtime.ts';
import { saySlot } from './show.ts';
import { isComposite, isFailure, isUnknown } from './unknowns.ts';

/** The text of a message in one evaluation. */
export type Template = (frame: Frame) => string;

/** A piece of a template: text as it is, or an expression that begins at `start` of the template. */
type TemplatePart = string | { readonly expr: Expr; readonly start: number };

export interface ParsedTemplate {
  readonly parts: readonly TemplatePart[];
  /** Offsets are into the template. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Splits `"Agent {{ r.AgentName }} …"` into text and expressions. */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const diagnostics: Diagnostic[] = [];
  let at = 0;
  for (let open = text.indexOf('{{', at); open !== -1; open = text.indexOf('{{', at)) {
    parts.push(text.slice(at, open));
    const { parsed, end } = parseInterpolation(text, open + 2);
    if (parsed.ok) parts.push({ expr: parsed.expr, start: open + 2 });
    else {
      diagnostics.push(shifted(parsed.diagnostic, open + 2));
      parts.push(text.slice(open, end));
    }
    at = end;
  }
  parts.push(text.slice(at));
  return { parts: parts.filter(part => part !== ''), diagnostics };
}

/** The expression up to `}}`; a `}}` inside it, of two maps or a string, is not the end. */
function parseInterpolation(text: string, start: number): { readonly parsed: Parsed; readonly end: number } {
  const first = text.indexOf('}}', start);
  if (first === -1) return { parsed: { ok: false, diagnostic: unclosed(text, start) }, end: text.length };
  const parsed = parseExpression(text.slice(start, first));
  for (
    let close = first, next = parsed;
    close !== -1 && close - start < 2000;
    close = text.indexOf('}}', close + 1)
  ) {
    if (close !== first) next = parseExpression(text.slice(start, close));
    if (next.ok) return { parsed: next, end: close + 2 };
  }
  return { parsed, end: first + 2 };
}

function unclosed(text: string, start: number): Diagnostic {
  const message = "'{{' is not closed";
  return {
    code: 'syntax',
    severity: 'error',
    message,
    start: -2,
    end: text.length - start,
    hint: "add '}}'",
  };
}

/** The diagnostic of an expression in the offsets of the text that it is part of. */
export function shifted(diagnostic: Diagnostic, by: number): Diagnostic {
  return { ...diagnostic, start: diagnostic.start + by, end: diagnostic.end + by };
}

/** Compiles a message. It never fails: unknown, absent and sensitive values say so in its text. */
export function compileTemplate(text: string, env: CompileEnv): Template {
  const pieces = parseTemplate(text).parts.map(part =>
    typeof part === 'string' ? part : compileInterpolation(part.expr, env),
  );
  return frame => {
    let said = '';
    for (const piece of pieces) said += typeof piece === 'string' ? piece : piece(frame);
    return said;
  };
}

/** A resource of which the name that its author gives it is not known goes by what it is called where it stands. */
function compileInterpolation(expr: Expr, env: CompileEnv): Template {
  const run = compileExpression(expr, env);
  const owner =
    expr.kind === 'select' && expr.field.endsWith('Name') ? compileExpression(expr.operand, env) : undefined;
  return frame => {
    frame.reads.sensitive = false;
    const operand = run(frame);
    if (frame.reads.sensitive) return '<redacted>';
    const named = owner && isNotKnown(operand) ? owner(frame) : undefined;
    return saySlot(named && isNameOf(named, expr) ? named : operand, frame);
  };
}

const isNotKnown = (operand: Operand): boolean =>
  isUnknown(operand) || (isFailure(operand) && operand.absent === true);

/** `Name`, and `InferenceProfileName` of an application inference profile. */
function isNameOf(operand: Operand, expr: Expr): boolean {
  if (!isComposite(operand) || operand.kind !== 'resource' || expr.kind !== 'select') return false;
  const kind = operand.type.split('::').at(-1) ?? '';
  const stem = expr.field.slice(0, -'Name'.length);
  return kind.endsWith(stem) || stem.endsWith(kind);
}
