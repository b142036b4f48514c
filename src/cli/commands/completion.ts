import { join } from 'node:path';

import { packageFolder } from '../../catalog/package-folder.ts';
import { shippedPolicies } from '../../catalog/policies.ts';
import { ruleFilesIn } from '../../catalog/rule-folders.ts';
import { oneOf } from '../answers.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { powershellScript } from '../completion/powershell.ts';
import { completionCommands, shells } from '../completion/words.ts';
import { zshScript } from '../completion/zsh.ts';
import type { Handler } from '../io.ts';
import { topics } from '../topics.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript, powershell: powershellScript };

/** A completion script with every command, option, rule and policy in it. */
export const completionCommand: Handler = async ({ args: [shell = ''], io, commandLine: { commands } }) => {
  const script = scripts[oneOf(shell, shells, 'the shell')];
  const folder = { path: join(packageFolder, 'rules'), name: 'rules', trusted: true };
  const names = {
    rules: ruleFilesIn(folder).map(({ id }) => id),
    policies: shippedPolicies(),
    topics: [...Object.keys(topics), ...commands.map(({ name }) => name.split(' ')[0] ?? name)],
  };
  io.stdout.write(script(completionCommands(commands, names)));
  return 0;
};
