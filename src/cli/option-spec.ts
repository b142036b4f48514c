/** An option as help, completion and the parser know it. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly group: 'Input' | 'AWS' | 'Policy' | 'Output' | 'Gate' | 'General';
  /** May be given many times. */
  readonly repeat?: true;
  readonly choices?: readonly string[];
  /** What the shell offers: files, folders, rule ids, policy ids or formats. */
  readonly offers?: 'file' | 'folder' | 'rule' | 'policy' | 'format';
}
