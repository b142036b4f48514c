import type { Alias, ParsedNode, Scalar as LibraryScalar } from 'yaml';

import type { Scalar } from '../../model/value.ts';
import { SyntaxFailure } from '../failure.ts';
import type { Node, ScalarNode } from '../node.ts';
import { plainScalar } from '../plain-scalar.ts';
import { isAlias, isScalar } from './load.ts';

const core = 'tag:yaml.org,2002:';

/** A tag as nodes carry it: `Sub` for `!Sub`, `!binary` for `!!binary`, none for those that name a YAML kind. */
export function tagOf({ tag }: ParsedNode): string | undefined {
  if (tag === undefined || tag === '!') return undefined;
  if (tag.startsWith(core))
    return kinds.has(tag.slice(core.length)) ? undefined : `!${tag.slice(core.length)}`;
  return tag.startsWith('!') ? tag.slice(1) : tag;
}

const kinds = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq']);

/** Refuses a YAML kind that a map or list is not, `!!str {}`. */
export function checkKind(node: ParsedNode, kind: 'map' | 'seq'): void {
  const named = node.tag?.startsWith(core) ? node.tag.slice(core.length) : kind;
  if (kinds.has(named) && named !== kind) throw notA(named, node.range);
}

const notA = (kind: string, [start, end]: readonly [number, number, number]): SyntaxFailure =>
  new SyntaxFailure(`This is not a YAML ${kind}`, start, end);

/** A scalar of the library as ours. `from` is the end of what stands before it. */
export function scalarOf(text: string, scalar: LibraryScalar.Parsed, from: number): ScalarNode {
  const style = styleOf(scalar);
  const source = style === 'block' ? blockText(text, scalar) : scalar.source;
  const [start, end] = placeOf(text, scalar, style);
  const tag = tagOf(scalar);
  return {
    kind: 'scalar',
    start: scalar.tag || scalar.anchor ? propertiesStart(text, from, start) : start,
    end,
    value: valueOf(scalar, style, source),
    source,
    style,
    ...(tag === undefined ? {} : { tag }),
  };
}

function styleOf({ type }: LibraryScalar.Parsed): ScalarNode['style'] {
  if (type === 'PLAIN') return 'plain';
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? 'block' : 'quoted';
}

function placeOf(text: string, scalar: LibraryScalar.Parsed, style: ScalarNode['style']): [number, number] {
  const [start, end] = scalar.range;
  if (style === 'quoted') return [start, end];
  const trimmed = trimEnd(text, end);
  return [Math.min(start, trimmed), trimmed];
}

function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** A block scalar that ends with the file, without a line break, has none at its end. The library adds one. */
function blockText(text: string, { range, source, value }: LibraryScalar.Parsed): string {
  const bare = range[1] === text.length && /[^ ]/.test(text.slice(text.lastIndexOf('\n') + 1));
  return bare && value !== '' && source.endsWith('\n') ? source.slice(0, -1) : source;
}

/** CloudFormation's short functions take text: `!Sub 10` is the string. */
function valueOf(scalar: LibraryScalar.Parsed, style: ScalarNode['style'], source: string): Scalar {
  const { tag } = scalar;
  if (tag === undefined) return style === 'plain' ? plainScalar(source) : source;
  return tag.startsWith(core) ? ofKind(scalar, tag.slice(core.length), source) : source;
}

function ofKind(scalar: LibraryScalar.Parsed, kind: string, source: string): Scalar {
  const value = plainScalar(source);
  switch (kind) {
    case 'null':
      return null;
    case 'bool':
      if (typeof value === 'boolean') return value;
      break;
    case 'int':
    case 'float':
      if (typeof value === 'number') return value;
      break;
    case 'map':
    case 'seq':
      break;
    default:
      return source;
  }
  throw notA(kind, scalar.range);
}

/**
 * Where the tag or anchor before `content` starts. Between `from`, the end of what stands before,
 * and it are only white space, comments and the indicators of the collection.
 */
export function propertiesStart(text: string, from: number, content: number): number {
  let at = from;
  while (at < content && !properties.has(text.charAt(at)))
    at = lineComment.has(text.charAt(at)) ? lineEnd(text, at) : at + 1;
  return Math.min(at, content);
}

const properties = new Set(['!', '&']);
const lineComment = new Set(['#', '%']);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

export interface Key {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `<<`, whose value is merged into the map. */
  readonly merge: boolean;
}

/** The key of an entry: one scalar on one line, without a tag. */
export function keyOf(node: ParsedNode, text: string, follow: (alias: Alias.Parsed) => Node): Key {
  const [start, end] = node.range;
  const key = isAlias(node) ? follow(node) : node;
  if (!isAlias(node) && tagOf(node) !== undefined)
    throw new SyntaxFailure('A key cannot have a tag', start, end);
  const source = sourceOf(key);
  if (source === undefined)
    throw new SyntaxFailure('A key must be a single value, not a list or a map', start, end);
  if (text.slice(start, trimEnd(text, end)).includes('\n'))
    throw new SyntaxFailure('A key must be on one line', start, end);
  return { text: source, start, end, merge: isScalar(node) && node.type === 'PLAIN' && source === '<<' };
}

function sourceOf(key: Node | ParsedNode): string | undefined {
  if ('kind' in key) return key.kind === 'scalar' ? key.source : undefined;
  return isScalar(key) ? key.source : undefined;
}
