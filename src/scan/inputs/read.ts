import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

import { startsMember } from '../../collect/snapshot/member.ts';
import { isBinaryPlan, opensLikePlan, worthParsing } from '../../parse/detect/text.ts';
import { readFault } from './fault.ts';

/** What came of reading one file. */
export type Content =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary' }
  /** A plan that only Terraform reads. */
  | { readonly kind: 'binary-plan' }
  /** What a collection of live accounts wrote. */
  | { readonly kind: 'snapshot' }
  /** `start` is how it begins. */
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number; readonly start: string }
  /** Read, and nothing in it is of interest. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'unreadable'; readonly reason: string };

const megabyte = 2 ** 20;

/** No template may be larger than 1 MB. */
export const largest = 50 * megabyte;

/** Plans of whole organisations are larger than anything else; texts of more than 512 MB cannot be held. */
const largestPlan = 500 * megabyte;

/** A file whose name promises nothing is looked at up to the size of the largest template. */
export const largestPossible = megabyte;

/**
 * Reads a file whole. With `everything`, texts without any sign of infrastructure are handed on as well.
 * At once: of a thousand small files the waiting costs more than the reading.
 */
export function readContent(path: string, limit: number, everything: boolean): Content {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return contentOf(file, limit, everything);
  } catch (error) {
    return { kind: 'unreadable', reason: readFault(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function contentOf(file: number, limit: number, everything: boolean): Content {
  const { size } = fstatSync(file);
  const start = size > limit ? startOf(file) : undefined;
  if (start === undefined || (opensLikePlan(start) && size <= largestPlan))
    return judge(readFileSync(file), everything);
  if (startsMember(Buffer.from(start, 'latin1'))) return { kind: 'snapshot' };
  return isBinaryPlan(start) ? { kind: 'binary-plan' } : { kind: 'too-large', size, limit, start };
}

function startOf(file: number): string {
  const buffer = Buffer.alloc(startLength);
  return buffer.toString('latin1', 0, readSync(file, buffer, 0, startLength, 0));
}

const startLength = 65_536;

/** What a file begins with whose content Git LFS keeps elsewhere. */
export const storedMark = 'version https://git-lfs.github.com/spec/';

function judge(bytes: Buffer, everything: boolean): Content {
  if (bytes.length === 0) return { kind: 'empty' };
  if (isBinaryPlan(bytes.toString('latin1', 0, 64))) return { kind: 'binary-plan' };
  if (startsMember(bytes)) return { kind: 'snapshot' };
  // The rare UTF-16 file is searched after it is decoded. A stray NUL does not hide a template.
  if (
    isUtf16(bytes) ||
    bytes.indexOf(storedMark) === 0 ||
    worthParsing(piece => bytes.includes(piece, 0, 'latin1'))
  )
    return { kind: 'bytes', bytes };
  if (bytes.subarray(0, 8_000).includes(0)) return { kind: 'binary' };
  return everything ? { kind: 'bytes', bytes } : { kind: 'plain' };
}

/** By its mark, or by the zeros of the first two characters, which JSON and YAML take from ASCII. */
function isUtf16(bytes: Buffer): boolean {
  // oxlint-disable-next-line no-control-regex -- NUL is what tells the encodings apart
  return /^(?:\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0])/.test(bytes.toString('latin1', 0, 4));
}

/** Runs `work` over the items, at most `limit` at a time; results in the order of the items. */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      // oxlint-disable-next-line no-await-in-loop -- waiting here is what bounds the work under way
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
