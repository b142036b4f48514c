import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, test } from 'vitest';

import { commands } from '../../src/cli/commands.ts';
import type { OptionSpec } from '../../src/cli/option-spec.ts';
import { options } from '../../src/cli/options.ts';

const root = resolve(import.meta.dirname, '../..');

/** `docs/commands.md` as the command line itself would write it: `npx vitest run test/cli/documented-options.test.ts -u`. */
test('every command and every option is documented, in the words of the help', async () => {
  const text = [
    '# Commands and options\n',
    'What `plumbline help COMMAND` says, on one page. A test holds it to the command line.\n',
    '## Commands\n',
    ...commands.map(({ name, args, summary }) => `- \`${`plumbline ${name} ${args}`.trim()}\`: ${summary}`),
    ...[...Map.groupBy(Object.entries<OptionSpec>(options), ([, { group }]) => group)].flatMap(
      ([group, members]) => [
        `\n## Options: ${group}\n`,
        ...members.map(([name, spec]) => lineOf(name, spec)),
      ],
    ),
  ];
  await expect(`${text.join('\n')}\n`).toMatchFileSnapshot(join(root, 'docs/commands.md'));
});

function lineOf(name: string, { flags, description, choices = [], repeat }: OptionSpec): string {
  const users = commands.filter(command => command.options.some(option => option === name));
  const notes = [
    ...(choices.length > 0 ? [`one of ${choices.join(', ')}`] : []),
    ...(repeat ? ['may be given many times'] : []),
    ...(users.length === 0 ? ['every command'] : [users.map(command => command.name).join(', ')]),
  ];
  return `- \`${flags}\`: ${description} (${notes.join('; ')})`;
}

const texts = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map(name => `docs/${name}`)]
  .filter(name => name.endsWith('.md'))
  .map(name => [name, readFileSync(join(root, name), 'utf8')] as const);

/** The command lines of a text, each with its options; what another program takes is not ours. */
const linesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bplumbline(?:@[\d.]+)? ((?:[a-z]+ ?){1,2}[^\n`|&]*)/g)].map(([, line = '']) => line);

test.each(texts)('%s names no option that its command does not have', (_, text) => {
  const wrong = linesIn(text).flatMap(line => {
    const command = commands
      .filter(({ name }) => line === name || line.startsWith(`${name} `))
      .toSorted((a, b) => b.name.length - a.name.length)[0];
    if (!command) return [];
    const known = new Set([...command.options, 'color', 'debug', 'help'].map(flagOf));
    const asked = line.split(/\s#/)[0]?.match(/(?<=\s)--[a-z][a-z-]*/g) ?? [];
    return asked.filter(flag => !known.has(flag)).map(flag => `${command.name} ${flag}`);
  });
  expect(wrong).toEqual([]);
});

const flagOf = (name: string): string | undefined =>
  Object.entries<OptionSpec>(options)
    .find(([key]) => key === name)?.[1]
    .flags.match(/--[a-z-]+/)?.[0];
