/** What holds for the app. What is left out is decided by the nearest plumbline.yaml, else by plumbline. */
export interface PlumblineOptions {
  /** A configuration to read instead of the nearest plumbline.yaml; false reads none. */
  readonly config?: string | false;
  /** Ids or files of policies, instead of those in the configuration. */
  readonly policies?: readonly string[];
  /** Values for parameters of the policy. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The least severity that ends the synthesis. */
  readonly failOn?: 'critical' | 'high' | 'medium' | 'low' | 'none';
  /** What an undecided verdict does. */
  readonly unknown?: 'ignore' | 'warn' | 'fail';
  /** Ends the synthesis when anything in scope was not assessed. */
  readonly requireComplete?: boolean;
  /** More arguments of `plumbline scan`. */
  readonly args?: readonly string[];
  /** How long a scan may take. 300 without it. */
  readonly timeoutSeconds?: number;
}
