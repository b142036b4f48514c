/** A line of a stack trace of the CDK app. `path` is that of the machine that ran it, with `/`. */
export interface Frame {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
}

/**
 * Reads `new Rag (/app/lib/rag.ts:21:5)`, `file:///app/bin/app.ts:11 (:)`, `new Rag (C:\app\rag.ts:21:5)`. Undefined for
 * frames of libraries and of the runtime, which the CDK shortens to `...new Bucket in aws-cdk-lib...` or leaves as they are.
 */
export function readFrame(text: string): Frame | undefined {
  const [, written, line, column] = location.exec(text.slice(0, longest).replace(/ \(:\)$/, '')) ?? [];
  if (!written || !line) return undefined;
  const path = unquoted(written.replace(/^file:\/\//, '')).replaceAll('\\', '/');
  if (foreign.test(path)) return undefined;
  return { path, line: Number(line), ...(column && { column: Number(column) }) };
}

const longest = 2_000;

const location =
  /^(?:.*? \(|(?:at |async )*)?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d{1,9})(?::(\d{1,9}))?\)?$/;

/** Libraries, and the program into which jsii turns apps in other languages. */
const foreign = /\/node_modules\/|\/aws-cdk-lib\/|\/jsii-(?:kernel|runtime)|\/program\.js$/;

function unquoted(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
