/**
 * YAML 1.1, which CloudFormation speaks, ends a line at a lone CR, NEL, LS and PS too. The result has the
 * length of `text`, so that offsets stay valid.
 */
export function unifyLineBreaks(text: string): string {
  return hasRareBreak(text) ? text.replaceAll(/\r(?!\n)|[\u0085\u2028\u2029]/g, '\n') : text;
}

const hasRareBreak = (text: string): boolean =>
  (text.includes('\r') && /\r(?!\n)/.test(text)) ||
  text.includes('\u0085') ||
  text.includes('\u2028') ||
  text.includes('\u2029');
