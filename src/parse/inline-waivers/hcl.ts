import type { SourceFile } from '../../model/source.ts';
import type { Block as HclBlock, Comment } from '../../syntax/hcl/ast.ts';
import { parseHcl } from '../../syntax/hcl/parse-hcl.ts';
import { waiversInComments, type LineComment } from './comments.ts';
import { directive } from './directive.ts';
import type { Block, InlineWaiver } from './inline-waiver.ts';

/** The waivers among the comments of a Terraform file: right above a resource, or inside of it. */
export function waiversInHcl(file: SourceFile): readonly InlineWaiver[] {
  if (!file.text.includes(directive) || file.path.endsWith('.json')) return [];
  const { body, comments } = parseHcl(file);
  const resources = body.blocks.filter(({ type }) => type === 'resource');
  return waiversInComments(
    file,
    comments.map(withoutMarks),
    resources.map(block => blockOf(file, block)),
  );
}

const withoutMarks = ({ start, end, text }: Comment): LineComment => ({
  start,
  end,
  text: text.replace(/^(?:#|\/\/|\/\*)/, '').replace(/\*\/$/, ''),
});

function blockOf(file: SourceFile, { start, end, labels }: HclBlock): Block {
  return {
    name: labels.map(({ text }) => text).join('.'),
    span: { kind: 'span', file, start, end },
    column: start - (file.text.lastIndexOf('\n', start - 1) + 1),
  };
}
