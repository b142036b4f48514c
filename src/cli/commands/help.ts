import { closest } from '../../catalog/closest.ts';
import { UsageError } from '../../model/problem.ts';
import { commands } from '../commands.ts';
import type { Handler } from '../io.ts';
import { buildProgram } from '../program.ts';
import { topics } from '../topics.ts';

/** `help`, `help scan`, `help rules test`, `help exit-codes` */
export const helpCommand: Handler = async ({ args, io }) => {
  const name = args.join(' ');
  const topic = topics[name];
  io.stdout.write(topic ? topic() : commandHelp(args, name, io));
  return 0;
};

function commandHelp(args: readonly string[], name: string, io: Parameters<Handler>[0]['io']): string {
  let command = buildProgram(io, async () => {});
  for (const word of args) {
    const inner = command.commands.find(one => one.name() === word);
    if (!inner) throw unknownTopic(name);
    command = inner;
  }
  return command.helpInformation();
}

function unknownTopic(name: string): UsageError {
  const known = [...Object.keys(topics), ...commands.map(command => command.name)];
  const near = closest(name, known);
  return new UsageError(`there is no help on ${name}`, {
    details: [`topics: ${Object.keys(topics).join(', ')}`],
    hint: near === undefined ? '`plumbline help` lists the commands' : `did you mean plumbline help ${near}?`,
  });
}
