/** A text that was read. `path` is relative to the root of the run, with `/` on every system. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A range of a file: UTF-16 offsets into `file.text`, `end` exclusive. */
export interface Span {
  readonly kind: 'span';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A fact that a live account told us. `time` is ISO 8601 in UTC. */
export interface Call {
  readonly kind: 'call';
  readonly account: string;
  readonly region: string;
  /** The API call, `bedrock:GetGuardrail`. */
  readonly action: string;
  readonly time: string;
  readonly requestId?: string;
}

/** Where a value or a resource was read. */
export type Origin = Span | Call;

/** A range as people and SARIF count it: lines and columns start at 1, columns are UTF-16 code units, the end column is exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const lineStarts = new WeakMap<SourceFile, readonly number[]>();

/** Lines and columns of a span. The line table of a file is made on first use. */
export function regionOf({ file, start, end }: Span): Region {
  const starts = startsOf(file);
  const first = lineAt(starts, start);
  const last = lineAt(starts, Math.max(start, end));
  return {
    line: first + 1,
    column: start - (starts[first] ?? 0) + 1,
    endLine: last + 1,
    endColumn: Math.max(start, end) - (starts[last] ?? 0) + 1,
  };
}

/** The text of one line (1-based) without its line end; empty when the file has no such line. */
export function lineText(file: SourceFile, line: number): string {
  const starts = startsOf(file);
  const start = starts[line - 1];
  if (start === undefined) return '';
  // The one line of a plan may have a hundred megabytes, too many to be searched.
  let end = starts[line] ?? file.text.length;
  if (end > start && file.text.charAt(end - 1) === '\n') end -= 1;
  if (end > start && file.text.charAt(end - 1) === '\r') end -= 1;
  return file.text.slice(start, end);
}

function startsOf(file: SourceFile): readonly number[] {
  const known = lineStarts.get(file);
  if (known) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at !== -1; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStarts.set(file, starts);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
