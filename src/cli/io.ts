import type { OptionName } from './options.ts';

/** Where text goes. `isTTY` is false for pipes and files. */
export interface Sink {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** The world around one run, as `main` hands it in. Data goes to stdout, everything else to stderr. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
}

/** One command, its arguments and options taken apart. Answers the exit code. */
export type Handler = (invocation: Invocation) => Promise<number>;

export interface Invocation {
  readonly args: readonly string[];
  readonly options: Answers;
  readonly io: Io;
  readonly commandLine: CommandLine;
}

/** Options as the parser gives them: by camelCase name, not looked at yet. */
export type Answers = Readonly<Record<string, unknown>>;

/** What there is to be asked for. */
export interface CommandLine {
  readonly commands: readonly CommandSpec[];
  /** The help of a command, by the words of its name; undefined when there is no such command. */
  readonly helpOf: (words: readonly string[]) => string | undefined;
}

/** A command as help, completion and the parser know it. Its code loads when it runs. */
export interface CommandSpec {
  /** `rules list` */
  readonly name: string;
  /** In commander's words: `<required> [optional] [many...]`. */
  readonly args: string;
  readonly summary: string;
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
  /** What the shell offers for the arguments. */
  readonly offers?: 'file' | 'rule' | 'policy' | 'topic' | 'shell';
  readonly load: () => Promise<Handler>;
}
