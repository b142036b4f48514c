import { configTemplate } from './config-template.ts';
import { exitCodeMeanings } from './exit-codes.ts';
import { formatSummaries } from './formats.ts';

/** `plumbline help TOPIC`; offline, like everything. */
export const topics: Readonly<Record<string, () => string | Promise<string>>> = {
  'exit-codes': () => `What a run ends with. These never change.

${rows(Object.entries(exitCodeMeanings))}

Of several that hold: 70 over 2 over 3 over 1. --exit-zero turns 1 into 0 and nothing else.
The gate line says what decided.
`,
  formats: () => `-f FORMAT[=FILE], as often as you like in one run; one of them at most to standard output.
All formats are written from one report, so their counts agree.

${rows(Object.entries(formatSummaries))}
`,
  environment:
    () => `What the environment decides. There is no telemetry, no update check and no network for a scan of files.

${rows([
  ['NO_COLOR', 'no colours'],
  ['FORCE_COLOR', 'colours even where nobody watches; 0 for none'],
  ['CLICOLOR', '0 for no colours'],
  ['CLICOLOR_FORCE', 'colours even where nobody watches'],
  ['TERM', 'dumb for no colours'],
  ['LC_ALL, LC_CTYPE, LANG', 'ASCII alone when the locale is not UTF-8; --ascii does the same'],
])}

Options override the environment: --color, --ascii, --width.
`,
  config: async () =>
    `plumbline.yaml, in the folder that is scanned or above it, up to the git root. --config FILE reads that
file and no other, --no-config reads none. Options override it: \`plumbline config show --origin\` shows what counts.
Paths in it are relative to it. \`plumbline init\` writes this:

${(await configTemplate()).trimEnd().replaceAll(/^(?=.)/gm, '  ')}
`,
};

function rows(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n');
}
