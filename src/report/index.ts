import { compact } from './compact.ts';
import { csv } from './csv.ts';
import { github } from './github.ts';
import { gitlabSast } from './gitlab-sast.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './options.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal.ts';

/** Every format by the name that it is asked for by. */
export const reporters = {
  terminal,
  compact,
  json,
  sarif,
  junit,
  markdown,
  github,
  gitlab,
  'gitlab-sast': gitlabSast,
  csv,
} satisfies Record<string, Reporter>;
