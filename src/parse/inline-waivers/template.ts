import type { SourceFile } from '../../model/source.ts';
import { entryOf, field, scalarText } from '../../syntax/field.ts';
import type { Entry, MapNode, Node } from '../../syntax/node.ts';
import { spanOf, spanOfEntry } from '../../syntax/span.ts';
import { waiversInComments, type LineComment } from './comments.ts';
import { directive } from './directive.ts';
import type { Block, InlineWaiver } from './inline-waiver.ts';

/** The key of a resource's `Metadata` under which waivers stand: `plumbline: { waivers: [ … ] }`. */
const metadataKey = 'plumbline';

/** The waivers in a template: comments in YAML, `Metadata` of resources in any spelling, and so of CDK. */
export function waiversInTemplate({
  file,
  root,
}: {
  readonly file: SourceFile;
  readonly root: Node;
}): readonly InlineWaiver[] {
  const { text } = file;
  const hasComments = text.includes(directive);
  if (!hasComments && !text.includes(metadataKey)) return [];
  const resources = field(root, 'Resources');
  const entries = resources?.kind === 'map' ? resources.entries : [];
  const blocks = entries.map(entry => blockOf(file, entry));
  const comments = hasComments && !isJson(text) ? commentsOf(text, root) : [];
  return [
    ...waiversInComments(file, comments, blocks),
    ...entries.flatMap((entry, index) => waiversInMetadata(file, entry, blocks[index])),
  ];
}

const isJson = (text: string): boolean => /^\uFEFF?\s*\{/.test(text);

function blockOf(file: SourceFile, entry: Entry): Block {
  const lineStart = file.text.lastIndexOf('\n', entry.keyStart - 1) + 1;
  return { name: entry.key, span: spanOfEntry(file, entry), column: entry.keyStart - lineStart };
}

/** The lines that may matter: those with a waiver, and comments below them. What stands in a text is no comment. */
function commentsOf(text: string, root: Node): readonly LineComment[] {
  const comments: LineComment[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (isOnlyComment(line) || line.includes(directive)) {
      const hash = hashesIn(line).find(at => !isInText(root, offset + at));
      const body = hash === undefined ? '' : line.slice(hash + 1).replace(/\r$/, '');
      const start = offset + (hash ?? 0);
      if (hash !== undefined) comments.push({ start, end: start + 1 + body.length, text: body });
    }
    offset += line.length + 1;
  }
  return comments;
}

/** Where a comment may begin: at a `#` with a blank before it. */
const hashesIn = (line: string): readonly number[] =>
  [...line.matchAll(/(?<=^|[ \t])#/g)].map(({ index }) => index);

const isOnlyComment = (line: string): boolean => /^\s*#/.test(line);

function isInText(node: Node, at: number): boolean {
  if (at < node.start || at >= node.end) return false;
  if (node.kind === 'scalar') return true;
  const parts = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return parts.some(part => isInText(part, at));
}

function waiversInMetadata(
  file: SourceFile,
  entry: Entry,
  block: Block | undefined,
): readonly InlineWaiver[] {
  const own = field(entry.value, 'Metadata', metadataKey);
  if (!own) return [];
  const list = own.kind === 'map' ? entryOf(own, 'waivers')?.value : undefined;
  const items = list?.kind === 'list' ? list.items : [];
  const target = block && { target: block.span, name: block.name };
  if (items.length === 0) {
    const mistakes = [`\`Metadata.${metadataKey}\` holds a list: \`waivers: [ { rule: …, … } ]\``];
    return [{ fields: {}, mistakes, at: spanOf(file, own), ...target }];
  }
  return items.map(item => ({
    ...(item.kind === 'map' ? saidIn(item) : { fields: {}, mistakes: ['a waiver is a map of its fields'] }),
    at: spanOf(file, item),
    ...target,
  }));
}

function saidIn({ entries }: MapNode): Pick<InlineWaiver, 'fields' | 'mistakes'> {
  const read = entries.map(({ key, value }) => ({ key, text: scalarText(value) }));
  return {
    fields: Object.fromEntries(read.flatMap(({ key, text }) => (text === undefined ? [] : [[key, text]]))),
    mistakes: read.filter(({ text }) => text === undefined).map(({ key }) => `\`${key}\` must be a text`),
  };
}
