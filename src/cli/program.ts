import { Command, CommanderError, Option } from 'commander';

import { commands, groupSummaries } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import type { CommandSpec, Io } from './io.ts';
import type { OptionSpec } from './option-spec.ts';
import { options, type OptionName } from './options.ts';
import { overview } from './overview.ts';
import { parseError } from './parse-error.ts';
import { version } from './version.ts';

/** Parses the arguments and runs the command that they name. */
export async function dispatch(args: readonly string[], io: Io): Promise<number> {
  // A run that did nothing must not look like one that found nothing.
  if (args.length === 0) {
    io.stderr.write(overview());
    return exitCodes.usage;
  }
  let code: number = exitCodes.ok;
  const program = buildProgram(io, async (spec, given, answers) => {
    const handler = await spec.load();
    code = await handler({ args: given, options: answers, io, commandLine: { commands, helpOf } });
  });
  const helpOf = (words: readonly string[]): string | undefined =>
    commandNamed(program, words)?.helpInformation();
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return ended(error);
    throw error;
  }
}

const commandNamed = (program: Command, words: readonly string[]): Command | undefined =>
  words.reduce<Command | undefined>((at, word) => at?.commands.find(one => one.name() === word), program);

/** Help and version end the parsing too; a group without its command is a mistake, whose help is on stderr already. */
const ended = ({ code }: CommanderError): number =>
  code === 'commander.help' ? exitCodes.usage : exitCodes.ok;

type Act = (spec: CommandSpec, args: readonly string[], answers: Record<string, unknown>) => Promise<void>;

/** The whole command line as commander sees it. */
function buildProgram(io: Io, act: Act): Command {
  const program = configure(new Command('plumbline'), io)
    .description('Policy-as-code compliance scanner for generative AI on AWS.')
    .version(version(), '-V, --version', 'print the version')
    .helpCommand(false);
  const groups = new Map<string, Command>();
  for (const spec of commands) {
    const [first = '', second] = spec.name.split(' ');
    const command = configure(new Command(second ?? first), io);
    define(command, spec, act);
    if (second === undefined) program.addCommand(command);
    else groupOf(first, { groups, program, io }).addCommand(command);
  }
  return program;
}

function groupOf(
  name: string,
  { groups, program, io }: { groups: Map<string, Command>; program: Command; io: Io },
): Command {
  const known = groups.get(name);
  if (known) return known;
  const group = configure(new Command(name), io)
    .summary(groupSummaries[name] ?? '')
    .description(groupSummaries[name] ?? '')
    .helpCommand(false);
  groups.set(name, group);
  program.addCommand(group);
  return group;
}

function configure(command: Command, io: Io): Command {
  return command
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
      // Errors are said once, by `fail`, in our own form.
      outputError: () => undefined,
    })
    .showSuggestionAfterError(false)
    .addHelpOption(new Option('-h, --help', 'print this help').helpGroup('General:'))
    .exitOverride(error => {
      throw parseError(error, command) ?? error;
    });
}

function define(command: Command, spec: CommandSpec, act: Act): void {
  command.summary(spec.summary).description(sentence(spec.summary));
  if (spec.args) command.arguments(spec.args);
  for (const name of [...spec.options, 'color', 'debug'] as const) addOption(command, name);
  command.addHelpText('after', `\nExamples:\n${spec.examples.map(line => `  ${line}`).join('\n')}`);
  command.action(async () => {
    await act(spec, command.args, command.opts());
  });
}

function addOption(command: Command, name: OptionName): void {
  const spec: OptionSpec = options[name];
  const option = new Option(spec.flags, spec.description).helpGroup(`${spec.group}:`);
  if (spec.repeat)
    option.argParser((value, earlier: unknown) => [...(Array.isArray(earlier) ? earlier : []), value]);
  command.addOption(option);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
