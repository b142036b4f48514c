import type { Finding } from '../../model/finding.ts';
import type { Waiver } from '../../model/waiver.ts';

/** Of each waiver, the findings that it names, whatever their verdict. In time linear in the findings. */
export function matchesOf(
  waivers: readonly Waiver[],
  findings: readonly Finding[],
): ReadonlyMap<Waiver, readonly Finding[]> {
  const byRule = Map.groupBy(waivers, ({ rule }) => rule);
  const exact = Map.groupBy(waivers, addressOf);
  const wide = new Map(
    [...byRule].map(([rule, group]) => [
      rule,
      group.filter(isWide).map(waiver => ({ waiver, names: wildcard(waiver.resource) })),
    ]),
  );
  const matches = new Map(waivers.map(waiver => [waiver, new Array<Finding>()]));
  for (const finding of findings) {
    const { rule, resource, id } = finding;
    const named = [
      ...(exact.get(addressOf({ rule, resource: resource.key })) ?? []),
      ...(wide.get(rule) ?? []).filter(({ names }) => names(resource.key)).map(({ waiver }) => waiver),
    ];
    for (const waiver of new Set(named)) {
      if (waiver.finding === undefined || waiver.finding === id) matches.get(waiver)?.push(finding);
    }
  }
  return matches;
}

/** A waiver in an input stands at its resource; a `*` in that one's name, or its file's, is a character like any other. */
const isWide = ({ origin, resource }: Waiver): boolean => origin === 'file' && resource.includes('*');

const addressOf = ({ rule, resource }: Pick<Waiver, 'rule' | 'resource'>): string => `${rule}\n${resource}`;

/** `*` stands for any characters, also none; everything else for itself. In linear time, whatever the pattern. */
function wildcard(pattern: string): (text: string) => boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text => text === pattern;
  return text => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const piece of others) {
      const found = text.indexOf(piece, at);
      if (found === -1) return false;
      at = found + piece.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}
