import { commands } from './commands.ts';

/** What is said when nothing is asked: three examples, then the commands. Twelve lines. */
export function overview(): string {
  const names = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
  return `plumbline checks generative AI on AWS against your policy. What it cannot tell is unknown, never a pass.

  plumbline scan                                 assess this folder under the default policy
  plumbline scan infra -f sarif=plumbline.sarif  a folder, and a file for code scanning
  plumbline explain CKV_AWS_383                  what a rule is about, and how to fix it

commands  ${names.join('  ')}
help      plumbline help COMMAND
topics    plumbline help exit-codes | formats | environment | config
start     plumbline init writes plumbline.yaml: your approved models, Regions and tags
version   plumbline --version
`;
}
