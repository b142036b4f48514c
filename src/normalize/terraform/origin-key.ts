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
      return lostBy(value.chain);
    case 'text':
      return joined(value.parts.map(part => (typeof part === 'string' ? `"${part}"` : originKey(part))));
    default:
      return undefined;
  }
}

/** Where it was lost, and all that was made of it since. */
function lostBy(chain: readonly Link[]): string | undefined {
  const lost = lostAt(chain.at(-1));
  const isMadeOf = chain.slice(0, -1).some(({ what }) => !isMove(what) || isOutput(what));
  return lost !== undefined && isMadeOf ? `${lost} ${chain.map(spelled).join(' ')}` : lost;
}

/** Whether a step on the way of a value leaves it as it is. */
export const isMove = (what: string): boolean =>
  isOutput(what) ||
  /^(?:argument \S+ of module\.|(?:local|var)\.\S+$|default of variable |for_each$)/.test(what);

/** Of a module that is not in view, each output is another value that is lost at one place. */
const isOutput = (what: string): boolean => /^output \S+ of module\./.test(what);

const spelled = ({ what, at }: Link): string =>
  at?.kind === 'span' ? `${what}@${at.file.path}:${at.file.text.slice(at.start, at.end)}` : what;

const lostAt = (link: Link | undefined): string | undefined =>
  link?.at?.kind === 'span' ? `?${link.what}@${link.at.file.path}:${link.at.start}` : undefined;

const joined = (keys: readonly (string | undefined)[]): string | undefined =>
  keys.includes(undefined) ? undefined : keys.join(' ');
