import { groupsOf, valueOffers, type CompletionCommand } from './words.ts';

/** `source <(plumbline completion bash)` */
export function bashScript(commands: readonly CompletionCommand[]): string {
  return `# bash completion for plumbline. In ~/.bashrc:  source <(plumbline completion bash)
_plumbline() {
  local cur prev path
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD - 1]}
  path=
  ((COMP_CWORD > 1)) && path=\${COMP_WORDS[1]}
  case $path in
    ${groupsOf(commands).join(' | ')}) ((COMP_CWORD > 2)) && path="$path \${COMP_WORDS[2]}" ;;
  esac
  COMPREPLY=()
  case "$path $prev" in
${valueOffers(commands).map(valueCase).join('\n')}
  esac
  case $path in
${commands.map(commandCase).join('\n')}
  esac
}
complete -o bashdefault -o default -F _plumbline plumbline
`;
}

const valueCase = ({ keys, words }: ReturnType<typeof valueOffers>[number]): string =>
  `    ${keys.map(key => `"${key}"`).join(' | ')}) ${reply(words)}; return ;;`;

function commandCase({ path, words, options }: CompletionCommand): string {
  const flags = options.flatMap(({ long, short }) => [long, ...(short === undefined ? [] : [short])]);
  const body =
    flags.length === 0 ? reply(words) : `if [[ $cur == -* ]]; then ${reply(flags)}; else ${reply(words)}; fi`;
  return `    "${path}") ${body} ;;`;
}

/** Without words the reply stays empty, and bash offers files. */
const reply = (words: readonly string[]): string =>
  words.length > 0 ? `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur"))` : ':';
