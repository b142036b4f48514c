import { compact } from './compact.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './options.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal.ts';

/** Every format by the name that it is asked for by. */
export const reporters = { terminal, compact, json, sarif, junit, markdown } satisfies Record<
  string,
  Reporter
>;
