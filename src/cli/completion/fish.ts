import type { CompletionCommand, CompletionOption } from './words.ts';

/** `plumbline completion fish > ~/.config/fish/completions/plumbline.fish` */
export function fishScript(commands: readonly CompletionCommand[]): string {
  return `# fish completion for plumbline:  plumbline completion fish > ~/.config/fish/completions/plumbline.fish
complete -c plumbline -f
${commands.flatMap(commandLines).join('\n')}
`;
}

function commandLines(command: CompletionCommand): readonly string[] {
  const { words, files, options } = command;
  const start = `complete -c plumbline -n ${quoted(conditionOf(command))}`;
  const args = words.length > 0 ? [`${start} -a ${quoted(words.join(' '))}`] : files ? [`${start} -F`] : [];
  return [...args, ...options.map(option => `${start} ${optionWords(option)}`)];
}

function conditionOf({ path, options }: CompletionCommand): string {
  if (path === '') return '__fish_use_subcommand';
  const [first = '', second] = path.split(' ');
  if (second !== undefined) {
    return `__fish_seen_subcommand_from ${first}; and __fish_seen_subcommand_from ${second}`;
  }
  // A group offers its parts until one of them is there.
  return options.length > 0
    ? `__fish_seen_subcommand_from ${first}`
    : `__fish_seen_subcommand_from ${first}; and test (count (commandline -opc)) -eq 2`;
}

function optionWords({ long, short, description, takesValue, words, files }: CompletionOption): string {
  return [
    `-l ${long.slice(2)}`,
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    ...(takesValue ? ['-r'] : []),
    ...(files ? ['-F'] : []),
    ...(words.length > 0 ? [`-a ${quoted(words.join(' '))}`] : []),
    `-d ${quoted(description)}`,
  ].join(' ');
}

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, character => `\\${character}`)}'`;
