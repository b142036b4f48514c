/** What a run of white space in a scalar over many lines becomes: one break a space, more breaks one less. */
export function foldBreaks(raw: string): string {
  return raw.includes('\n') ? raw.replaceAll(/[ \t\r\n]+/g, foldedRun) : raw;
}

export function foldedRun(run: string): string {
  const breaks = run.split('\n').length - 1;
  if (breaks === 0) return run;
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}
