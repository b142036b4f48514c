import type { Alias, Document as Parsed, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';

import type { SourceFile } from '../../model/source.ts';
import { reportDuplicates } from '../duplicates.ts';
import { emptyScalar } from '../empty-scalar.ts';
import { maxDepth, refuse, SyntaxFailure, tooDeep } from '../failure.ts';
import type { Document, Entry, ListNode, MapNode, Node, SyntaxProblem } from '../node.ts';
import { isAlias, isMap, isScalar } from './load.ts';
import { checkKind, keyOf, propertiesStart, scalarOf, tagOf } from './scalar.ts';

/** How many nodes aliases may stand for in one document, each use counted: the end of billion laughs. */
const maxAliased = 100_000;

interface Anchored {
  readonly node: Node;
  /** Nodes in it, itself included. */
  readonly size: number;
}

interface Walk {
  readonly file: SourceFile;
  readonly text: string;
  readonly anchors: Map<string, Anchored | 'open'>;
  readonly duplicates: SyntaxProblem[];
  count: number;
  aliased: number;
}

interface Place {
  /** Where the search for the tag of the node begins: the end of what stands before it. */
  readonly from: number;
  readonly depth: number;
}

/** The tree of a document that the library has read without error; throws a `SyntaxFailure`. `text` has unified line breaks. */
export function treeOf(file: SourceFile, text: string, { contents }: Parsed.Parsed): Document {
  if (!contents || isNothing(contents)) return refuse(file, 'The document is empty');
  const walk: Walk = { file, text, anchors: new Map(), duplicates: [], count: 0, aliased: 0 };
  const root = nodeOf(walk, contents, { from: 0, depth: 0 });
  return { ok: true, file, root, duplicates: walk.duplicates };
}

const isNothing = (node: ParsedNode): boolean =>
  isScalar(node) && node.type === 'PLAIN' && node.source === '' && !node.tag && !node.anchor;

function nodeOf(walk: Walk, node: ParsedNode, place: Place): Node {
  if (place.depth > maxDepth) throw tooDeep(node.range[0]);
  const before = walk.count;
  walk.count += 1;
  if (isAlias(node)) return aliasOf(walk, node);
  const anchor = node.anchor;
  if (anchor) walk.anchors.set(anchor, 'open');
  const read = contentOf(walk, node, place);
  if (anchor) walk.anchors.set(anchor, { node: read, size: walk.count - before });
  return read;
}

function contentOf(walk: Walk, node: Exclude<ParsedNode, Alias.Parsed>, place: Place): Node {
  if (isScalar(node)) return scalarOf(walk.text, node, place.from);
  const tag = tagOf(node);
  const [first, last] = node.range;
  const start = node.tag || node.anchor ? propertiesStart(walk.text, place.from, first) : first;
  const { end, ...read } = isMap(node)
    ? mapOf(walk, node, place.depth + 1)
    : listOf(walk, node, place.depth + 1);
  const placed = { ...read, start, end: node.flow ? last : (end ?? last) };
  return tag === undefined ? placed : { ...placed, tag };
}

function listOf(walk: Walk, list: YAMLSeq.Parsed, depth: number): Pick<ListNode, 'kind' | 'items'> & Ended {
  checkKind(list, 'seq');
  const items: Node[] = [];
  let from = list.range[0];
  for (const item of list.items) {
    items.push(nodeOf(walk, item, { from, depth }));
    from = item.range[1];
  }
  return { kind: 'list', items, end: items.at(-1)?.end };
}

/** `end` is that of the last element as written. */
interface Ended {
  readonly end: number | undefined;
}

function mapOf(walk: Walk, map: YAMLMap.Parsed, depth: number): Pick<MapNode, 'kind' | 'entries'> & Ended {
  checkKind(map, 'map');
  const merged: (readonly Entry[])[] = [];
  const own: Entry[] = [];
  let end: number | undefined;
  for (const pair of map.items) {
    const key = keyOf(pair.key, walk.text, alias => aliasOf(walk, alias));
    const value = pair.value ? nodeOf(walk, pair.value, { from: key.end, depth }) : emptyScalar(key.end);
    end = value.end;
    if (key.merge) merged.push(mergedEntries(value));
    else own.push({ key: key.text, keyStart: key.start, keyEnd: key.end, value });
  }
  reportDuplicates(walk.file, own, walk.duplicates);
  return { kind: 'map', entries: merged.length > 0 ? [...merged.flat(), ...own] : own, end };
}

/** What `<<` brings in: the entries of a map, or of a list of maps of which the earlier ones win. */
function mergedEntries(value: Node): readonly Entry[] {
  if (value.kind === 'map') return value.entries;
  if (value.kind === 'scalar')
    throw new SyntaxFailure('Only a map or a list of maps can be merged', value.start, value.end);
  return value.items.toReversed().flatMap(item => {
    if (item.kind === 'map') return item.entries;
    throw new SyntaxFailure('Only maps can be merged', item.start, item.end);
  });
}

/** The anchored node, standing where the alias stands. What is in it keeps its own position. */
function aliasOf(walk: Walk, alias: Alias.Parsed): Node {
  const [start, end] = alias.range;
  const anchored = walk.anchors.get(alias.source);
  if (!anchored) throw new SyntaxFailure(`No anchor &${alias.source} before this alias`, start, end);
  if (anchored === 'open')
    throw new SyntaxFailure(`The alias *${alias.source} is inside its own anchor`, start, end);
  walk.count += anchored.size;
  walk.aliased += anchored.size;
  if (walk.aliased > maxAliased)
    throw new SyntaxFailure(`The aliases stand for more than ${maxAliased} values`, start, end);
  return { ...anchored.node, start, end };
}
