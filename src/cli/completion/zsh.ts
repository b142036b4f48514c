import { groupsOf, valueOffers, type CompletionCommand } from './words.ts';

/** `plumbline completion zsh > "${fpath[1]}/_plumbline"` */
export function zshScript(commands: readonly CompletionCommand[]): string {
  return `#compdef plumbline
# zsh completion for plumbline:  plumbline completion zsh > "\${fpath[1]}/_plumbline"
_plumbline() {
  local cur=\${words[CURRENT]} prev=\${words[CURRENT - 1]} path_=
  ((CURRENT > 2)) && path_=\${words[2]}
  case $path_ in
    (${groupsOf(commands).join('|')}) ((CURRENT > 3)) && path_="$path_ \${words[3]}" ;;
  esac
  case "$path_ $prev" in
${valueOffers(commands).map(valueCase).join('\n')}
  esac
  case $path_ in
${commands.map(commandCase).join('\n')}
  esac
}
if [[ $funcstack[1] == _plumbline ]]; then _plumbline "$@"; else compdef _plumbline plumbline; fi
`;
}

const valueCase = ({ keys, words, files }: ReturnType<typeof valueOffers>[number]): string =>
  `    (${keys.map(key => `"${key}"`).join('|')}) ${reply(words, files)}; return ;;`;

function commandCase({ path, words, files, options }: CompletionCommand): string {
  const flags = options.map(({ long, description }) => quoted(`${long}:${description}`));
  const body =
    flags.length === 0
      ? reply(words, files)
      : `if [[ $cur == -* ]]; then local -a flags=(${flags.join(' ')}); _describe option flags; else ${reply(words, files)}; fi`;
  return `    ("${path}") ${body} ;;`;
}

function reply(words: readonly string[], files: boolean): string {
  if (words.length > 0) return `compadd -- ${words.join(' ')}`;
  return files ? '_files' : ':';
}

/** In single quotes; within \`_describe\` a colon ends the name. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\\\''")}'`;
