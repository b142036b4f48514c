import type { SourceFile } from '../../../model/source.ts';
import type { Attribute, Block, Body, Label } from '../../../syntax/hcl/ast.ts';
import type { Entry, MapNode, Node, SyntaxProblem } from '../../../syntax/node.ts';
import { expressionOfJson, type JsonReading } from './json-expression.ts';

/**
 * The JSON form of a Terraform file as the blocks that it stands for
 * (https://developer.hashicorp.com/terraform/language/syntax/json). Blocks inside of a resource cannot be told from
 * attributes there: they are attributes with an object, or a list of objects.
 */
export function bodyOfJson(
  root: Node,
  file: SourceFile,
): { readonly body: Body; readonly problems: readonly SyntaxProblem[] } {
  const reading: JsonReading = { file, problems: [] };
  const entries = root.kind === 'map' ? root.entries : [];
  const blocks = entries.flatMap(entry => topBlocks(entry, reading));
  const settings = entries.filter(({ key, value }) => labelsOf[key] === undefined && value.kind !== 'map');
  const attributes = settings.map(entry => attributeOf(entry, reading, false));
  return { body: { start: root.start, end: root.end, attributes, blocks }, problems: reading.problems };
}

/** How many names stand between the type of a block and its content. */
const labelsOf: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  output: 1,
  provider: 1,
  variable: 1,
  check: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  import: 0,
  removed: 0,
};

interface Header {
  readonly type: string;
  readonly labels: readonly Label[];
  readonly start: number;
}

function topBlocks({ key, keyStart, value }: Entry, reading: JsonReading): readonly Block[] {
  const labels = labelsOf[key];
  return labels === undefined
    ? []
    : labelled(value, labels, { type: key, labels: [], start: keyStart }, reading);
}

/** Each level of names is a map, or a list of maps. */
function labelled(node: Node, left: number, header: Header, reading: JsonReading): readonly Block[] {
  if (node.kind === 'list') return node.items.flatMap(item => labelled(item, left, header, reading));
  if (node.kind !== 'map') return [];
  if (left === 0) return [blockOf(node, header, reading)];
  return node.entries
    .filter(({ key }) => key !== '//')
    .flatMap(({ key, keyStart, keyEnd, value }) => {
      const label: Label = { start: keyStart, end: keyEnd, text: key };
      const start = header.labels.length === 0 ? keyStart : header.start;
      return labelled(value, left - 1, { ...header, labels: [...header.labels, label], start }, reading);
    });
}

function blockOf(node: MapNode, { type, labels, start }: Header, reading: JsonReading): Block {
  const headerEnd = labels.at(-1)?.end ?? start;
  return { type, labels, start, end: node.end, headerEnd, body: contentOf(node, type, reading) };
}

const nestedTypes = new Set([
  'lifecycle',
  'provisioner',
  'connection',
  'validation',
  'backend',
  'cloud',
  'assume_role',
  'default_tags',
]);

function contentOf(node: MapNode, type: string, reading: JsonReading): Body {
  const entries = node.entries.filter(({ key }) => key !== '//');
  const nested = entries.filter(({ key }) => nestedTypes.has(key));
  const dynamic = entries.filter(({ key }) => key === 'dynamic');
  const plain = entries.filter(entry => !nested.includes(entry) && !dynamic.includes(entry));
  // The default of a variable is no template.
  const literal = type === 'variable';
  return {
    start: node.start,
    end: node.end,
    attributes: plain.map(entry => attributeOf(entry, reading, literal)),
    blocks: [
      ...nested.flatMap(entry =>
        labelled(entry.value, 0, { type: entry.key, labels: [], start: entry.keyStart }, reading),
      ),
      ...dynamic.flatMap(({ value, keyStart }) =>
        labelled(value, 1, { type: 'dynamic', labels: [], start: keyStart }, reading).map(dynamicBlock),
      ),
    ],
  };
}

/** The `content` of a dynamic block is a block. */
function dynamicBlock(block: Block): Block {
  const content = block.body.attributes.find(({ name }) => name === 'content');
  if (content?.value.kind !== 'object') return block;
  const { items } = content.value;
  const attributes = items.flatMap(({ key, value }): Attribute[] =>
    key.kind === 'literal'
      ? [{ name: String(key.value), nameEnd: key.end, start: key.start, end: value.end, value }]
      : [],
  );
  const body: Body = { start: content.start, end: content.end, attributes, blocks: [] };
  const nested: Block = {
    type: 'content',
    labels: [],
    start: content.start,
    end: content.end,
    headerEnd: content.nameEnd,
    body,
  };
  return {
    ...block,
    body: {
      ...block.body,
      attributes: block.body.attributes.filter(one => one !== content),
      blocks: [nested],
    },
  };
}

function attributeOf(
  { key, keyStart, keyEnd, value }: Entry,
  reading: JsonReading,
  literal: boolean,
): Attribute {
  return {
    name: key,
    nameEnd: keyEnd,
    start: keyStart,
    end: Math.max(keyEnd, value.end),
    value: expressionOfJson(value, reading, formOf(key, literal)),
  };
}

/** What names something is written as in HCL, but between quotes. */
function formOf(key: string, literal: boolean): 'template' | 'literal' | 'code' {
  if (key === 'provider' || key === 'providers' || (literal && key === 'type')) return 'code';
  return literal && key === 'default' ? 'literal' : 'template';
}
