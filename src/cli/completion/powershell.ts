import { groupsOf, valueOffers, type CompletionCommand } from './words.ts';

/** `plumbline completion powershell >> $PROFILE` */
export function powershellScript(commands: readonly CompletionCommand[]): string {
  return `# PowerShell completion for plumbline:  plumbline completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName plumbline -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $groups = @(${list(groupsOf(commands))})
  $words = @{
${commands.map(({ path, words }) => `    ${quoted(path)} = @(${list(words)})`).join('\n')}
  }
  $flags = @{
${commands.map(({ path, options }) => `    ${quoted(path)} = @(${list(options.map(({ long }) => long))})`).join('\n')}
  }
  $values = @{
${valueLines(commands).join('\n')}
  }
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '' -and $typed.Count -gt 0) { $typed = @($typed | Select-Object -SkipLast 1) }
  $path = ''
  if ($typed.Count -gt 0) { $path = $typed[0] }
  if ($groups -contains $path -and $typed.Count -gt 1) { $path = "$path $($typed[1])" }
  $previous = ''
  if ($typed.Count -gt 0) { $previous = $typed[-1] }
  $found = $values["$path $previous"]
  if ($null -eq $found) {
    if ($wordToComplete -like '-*') { $found = $flags[$path] } else { $found = $words[$path] }
  }
  $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

const valueLines = (commands: readonly CompletionCommand[]): readonly string[] =>
  valueOffers(commands)
    .filter(({ words }) => words.length > 0)
    .flatMap(({ keys, words }) => keys.map(key => `    ${quoted(key)} = @(${list(words)})`));

const list = (words: readonly string[]): string => words.map(quoted).join(', ');

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
