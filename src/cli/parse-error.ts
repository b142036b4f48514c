import type { Command, CommanderError } from 'commander';

import { closest } from '../catalog/closest.ts';
import { UsageError } from '../model/problem.ts';

/** What the parser refuses, in our words; undefined for what is no error, such as help. */
export function parseError({ code, message }: CommanderError, command: Command): UsageError | undefined {
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(word, command);
    case 'commander.unknownCommand':
      return unknownCommand(word, command);
    case 'commander.optionMissingArgument':
      return new UsageError(`${longFlag(word)} needs a value`, { hint: `${word}; ${more(command)}` });
    case 'commander.missingArgument':
      return new UsageError(`${nameOf(command)} needs <${word}>`, { hint: usageOf(command) });
    case 'commander.excessArguments':
      return new UsageError(`${nameOf(command)} got more arguments than it takes`, {
        hint: usageOf(command),
      });
    default:
      return code.startsWith('commander.help') || code === 'commander.version'
        ? undefined
        : new UsageError(message.replace(/^error: /, ''), { hint: more(command) });
  }
}

function unknownOption(flag: string, command: Command): UsageError {
  const name = flag.split('=')[0] ?? flag;
  const near = closest(
    name,
    command.options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat()),
  );
  return new UsageError(`${nameOf(command)} has no option ${name}`, {
    hint: near === undefined ? more(command) : `did you mean ${near}?`,
  });
}

function unknownCommand(word: string, command: Command): UsageError {
  const names = command.commands.map(one => one.name());
  const near = closest(word, names);
  return new UsageError(`${nameOf(command)} has no command ${word}`, {
    details: [`commands: ${names.join(', ')}`],
    ...(near !== undefined && { hint: `did you mean ${fullName(command)} ${near}?` }),
  });
}

const longFlag = (flags: string): string => /--[a-z-]+/.exec(flags)?.[0] ?? flags;

const usageOf = (command: Command): string => `${fullName(command)} ${command.usage()}; ${more(command)}`;

const more = (command: Command): string =>
  `\`plumbline help ${nameOf(command)}\` says more`.replace(' plumbline`', '`');

function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}

/** `rules list`; the program itself is `plumbline`. */
const nameOf = (command: Command): string => fullName(command).replace(/^plumbline (?=.)/, '');
