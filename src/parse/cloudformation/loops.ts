import type { Node } from '../../syntax/node.ts';
import { callOf } from './intrinsic.ts';
import type { Scope } from './scope.ts';

/** Puts the values of loop identifiers in place of `${Name}` and `&{Name}`; the latter drops all but letters and digits. */
export function substitute(text: string, { loops }: Scope): string {
  if (!loops || !text.includes('{')) return text;
  return text.replace(/([$&])\{([A-Za-z0-9]+)\}/g, (whole, sign: string, name: string) => {
    const value = loops.get(name);
    if (value === undefined) return whole;
    return sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}

/** The text of a scalar that stands for a name or a pattern; numbers and booleans as they are written. */
export function textOf(node: Node | undefined, scope: Scope): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  if (typeof node.value === 'string') return substitute(node.value, scope);
  return node.style === 'plain' && node.source !== '' ? node.source : String(node.value);
}

/** The spelling of a node, by which two uses of the same expression are one. */
export function writtenAs(node: Node, { file, loops }: Scope): string {
  const text = file.text.slice(node.start, node.end).replaceAll(/\s+/g, ' ');
  const rounds = loops ? ` ${JSON.stringify([...loops])}` : '';
  return `${callOf(node)?.name ?? ''} ${text}${rounds}`;
}
