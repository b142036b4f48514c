import { EvaluationError } from '../terms/term.ts';
import type { Plain } from './plain.ts';

/** The rows of a CSV text (RFC 4180) by the names of its first line. */
export function csvRows(text: string): readonly Plain[] {
  const [names, ...rows] = records(text);
  if (!names) throw new EvaluationError('the CSV text has no first line with names');
  return rows.map(row => {
    if (row.length !== names.length)
      throw new EvaluationError(
        `a line of the CSV text has ${row.length} fields, its first one ${names.length}`,
      );
    return new Map(names.map((name, index): [string, Plain] => [name, row[index] ?? '']));
  });
}

/** A field, and what ends it: a comma, a line end or the end of the text. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function records(text: string): string[][] {
  const all: string[][] = [];
  let row: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length || row.length > 0) {
    const match = field.exec(text);
    if (!match) throw new EvaluationError('the text is not CSV');
    const [, quoted, bare = '', end] = match;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') {
      if (row.length > 1 || row[0] !== '') all.push(row);
      row = [];
    }
  }
  return all;
}
