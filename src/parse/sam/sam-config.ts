import type { SourceFile, Span } from '../../model/source.ts';
import { field } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';
import { spanOf } from '../../syntax/span.ts';

/** What the configuration of the SAM CLI says of a deployment, in its default environment. */
export interface SamConfig {
  readonly file: SourceFile;
  /** The template that it deploys, when it names one. */
  readonly template?: Setting;
  readonly region?: Setting;
  readonly stackName?: Setting;
  readonly parameters: ReadonlyMap<string, Setting>;
}

export interface Setting {
  readonly text: string;
  readonly at: Span;
}

/** The tables that `sam deploy` reads when no environment is named; the more special one comes last. */
const tables = ['default.global.parameters', 'default.deploy.parameters'] as const;

/** `samconfig.yaml`. */
export function readSamConfig(root: Node, file: SourceFile): SamConfig {
  const settings = new Map<string, Setting[]>();
  for (const table of tables) {
    const node = field(root, ...table.split('.'));
    for (const { key, value } of node?.kind === 'map' ? node.entries : []) {
      const items = value.kind === 'list' ? value.items : [value];
      const found = items.flatMap(item =>
        item.kind === 'scalar' && item.value !== null
          ? [{ text: String(item.value), at: spanOf(file, item) }]
          : [],
      );
      settings.set(key, found);
    }
  }
  return configOf(file, settings);
}

/**
 * `samconfig.toml`, as far as those tables go: keys with strings and lists of strings. The rest of the file is
 * skipped, whatever it holds.
 */
export function readSamToml(file: SourceFile): SamConfig {
  const settings = new Map<string, Setting[]>();
  for (const table of tables) {
    for (const [key, found] of tomlSettings(file, table)) settings.set(key, found);
  }
  return configOf(file, settings);
}

function configOf(file: SourceFile, settings: ReadonlyMap<string, readonly Setting[]>): SamConfig {
  const [template] = settings.get('template_file') ?? settings.get('template') ?? [];
  const [region] = settings.get('region') ?? [];
  const [stackName] = settings.get('stack_name') ?? [];
  return {
    file,
    ...(template && { template }),
    ...(region && { region }),
    ...(stackName && { stackName }),
    parameters: new Map((settings.get('parameter_overrides') ?? []).flatMap(overrides)),
  };
}

/** `Key=value Other="a value"`, or `ParameterKey=Key,ParameterValue=value`. */
function overrides({ text, at }: Setting): [string, Setting][] {
  const pairs = text.matchAll(
    /(?:ParameterKey=)?([A-Za-z0-9]+)(?:,ParameterValue)?=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*)/g,
  );
  return [...pairs].map(([, name = '', value = '']) => [name, { text: unquoted(value), at }]);
}

const unquoted = (text: string): string =>
  /^(["']).*\1$/s.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : text;

function tomlSettings(file: SourceFile, table: string): [string, Setting[]][] {
  const { text } = file;
  const header = new RegExp(
    String.raw`^[ \t]*\[[ \t]*${table.replaceAll('.', String.raw`[ \t]*\.[ \t]*`)}[ \t]*\][^\n]*$`,
    'm',
  );
  const match = header.exec(text);
  if (!match) return [];
  const start = match.index + match[0].length;
  const next = /^[ \t]*\[[A-Za-z]/m.exec(text.slice(start));
  const end = next ? start + next.index : text.length;
  const found: [string, Setting[]][] = [];
  // A key, then either a list up to its bracket or the rest of the line.
  const key = /^[ \t]*([A-Za-z_]+)[ \t]*=[ \t]*(?=(\[)?)/gm;
  key.lastIndex = start;
  for (let entry = key.exec(text); entry && entry.index < end; entry = key.exec(text)) {
    const [whole, name = '', list] = entry;
    const strings = tomlStrings(file, entry.index + whole.length, list === undefined);
    found.push([name, strings]);
  }
  return found;
}

/** The strings of a value: one, or those of a list, which ends at the first bracket outside of them. */
function tomlStrings(file: SourceFile, start: number, single: boolean): Setting[] {
  const found: Setting[] = [];
  const token = /"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|#[^\n]*|\]|\n/g;
  token.lastIndex = start;
  for (let match = token.exec(file.text); match; match = token.exec(file.text)) {
    const [whole, long, longLiteral, basic, literal] = match;
    if (whole === ']' || (single && whole === '\n')) break;
    const text = longLiteral ?? literal ?? unescaped(long ?? basic);
    if (text === undefined) continue;
    found.push({ text, at: { kind: 'span', file, start: match.index, end: match.index + whole.length } });
    if (single) break;
  }
  return found;
}

const unescaped = (text: string | undefined): string | undefined =>
  text?.replaceAll(/\\(["\\])/g, '$1').replaceAll(String.raw`\n`, '\n');
