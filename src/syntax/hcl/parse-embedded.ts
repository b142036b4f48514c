import type { SourceFile } from '../../model/source.ts';
import { problemAt, SyntaxFailure } from '../failure.ts';
import type { SyntaxProblem } from '../node.ts';
import type { Expression } from './ast.ts';
import { expression } from './expression.ts';
import { parserOf, peek, unexpected } from './parser.ts';
import type { Parser } from './parser.ts';
import { scan } from './scan.ts';
import { wholeTemplate } from './template.ts';

/** HCL that stands in another text: in a string of JSON, or as the whole of a template file. */
export interface EmbeddedHcl {
  readonly file: SourceFile;
  readonly text: string;
  /** Where in `file` the character at `offset` of `text` is written; the same place when not given. */
  readonly placeOf?: (offset: number) => number;
}

export type ParsedExpression =
  | { readonly ok: true; readonly value: Expression }
  | { readonly ok: false; readonly problem: SyntaxProblem };

/** Reads a text that is an expression, over as many lines as it likes. */
export const parseHclExpression = (source: EmbeddedHcl): ParsedExpression =>
  parsed(source, 'code', parser => {
    parser.newlines = false;
    const value = expression(parser);
    if (peek(parser) !== 'end') throw unexpected(parser, 'the end of the expression');
    return value;
  });

/** Reads a text that is a template, without quotes around it. */
export const parseHclTemplate = (source: EmbeddedHcl): ParsedExpression =>
  parsed(source, 'heredoc', wholeTemplate);

function parsed(
  { file, text, placeOf }: EmbeddedHcl,
  mode: 'code' | 'heredoc',
  read: (parser: Parser) => Expression,
): ParsedExpression {
  const tokens = scan(text, mode);
  const places = placeOf && { starts: tokens.froms.map(placeOf), ends: tokens.tos.map(placeOf) };
  try {
    return { ok: true, value: read(parserOf({ file, tokens, ...places }, expression)) };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return { ok: false, problem: problemAt(file, error.message, error.start, error.end) };
  }
}
