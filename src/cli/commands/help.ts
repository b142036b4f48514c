import { closest } from '../../catalog/closest.ts';
import { UsageError } from '../../model/problem.ts';
import type { CommandLine, Handler } from '../io.ts';
import { topics } from '../topics.ts';

/** `help`, `help scan`, `help rules test`, `help exit-codes` */
export const helpCommand: Handler = async ({ args, io, commandLine }) => {
  const name = args.join(' ');
  const text = (await topics[name]?.()) ?? commandLine.helpOf(args);
  if (text === undefined) throw unknownTopic(name, commandLine);
  io.stdout.write(text);
  return 0;
};

function unknownTopic(name: string, { commands }: CommandLine): UsageError {
  const known = [...Object.keys(topics), ...commands.map(command => command.name)];
  const near = closest(name, known);
  return new UsageError(`there is no help on ${name}`, {
    details: [`topics: ${Object.keys(topics).join(', ')}`],
    hint: near === undefined ? '`plumbline help` lists the commands' : `did you mean plumbline help ${near}?`,
  });
}
