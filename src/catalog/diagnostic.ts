import { UsageError } from '../model/problem.ts';
import { regionOf, type Region, type SourceFile } from '../model/source.ts';

/** A mistake in a file that a person wrote, at the place where it stands. */
export interface Diagnostic {
  readonly path: string;
  readonly region: Region;
  readonly message: string;
  readonly hint?: string;
}

/** Offsets into the text of a file, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function diagnose(file: SourceFile, range: Range, message: string, hint?: string): Diagnostic {
  const { start, end } = range;
  const region = regionOf({ kind: 'span', file, start, end });
  return { path: file.path, region, message, ...(hint !== undefined && { hint }) };
}

/** `plumbline.yaml:12:3` */
export const placeOf = ({ path, region }: Pick<Diagnostic, 'path' | 'region'>): string =>
  `${path}:${region.line}:${region.column}`;

/** One line for each mistake, and the first hint. */
export function rejected(message: string, diagnostics: readonly Diagnostic[]): UsageError {
  const hint = diagnostics.find(diagnostic => diagnostic.hint !== undefined)?.hint;
  const details = diagnostics.map(lineOf);
  // With several mistakes each line carries its own hint.
  if (diagnostics.length > 1 || hint === undefined) return new UsageError(message, { details });
  return new UsageError(message, {
    details: diagnostics.map(diagnostic => `${placeOf(diagnostic)}  ${diagnostic.message}`),
    hint,
  });
}

const lineOf = (diagnostic: Diagnostic): string =>
  `${placeOf(diagnostic)}  ${diagnostic.message}${diagnostic.hint === undefined ? '' : ` (${diagnostic.hint})`}`;
