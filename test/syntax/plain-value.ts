import type { Scalar } from '../../src/model/value.ts';
import type { Document, Node } from '../../src/syntax/node.ts';

export type Plain = Scalar | readonly Plain[] | { readonly [key: string]: Plain };

/** A tree without positions: maps as objects whose last key counts, tags as `{ '!Sub': … }`. */
export function plainValue(node: Node): Plain {
  const value = untagged(node);
  return node.tag === undefined ? value : { [`!${node.tag}`]: value };
}

function untagged(node: Node): Plain {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)]));
  }
}

/** The value of a document, or its first problem as `line:column message`. */
export function outcomeOf(document: Document): Plain {
  if (document.ok) return plainValue(document.root);
  const [problem] = document.problems;
  return problem ? `${problem.region.line}:${problem.region.column} ${problem.message}` : 'no problem';
}

/** Each key and value of a document with the text that its position covers. */
export function placesOf(document: Document): readonly string[] {
  return document.ok ? nodePlaces(document.root, document.file.text) : [];
}

function nodePlaces(node: Node, text: string): readonly string[] {
  const own = text.slice(node.start, node.end);
  switch (node.kind) {
    case 'scalar':
      return [own];
    case 'list':
      return [own, ...node.items.flatMap(item => nodePlaces(item, text))];
    case 'map':
      return [
        own,
        ...node.entries.flatMap(({ keyStart, keyEnd, value }) => [
          `${text.slice(keyStart, keyEnd)} →`,
          ...nodePlaces(value, text),
        ]),
      ];
  }
}
