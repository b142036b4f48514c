import type { SourceFile } from '../../../model/source.ts';
import type { Expression, ObjectItem } from '../../../syntax/hcl/ast.ts';
import {
  parseHclExpression,
  parseHclTemplate,
  type EmbeddedHcl,
} from '../../../syntax/hcl/parse-embedded.ts';
import type { Entry, Node, ScalarNode, SyntaxProblem } from '../../../syntax/node.ts';

export interface JsonReading {
  readonly file: SourceFile;
  readonly problems: SyntaxProblem[];
}

/** A JSON value as an expression: texts are templates, where they are not taken as they are or as code. */
export function expressionOfJson(
  node: Node,
  reading: JsonReading,
  form: 'template' | 'literal' | 'code',
): Expression {
  const { start, end } = node;
  switch (node.kind) {
    case 'scalar':
      return scalar(node, reading, form);
    case 'list':
      return {
        kind: 'tuple',
        start,
        end,
        items: node.items.map(item => expressionOfJson(item, reading, form)),
      };
    case 'map':
      return { kind: 'object', start, end, items: node.entries.map(entry => itemOf(entry, reading, form)) };
  }
}

function itemOf(entry: Entry, reading: JsonReading, form: 'template' | 'literal' | 'code'): ObjectItem {
  const { key, keyStart, keyEnd, value } = entry;
  const written: ScalarNode = {
    kind: 'scalar',
    start: keyStart,
    end: keyEnd,
    value: key,
    source: key,
    style: 'quoted',
  };
  return {
    key: scalar(written, reading, form === 'code' ? 'literal' : form),
    value: expressionOfJson(value, reading, form),
  };
}

function scalar(node: ScalarNode, reading: JsonReading, form: 'template' | 'literal' | 'code'): Expression {
  const { start, end, value } = node;
  const literal: Expression = { kind: 'literal', start, end, value };
  if (typeof value !== 'string' || form === 'literal') return literal;
  if (form === 'template' && !/[$%]\{/.test(value)) return literal;
  const source: EmbeddedHcl = { file: reading.file, text: value, placeOf: placesIn(node, reading.file) };
  const parsed = form === 'code' ? parseHclExpression(source) : parseHclTemplate(source);
  if (parsed.ok) return parsed.value;
  reading.problems.push(parsed.problem);
  return literal;
}

/** Where the characters of a text are written; with escapes in it, all of them are where it starts. */
function placesIn({ start, value }: ScalarNode, { text }: SourceFile): (offset: number) => number {
  const plain = text.startsWith(String(value), start + 1);
  return offset => (plain ? start + 1 + offset : start);
}
