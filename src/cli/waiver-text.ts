import type { PlacedWaiver } from '../catalog/waivers.ts';
import type { Waiver } from '../model/waiver.ts';

const head = `# yaml-language-server: $schema=node_modules/plumbline/schemas/waivers.schema.json
# Failures that were accepted: by whom, why and until when. \`plumbline waivers check\` says which need a look.
`;

/** What a person writes of a waiver, field by field; what is not given is left out. */
export function waiverFields(waiver: Waiver): readonly (readonly [string, string | number])[] {
  const { id, rule, resource, finding, maxFindings, reason, owner, approver, ticket, created, expires } =
    waiver;
  const fields = {
    id,
    rule,
    resource,
    finding,
    maxFindings,
    reason,
    owner,
    approver,
    ticket,
    created,
    expires,
  };
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/** A waiver as an item of the list, as it is written by hand. */
export function waiverItem(waiver: Waiver, indent = '  '): string {
  const lines = waiverFields(waiver).map(([name, value]) => `${name}: ${scalar(value)}`);
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}\n`).join('');
}

/** The text of a file with one more waiver behind the others; undefined when it is not written as a list of lines. */
export function withWaiver(
  text: string | undefined,
  placed: readonly PlacedWaiver[],
  waiver: Waiver,
): string | undefined {
  if (text === undefined) return `${head}waivers:\n${waiverItem(waiver)}`;
  const last = placed.at(-1);
  if (!last) {
    const list = /^waivers:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:#.*)?\r?$/m;
    return list.test(text)
      ? text.replace(list, () => `waivers:\n${waiverItem(waiver).trimEnd()}`)
      : undefined;
  }
  const { start } = linesOf(text, last);
  const indent = /^([ \t]*)- /.exec(text.slice(start))?.[1];
  if (indent === undefined) return undefined;
  const { end } = linesOf(text, last);
  const before = text.slice(0, end);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${waiverItem(waiver, indent)}${text.slice(end)}`;
}

/** The text of a file without some of its waivers, and without the comments right above these. */
export function withoutWaivers(
  text: string,
  placed: readonly PlacedWaiver[],
  isOut: (waiver: Waiver) => boolean,
): string {
  let left = text;
  for (const one of placed.toReversed()) {
    if (!isOut(one.waiver)) continue;
    const { start, end } = linesOf(text, one);
    left = left.slice(0, one === placed[0] ? start : commentsAbove(text, start)) + left.slice(end);
  }
  return placed.every(({ waiver }) => isOut(waiver))
    ? left.replace(
        /^waivers:[ \t]*(#.*)?$/m,
        (_, comment?: string) => `waivers: []${comment ? ` ${comment}` : ''}`,
      )
    : left;
}

/** From the line of its dash to the end of its last line. */
function linesOf(text: string, { at }: PlacedWaiver): { readonly start: number; readonly end: number } {
  const written = text.slice(0, at.end).trimEnd().length;
  const next = text.indexOf('\n', written);
  return { start: text.lastIndexOf('\n', at.start - 1) + 1, end: next === -1 ? text.length : next + 1 };
}

function commentsAbove(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const before = text.lastIndexOf('\n', at - 2) + 1;
    if (!/^[ \t]*#/.test(text.slice(before, at))) break;
    at = before;
  }
  return at;
}

/** Quoted wherever YAML might read something else than the text. */
function scalar(value: string | number): string {
  if (typeof value === 'number' || /^\d{4}-\d\d-\d\d$/.test(value)) return String(value);
  const isPlain =
    /^[A-Za-z][\w ./()-]*$/.test(value) && !/ $|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}
