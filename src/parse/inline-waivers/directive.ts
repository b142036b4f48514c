/** What stands in a comment that is a waiver. */
export const directive = 'plumbline:waive';

export interface Said {
  readonly fields: Readonly<Record<string, string>>;
  readonly mistakes: readonly string[];
}

const start = /^([\w/-]+)(?:\s+|$)(?!=)/;
const pair = /^([A-Za-z]+)=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']\S*|)(?:\s+|$)/;

/** `RULE owner=@ml reason="no customer data" …`: what follows the directive, its lines joined. */
export function readDirective(text: string): Said {
  const [before = '', rule] = start.exec(text.trim()) ?? [];
  const fields: Record<string, string> = rule === undefined ? {} : { rule };
  const mistakes: string[] = [];
  let rest = text.trim().slice(before.length);
  while (rest !== '') {
    const [whole, name = '', written = ''] = pair.exec(rest) ?? [];
    if (whole === undefined) {
      const mistake = `cannot read \`${rest}\`: write name=value, with quotes around what has spaces`;
      return { fields, mistakes: [...mistakes, mistake] };
    }
    if (Object.hasOwn(fields, name)) mistakes.push(`\`${name}\` is there twice`);
    fields[name] = unquoted(written);
    rest = rest.slice(whole.length);
  }
  return { fields, mistakes };
}

function unquoted(written: string): string {
  if (written.startsWith('"')) return written.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  return written.startsWith("'") ? written.slice(1, -1) : written;
}

/** A comment that goes on with more fields of the waiver above it. */
export const isContinuation = (text: string): boolean => /^\s*[A-Za-z]+=/.test(text);
