/** RFC 4180 as rows by column; throws on a row that is longer or shorter than the head. */
export function tableOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = text.trimEnd().split('\n').map(cellsOf);
  return rows.map(row => {
    if (row.length !== head.length) throw new Error(`${row.length} cells under ${head.length} columns`);
    return Object.fromEntries(head.map((column, index) => [column, row[index] ?? '']));
  });
}

function cellsOf(line: string): string[] {
  const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g) ?? [];
  return cells.map(cell => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
