/** Rows as columns, two blanks apart; the last column is as long as it is. */
export function columns(rows: readonly (readonly string[])[], indent = ''): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows
    .map(
      row =>
        indent +
        row
          .map((text, column) => text.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
    )
    .map(line => `${line}\n`)
    .join('');
}

/** JSON as every command prints it. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
