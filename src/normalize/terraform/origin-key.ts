import type { Link, Value } from '../../model/value.ts';

/**
 * A text that two values share when they are the same one, however little is known of them: lost at the same place, with
 * the same text around it. Nothing for what says too little of where it is from.
 */
export function originKey(value: Value): string | undefined {
  switch (value.kind) {
    case 'known':
      return `=${String(value.value)}`;
    case 'reference':
      return `>${value.target}.${value.attribute}`;
    case 'unknown':
      return lostAt(value.chain.at(-1));
    case 'text':
      return joined(value.parts.map(part => (typeof part === 'string' ? `"${part}"` : originKey(part))));
    default:
      return undefined;
  }
}

const lostAt = (link: Link | undefined): string | undefined =>
  link?.at?.kind === 'span' ? `?${link.what}@${link.at.file.path}:${link.at.start}` : undefined;

const joined = (keys: readonly (string | undefined)[]): string | undefined =>
  keys.includes(undefined) ? undefined : keys.join(' ');
