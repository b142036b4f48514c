import type { SyntaxProblem } from './node.ts';

export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: Encoding;
      /** Bytes of the byte order mark, which `text` does not have. */
      readonly bomWidth: number;
    }
  | { readonly ok: false; readonly problem: SyntaxProblem };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The text in a file: UTF-8, or UTF-16 as PowerShell writes it. Anything else, and binary, is a problem. */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, bomWidth } = formOf(bytes);
  const content = bytes.subarray(bomWidth);
  const text = decoded(encoding, content);
  if (text === undefined) return invalid(encoding, content);
  const nul = text.indexOf('\0');
  if (nul !== -1) return refuseAt('This is a binary file: it holds a NUL character', text.slice(0, nul));
  return { ok: true, text, encoding, bomWidth };
}

interface Form {
  readonly encoding: Encoding;
  readonly bomWidth: number;
}

const marks: readonly (Form & { readonly bytes: readonly number[] })[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8', bomWidth: 3 },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le', bomWidth: 2 },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be', bomWidth: 2 },
];

function formOf(bytes: Uint8Array): Form {
  const marked = marks.find(mark => mark.bytes.every((byte, i) => bytes[i] === byte));
  if (marked) return marked;
  // JSON and YAML begin with ASCII, so without a mark the zeros of the first two characters tell.
  const zeros = [...bytes.subarray(0, 4)].map(byte => (byte === 0 ? '0' : 'x')).join('');
  if (zeros === 'x0x0') return { encoding: 'utf-16le', bomWidth: 0 };
  return { encoding: zeros === '0x0x' ? 'utf-16be' : 'utf-8', bomWidth: 0 };
}

/** With `cut`, the last character may be incomplete. */
function decoded(encoding: Encoding, bytes: Uint8Array, cut = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}

function invalid(encoding: Encoding, bytes: Uint8Array): Decoded {
  const prefix = (length: number): string | undefined => decoded(encoding, bytes.subarray(0, length), true);
  let valid = 0;
  let wrong = bytes.length + 1;
  while (wrong - valid > 1) {
    const middle = (valid + wrong) >> 1;
    if (middle <= bytes.length && prefix(middle) !== undefined) valid = middle;
    else wrong = middle;
  }
  return refuseAt(`This is not ${encoding.toUpperCase()} text`, prefix(valid) ?? '');
}

function refuseAt(message: string, before: string): Decoded {
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return { ok: false, problem: { message, region: { line, column, endLine: line, endColumn: column } } };
}
