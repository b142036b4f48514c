/**
 * Whether a text can be a CloudFormation template at all: a cheap question to ask before reading it.
 * Escapes can spell anything, so a text that holds them may be one.
 */
export const looksLikeTemplate = (text: string): boolean =>
  (text.includes('Resources') && text.includes('::')) || /\\[uUx]/.test(text);
