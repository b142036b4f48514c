import { formatNames } from '../formats.ts';
import type { CommandSpec } from '../io.ts';
import type { OptionSpec } from '../option-spec.ts';
import { options as optionSpecs } from '../options.ts';

/** What a shell can offer after a command or an option: words, or files when there are none. */
export interface Offer {
  readonly words: readonly string[];
  readonly files: boolean;
}

export interface CompletionOption extends Offer {
  readonly long: string;
  readonly short?: string;
  readonly description: string;
  readonly takesValue: boolean;
}

/** One command, `rules list`; groups such as `rules` are commands that offer their parts. */
export interface CompletionCommand extends Offer {
  readonly path: string;
  readonly summary: string;
  readonly options: readonly CompletionOption[];
}

/** The names that can be known without reading files. */
export interface Names {
  readonly rules: readonly string[];
  readonly policies: readonly string[];
  readonly topics: readonly string[];
}

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** The whole command line as data, from the same registry that the parser is made of. */
export function completionCommands(
  specs: readonly CommandSpec[],
  names: Names,
): readonly CompletionCommand[] {
  const leaves = specs.map(spec => leaf(spec, names));
  const firsts = [...new Set(leaves.map(({ path }) => path.split(' ')[0] ?? path))];
  const groups = firsts.flatMap(first => group(first, leaves));
  const root = { path: '', summary: '', words: firsts, files: false, options: [] };
  return [root, ...groups, ...leaves];
}

function group(first: string, leaves: readonly CompletionCommand[]): readonly CompletionCommand[] {
  const words = leaves
    .filter(({ path }) => path.startsWith(`${first} `))
    .map(({ path }) => path.slice(first.length + 1));
  return words.length === 0 ? [] : [{ path: first, summary: '', words, files: false, options: [] }];
}

function leaf(spec: CommandSpec, names: Names): CompletionCommand {
  const { name, summary, offers } = spec;
  const shown = [...spec.options, 'color', 'debug'] as const;
  return {
    path: name,
    summary,
    words: wordsOf(offers, names),
    files: offers === 'file',
    options: shown.map(option => optionOf(optionSpecs[option], names)),
  };
}

function optionOf({ flags, description, choices, offers }: OptionSpec, names: Names): CompletionOption {
  const [, short, long = ''] = /^(?:(-\w), )?(--[a-z-]+)/.exec(flags) ?? [];
  return {
    long,
    ...(short !== undefined && { short }),
    description,
    takesValue: flags.includes('<'),
    words: choices ?? wordsOf(offers, names),
    files: offers === 'file' || offers === 'folder',
  };
}

function wordsOf(offers: CommandSpec['offers'] | OptionSpec['offers'], names: Names): readonly string[] {
  switch (offers) {
    case 'rule':
      return names.rules;
    case 'policy':
      return names.policies;
    case 'topic':
      return names.topics;
    case 'format':
      return formatNames;
    case 'shell':
      return shells;
    default:
      return [];
  }
}

/** The commands that only hold other commands. */
export const groupsOf = (commands: readonly CompletionCommand[]): readonly string[] =>
  commands.filter(({ path, options }) => path !== '' && options.length === 0).map(({ path }) => path);

/** What follows an option that takes a value; `keys` are the command and the option as they stand: `scan --policy`. */
export function valueOffers(
  commands: readonly CompletionCommand[],
): readonly (Offer & { readonly keys: readonly string[] })[] {
  return commands.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ long, short, words, files }) => ({
        keys: [long, ...(short === undefined ? [] : [short])].map(flag => `${path} ${flag}`),
        words,
        files,
      })),
  );
}
