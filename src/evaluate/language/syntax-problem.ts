import type { Diagnostic } from './diagnostic.ts';

/** Ends lexing or parsing; `parseExpression` turns it into its diagnostic. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
  readonly diagnostic: Diagnostic;

  constructor(message: string, range: { readonly start: number; readonly end: number }, hint?: string) {
    super(message);
    const { start, end } = range;
    this.diagnostic = { code: 'syntax', severity: 'error', message, start, end, ...(hint && { hint }) };
  }
}
