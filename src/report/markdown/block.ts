/** A piece that is there whole or not at all: it lists `listed` of `total`. */
export interface Block {
  /** What it lists, as it is counted: `failures`. */
  readonly what: string;
  readonly text: string;
  readonly listed: number;
  readonly total: number;
}
