import type { SourceFile } from '../../model/source.ts';
import { problemAt } from '../failure.ts';
import { readJson } from '../json.ts';
import type { Entry, MapNode, Node } from '../node.ts';
import type { Attribute, Block, Body, Comment, Label } from './ast.ts';
import { configuration } from './json-schema.ts';
import type { JsonBlock, JsonContent, TextForm } from './json-schema.ts';
import { jsonExpression } from './json-value.ts';
import type { JsonReading } from './json-value.ts';
import type { HclDocument } from './parse-hcl.ts';

/**
 * Reads a Terraform file in JSON (`*.tf.json`), or one of variables (`*.tfvars.json`), as the blocks and attributes that
 * it stands for (https://developer.hashicorp.com/terraform/language/syntax/json). A block starts at its last label.
 */
export function parseHclJson(
  file: SourceFile,
  holds: 'configuration' | 'values' = 'configuration',
): HclDocument {
  const document = readJson(file);
  if (!document.ok) return { ...document, body: emptyBody, comments: [] };
  const { root } = document;
  const walk: Walk = { file, problems: [], comments: [] };
  const content = holds === 'values' ? values : top;
  const body = joined(
    root,
    mapsOf(walk, root, 'A Terraform file').map(map => bodyOf(walk, map, content)),
  );
  const { problems, comments } = walk;
  return problems.length === 0
    ? { ok: true, file, body, comments }
    : { ok: false, file, problems, body, comments };
}

interface Walk extends JsonReading {
  readonly comments: Comment[];
}

/** What a body may hold, and how texts are read that nothing else is said of. */
interface Content extends JsonContent {
  readonly otherwise: TextForm;
}

const emptyBody: Body = { start: 0, end: 0, attributes: [], blocks: [] };
const top: Content = { ...configuration, otherwise: 'template' };
const values: Content = { blocks: {}, forms: {}, otherwise: 'literal' };

const joined = ({ start, end }: Node, bodies: readonly Body[]): Body => ({
  start,
  end,
  attributes: bodies.flatMap(({ attributes }) => attributes),
  blocks: bodies.flatMap(({ blocks }) => blocks),
});

/** A map, or the maps of a list; null stands for nothing, and anything else is a problem. */
function mapsOf(walk: Walk, node: Node, what: string): readonly MapNode[] {
  if (node.kind === 'scalar' && node.value === null) return [];
  const items = node.kind === 'list' ? node.items : [node];
  const wrong = items.find(({ kind }) => kind !== 'map');
  if (wrong) {
    const message = `${what} is an object here, or a list of objects`;
    walk.problems.push(problemAt(walk.file, message, wrong.start, wrong.end));
  }
  return items.filter(item => item.kind === 'map');
}

function bodyOf(walk: Walk, map: MapNode, content: Content): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const entry of map.entries) {
    const known = Object.hasOwn(content.blocks, entry.key) ? content.blocks[entry.key] : undefined;
    if (entry.key === '//') addComment(walk, entry);
    else if (known) blocks.push(...blocksOf(walk, entry, known));
    else addAttribute(walk, attributes, entry, content);
  }
  return { start: map.start, end: map.end, attributes: [...attributes.values()], blocks };
}

function addComment({ comments }: Walk, { keyStart, value }: Entry): void {
  if (value.kind === 'scalar') comments.push({ start: keyStart, end: value.end, text: value.source });
}

function addAttribute(walk: Walk, attributes: Map<string, Attribute>, entry: Entry, content: Content): void {
  const { key, keyStart, keyEnd, value } = entry;
  if (attributes.has(key)) {
    walk.problems.push(problemAt(walk.file, `${key} is set twice here`, keyStart, keyEnd));
    return;
  }
  const form = Object.hasOwn(content.forms, key) ? content.forms[key] : undefined;
  const expression = jsonExpression(walk, value, form ?? content.otherwise);
  attributes.set(key, { start: keyStart, end: value.end, name: key, nameEnd: keyEnd, value: expression });
}

interface Header {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly labels: readonly Label[];
}

function blocksOf(walk: Walk, { key, keyStart, keyEnd, value }: Entry, block: JsonBlock): readonly Block[] {
  return labelled(walk, value, { type: key, start: keyStart, end: keyEnd, labels: [] }, block);
}

/** The blocks below a header that may still lack labels. Those with something wrong in them are left out. */
function labelled(walk: Walk, node: Node, header: Header, block: JsonBlock): readonly Block[] {
  const { type, labels } = header;
  const maps = mapsOf(walk, node, `"${[type, ...labels.map(({ text }) => text)].join(' ')}"`);
  if (labels.length === block.labels) return maps.flatMap(map => blockOf(walk, map, header, block.content));
  return maps
    .flatMap(({ entries }) => entries)
    .flatMap(entry => {
      if (entry.key === '//') addComment(walk, entry);
      if (entry.key === '//') return [];
      const { key: text, keyStart: start, keyEnd: end } = entry;
      return labelled(
        walk,
        entry.value,
        { type, start, end, labels: [...labels, { start, end, text }] },
        block,
      );
    });
}

function blockOf(
  walk: Walk,
  map: MapNode,
  { type, labels, start, end }: Header,
  content: JsonContent,
): readonly Block[] {
  const before = walk.problems.length;
  const body = bodyOf(walk, map, { ...content, otherwise: 'template' });
  if (walk.problems.length > before) return [];
  return [{ start, end: map.end, type, labels, headerEnd: end, body }];
}
