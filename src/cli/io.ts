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
}

/** Options as the parser gives them: by camelCase name, not looked at yet. */
export type Answers = Readonly<Record<string, unknown>>;
