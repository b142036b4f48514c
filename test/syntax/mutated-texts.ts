import * as fc from 'fast-check';

interface Edit {
  readonly kind: 'insert' | 'delete' | 'append' | 'repeat' | 'drop' | 'indent' | 'dedent';
  /** Where, as a part of the text or of its lines. */
  readonly at: number;
  readonly token: string;
}

/** Texts made from `seeds` by a few edits of characters and lines. */
export function mutatedTexts(seeds: readonly string[], tokens: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record<Edit>({
    kind: fc.constantFrom('insert', 'insert', 'delete', 'append', 'repeat', 'drop', 'indent', 'dedent'),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    token: fc.constantFrom(...tokens),
  });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([seed, edits]) => edits.reduce(applied, seed));
}

function applied(text: string, { kind, at, token }: Edit): string {
  const place = Math.floor(at * (text.length + 1));
  if (kind === 'insert') return text.slice(0, place) + token + text.slice(place);
  if (kind === 'delete') return text.slice(0, place) + text.slice(place + 1);
  const lines = text.split('\n');
  const row = Math.floor(at * lines.length);
  return lines.flatMap((line, i) => (i === row ? editedLine(line, kind, token) : [line])).join('\n');
}

function editedLine(line: string, kind: Edit['kind'], token: string): readonly string[] {
  switch (kind) {
    case 'append':
      return [line + token];
    case 'repeat':
      return [line, line];
    case 'drop':
      return [];
    case 'indent':
      return [`  ${line}`];
    default:
      return [line.replace(/^ {1,2}/, '')];
  }
}
