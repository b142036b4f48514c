import { expect, test } from 'vitest';

import { markdown } from '../../src/report/markdown.ts';
import {
  markdownBlock,
  markdownCode,
  markdownHtml,
  markdownLink,
  markdownProse,
} from '../../src/report/text/markdown.ts';
import { everything } from './everything.ts';
import { hostile } from './hostile.ts';
import { findingOn, reportOf, ruleOf, withOptions } from './sample.ts';

test('something of everything', async () => {
  await expect(markdown(everything, withOptions({}))).toMatchFileSnapshot(
    'snapshots/everything-markdown.txt',
  );
});

test('a clean run is a few lines', () => {
  expect(markdown(reportOf({ results: [findingOn('A', 3, { verdict: 'pass' })] }), withOptions({})))
    .toMatchInlineSnapshot(`
    "## plumbline: passed (exit 0)

    - **0 fail, 0 unknown, 1 pass, 0 not applicable**
    - coverage 100 %: 1 of 1 decided, 0 unknown
    - 1 file, 12 resources, 1 rule
    - gate: fail-on=high: no failure at or above high
    "
  `);
});

const many = reportOf({
  rules: ['a', 'b', 'c'].map(id => ruleOf({ id: `bedrock/${id}` })),
  results: ['a', 'b', 'c'].flatMap((rule, index) =>
    Array.from({ length: 60 }, (_, at) =>
      findingOn(`Agent${at}`, at + 1, { rule: `bedrock/${rule}`, verdict: index < 2 ? 'fail' : 'unknown' }),
    ),
  ),
});

test('rows of one rule end somewhere, and it says so', () => {
  const text = markdown(many, withOptions({}));
  expect(text.match(/^\| `Agent/gm)).toHaveLength(150);
  expect(text.match(/^and 10 more$/gm)).toHaveLength(3);
  expect(text).toContain(
    '**Left out here for its length: 20 failures, 10 unknown.** The json format lists everything.',
  );
});

test.each([2000, 8000, 12_000, 64_000])('never more than %d bytes, and all is counted', limit => {
  const text = markdown(many, withOptions({ markdownLimit: limit }));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  const rows = text.match(/^\| `Agent/gm)?.length ?? 0;
  const [, failures = '0', unknown = '0'] =
    /length: (?:(\d+) failures)?(?:, )?(?:(\d+) unknown)?/.exec(text) ?? [];
  expect(rows + Number(failures) + Number(unknown)).toBe(180);
});

test('every row of every table has its cells, whatever stands in them', () => {
  const rows = markdown(hostile, withOptions({ verdicts: 'all' }))
    .split('\n')
    .filter(line => line.startsWith('|'));
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(row => row.replaceAll(/\\./g, '').split('|').length))).toEqual(new Set([5]));
});

test.each([
  ['a *b* _c_ [d](e) <f> g|h ~i~ \\', String.raw`a \*b\* \_c\_ \[d\](e) \<f\> g\|h \~i\~ \\`],
  ['set `Key|Arn` and `Name`', 'set <code>Key&#124;Arn</code> and `Name`'],
  ['an `open tick', String.raw`an \`open tick`],
  ['@team #1 #x https://a www.b $1$', '@&#8203;team #&#8203;1 #x https:&#8203;//a www&#8203;.b &#36;1&#36;'],
  ['- list', String.raw`\- list`],
  ['1. list', '1&#8203;. list'],
  ['&lt; &amp;', String.raw`\&lt; \&amp;`],
  [' two\n lines ', 'two lines'],
])('prose %j', (text, expected) => {
  expect(markdownProse(text)).toBe(expected);
});

test.each([
  ['Agent', '`Agent`'],
  ['', ''],
  ['  ', '` `'],
  ['a`b|c', '<code>a&#96;b&#124;c</code>'],
  ['a\nb', String.raw`\`a\u{a}b\``.replaceAll(String.raw`\``, '`')],
])('code %j', (text, expected) => {
  expect(markdownCode(text)).toBe(expected);
});

test('inside HTML nothing is HTML', () => {
  expect(markdownHtml('<b>@me & "you"')).toBe('&#60;b&#62;&#64;&#8203;me &#38; &#34;you&#34;');
});

test('a block is fenced with more than it holds', () => {
  expect(markdownBlock('yaml', 'a: |\n\t````\n')).toBe('`````yaml\na: |\n  ````\n`````');
});

test('a link cannot end early', () => {
  expect(markdownLink('a]b', 'https://x.example/a b>c')).toBe(
    String.raw`[a\]b](<https://x.example/a%20b%3Ec>)`,
  );
});
