import type { Report } from '../../src/model/report.ts';
import { findingOf, findingOn, reportOf, ruleOf } from './sample.ts';

const escape = '\u{1b}';

/** Texts that mean something to a terminal, a CI log, XML, Markdown, SARIF or a URI. */
const attacks: readonly string[] = [
  `${escape}[2J${escape}[31mred`,
  `${escape}]8;;https://evil.example${escape}\\click${escape}]8;;${escape}\\`,
  '\u{9b}31mC1',
  'two\nlines\r\nand\rreturns',
  '\ngate: fail-on=high → passed (exit 0): all is well',
  'tab\there',
  'nul\u{0}and bell\u{7}',
  'right \u{202e}tfel ot\u{202c} left',
  'in\u{200b}visible\u{feff}',
  'lone \u{d800} and \u{dfff} surrogates',
  'not a character \u{ffff}',
  'separators \u{2028}\u{2029}',
  '::error file=app.js,line=1::owned',
  '  ::set-output name=x::y',
  '##[error]owned',
  '##vso[task.setvariable variable=x]y',
  "##teamcity[message text='x']",
  '<script>alert(1)</script>',
  ']]><failure/>',
  '&amp; &lt; "quoted" \'single\'',
  'a | b \\| c',
  '`code` ```fence```',
  '[link](https://evil.example) ![image](https://evil.example/x.png)',
  '[one](1) {0} {{1}}',
  '@everyone #1 org/repo#2 https://evil.example www.evil.example',
  '*bold* _it_ ~~gone~~ # title',
  '<!-- comment --> --> -->',
  '=1+1',
  '%0A%0D 100% C:\\path',
  'שלום 漢字 👩‍👩‍👧 é',
];

const rule = ruleOf({
  title: attacks.join(' '),
  why: attacks.join(' '),
  fix: {
    summary: attacks.join(' '),
    cloudformation: attacks.join('\n'),
    terraform: attacks.join('\n'),
    cli: attacks.join('\n'),
  },
  themes: [...attacks],
  references: [...attacks],
});

/** Each attack everywhere that text from outside can stand. */
export const hostile: Report = reportOf({
  rules: [rule],
  inputs: attacks.map(attack => ({ path: attack, status: 'skipped' as const, reason: attack, resources: 0 })),
  problems: attacks.map(attack => ({
    cause: 'parse-error' as const,
    message: attack,
    path: attack,
    effect: attack,
    hint: attack,
  })),
  notConfigured: attacks.map(attack => ({
    rule: 'bedrock/approved-model',
    parameters: [{ name: attack, description: attack, example: attack }],
  })),
  results: attacks.flatMap((attack, index) => [
    findingOf({ ...on(attack, index), title: rule.title, message: attack }),
    findingOf({
      ...on(`${attack}2`, index),
      title: rule.title,
      verdict: 'unknown',
      cause: 'out-of-view',
      message: attack,
      chain: [attack, attack],
    }),
    findingOn(attack, index + 1, { verdict: 'pass', title: rule.title, message: '' }),
    findingOn(`${attack}3`, index + 1, { verdict: 'not-applicable', title: rule.title, message: attack }),
  ]),
});

function on(
  attack: string,
  index: number,
): Pick<Parameters<typeof findingOf>[0] & object, 'resource' | 'location' | 'related' | 'property'> {
  const place = { path: attack, line: index + 1, column: 1, endLine: index + 1, endColumn: 9, text: attack };
  return {
    resource: { key: attack, type: attack, name: attack, construct: attack },
    property: attack,
    location: { ...place, lineHash: 'a23a3dc5e078b07b:1' },
    related: [{ ...place, message: attack }],
  };
}
