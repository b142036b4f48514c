import type { SourceFile } from '../../model/source.ts';
import { problemAt } from '../failure.ts';
import type { Entry, Node, ScalarNode, SyntaxProblem } from '../node.ts';
import type { Expression, ObjectItem } from './ast.ts';
import type { TextForm } from './json-schema.ts';
import { parseHclExpression, parseHclTemplate } from './parse-embedded.ts';

/** The state of reading one JSON file. */
export interface JsonReading {
  readonly file: SourceFile;
  readonly problems: SyntaxProblem[];
}

/** A JSON value as an expression. */
export function jsonExpression(reading: JsonReading, node: Node, form: TextForm): Expression {
  const { start, end } = node;
  switch (node.kind) {
    case 'scalar':
      return scalar(reading, node, form);
    case 'list':
      return {
        kind: 'tuple',
        start,
        end,
        items: node.items.map(item => jsonExpression(reading, item, form)),
      };
    case 'map':
      reportRepeated(reading, node.entries);
      return {
        kind: 'object',
        start,
        end,
        items: node.entries.map(entry => objectItem(reading, entry, form)),
      };
  }
}

/** Terraform refuses an object that has a key twice. */
function reportRepeated({ file, problems }: JsonReading, entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { key, keyStart, keyEnd } of entries) {
    if (seen.has(key)) problems.push(problemAt(file, `${key} is set twice here`, keyStart, keyEnd));
    seen.add(key);
  }
}

/** Keys are templates as values are; where values are names, keys are texts. */
function objectItem(
  reading: JsonReading,
  { key, keyStart, keyEnd, value }: Entry,
  form: TextForm,
): ObjectItem {
  const written: ScalarNode = {
    kind: 'scalar',
    start: keyStart,
    end: keyEnd,
    value: key,
    source: key,
    style: 'quoted',
  };
  return {
    key: scalar(reading, written, form === 'template' ? 'template' : 'literal'),
    value: jsonExpression(reading, value, form),
  };
}

function scalar(reading: JsonReading, { start, end, value, source }: ScalarNode, form: TextForm): Expression {
  if (typeof value === 'number') return { kind: 'literal', start, end, value, source };
  if (typeof value !== 'string' || !isCode(value, form)) return { kind: 'literal', start, end, value };
  const embedded = { file: reading.file, text: value, placeOf: placesIn(reading.file.text, start) };
  const parsed = form === 'code' ? parseHclExpression(embedded) : parseHclTemplate(embedded);
  if (parsed.ok) return { ...parsed.value, start, end };
  reading.problems.push(parsed.problem);
  return { kind: 'literal', start, end, value };
}

const isCode = (text: string, form: TextForm): boolean =>
  form === 'code' || (form === 'template' && /[$%]\{/.test(text));

/** Where the characters of the JSON string at `start` are written: an escape stands for one of them. */
function placesIn(text: string, start: number): (offset: number) => number {
  const places: number[] = [];
  let at = start + 1;
  return offset => {
    while (places.length <= offset) {
      places.push(at);
      if (text.charAt(at) === '\\') at += text.charAt(at + 1) === 'u' ? 6 : 2;
      else at += 1;
    }
    return places[offset] ?? at;
  };
}
