import { describe, expect, test } from 'vitest';

import { terminal } from '../../src/report/terminal.ts';
import { widthOf } from '../../src/report/text/layout.ts';
import { everything } from './everything.ts';
import { hostile } from './hostile.ts';
import { findingOf, findingOn, reportOf, withOptions } from './sample.ts';

const passed = findingOn('A', 3, { verdict: 'pass', message: '' });
const unknown = findingOn('B', 20, { verdict: 'unknown', cause: 'out-of-view', message: 'Not known.' });

test.each([
  ['wide', { width: 100, verdicts: 'all' }],
  ['narrow-ascii', { width: 60, ascii: true }],
  ['piped', {}],
  ['quiet', { quiet: true }],
] as const)('something of everything, %s', async (name, options) => {
  const text = terminal(everything, withOptions(options));
  await expect(text).toMatchFileSnapshot(`snapshots/everything-${name}.txt`);
});

describe('never silent, and never more than is known', () => {
  test.each([
    ['all passed', { results: [passed] }, '✓ nothing failed'],
    ['nothing applied', {}, '? nothing was decided'],
    [
      'something is unknown',
      { results: [passed, unknown] },
      '? nothing failed of what was decided; not all was',
    ],
    [
      'not complete',
      { results: [passed], complete: false },
      '? nothing failed of what was decided; not all was',
    ],
    [
      'a problem',
      { results: [passed], problems: everything.problems },
      '? nothing failed of what was decided; not all was',
    ],
    [
      'a rule without its parameter',
      { results: [passed], notConfigured: everything.notConfigured },
      '? nothing failed of what was decided; not all was',
    ],
  ])('%s', (_, changes, line) => {
    expect(terminal(reportOf(changes), withOptions({})).split('\n')).toContain(line);
  });

  test('not a word of that when something failed', () => {
    expect(terminal(everything, withOptions({}))).not.toContain('nothing failed');
  });
});

test('coverage is cut, not rounded: 100 % is all of it', () => {
  const report = reportOf({ results: [passed, unknown] });
  const text = terminal({ ...report, coverage: { ...report.coverage, decided: 0.99999 } }, withOptions({}));
  expect(text).toContain('coverage 99.9 %');
});

test('failures that were let through are no success', () => {
  const [failed] = [findingOf()];
  expect(terminal(reportOf({ results: [failed] }), withOptions({}))).toContain(
    '→ failed, let through (exit 0)',
  );
  expect(terminal(reportOf({ results: [passed] }), withOptions({}))).toContain('→ passed (exit 0)');
});

const named = (text: string): number => new Set(text.match(/\bAgent\d+\b/g)).size;

describe('many findings of one rule', () => {
  const report = reportOf({
    results: Array.from({ length: 40 }, (_, index) => findingOn(`Agent${index}`, index + 1)),
  });

  test('are folded on a terminal, and it says where all of them are', () => {
    const text = terminal(report, withOptions({ width: 80 }));
    expect(text).toContain('  35 more:\n');
    expect(text).toContain('  and 15 that are not listed here; -f compact lists every one\n');
    expect(named(text)).toBe(25);
  });

  test('are all there in a pipe', () => {
    const text = terminal(report, withOptions({}));
    expect(text).not.toContain('not listed');
    expect(named(text)).toBe(40);
  });
});

test('what is said of one place stands under it together', () => {
  const said = ['no filter for HATE', 'no filter for INSULTS', 'no version', 'no version'];
  const results = said.map((message, index) => findingOf({ id: `${index}`, message }));
  expect(terminal(reportOf({ results }), withOptions({}))).toContain(
    [
      'Bedrock agents have a guardrail  (4)',
      '  SupportAgent  AWS::Bedrock::Agent  infra/agents.yaml:41:3',
      '     41 │   SupportAgent:',
      '        │ no filter for HATE',
      '        │ no filter for INSULTS',
      '        │ no version (2 times)',
      '  why   ',
    ].join('\n'),
  );
});

test('a message that only repeats the chain is not said twice, nor a place that is in it', () => {
  const place = { path: 'a.yaml', line: 3, column: 3, endLine: 3, endColumn: 9 };
  const finding = findingOf({
    verdict: 'unknown',
    cause: 'unresolved-value',
    message: 'Ref Key ← parameter Key has no default',
    chain: ['Ref Key (a.yaml:9)', 'parameter Key has no default (a.yaml:3)'],
    related: [
      { ...place, message: 'parameter Key has no default' },
      { ...place, message: 'the key that nobody uses' },
    ],
  });
  expect(terminal(reportOf({ results: [finding] }), withOptions({}))).toContain(
    [
      '     41 │   SupportAgent:',
      '        │ unresolved-value: Ref Key (a.yaml:9) ← parameter Key has no default (a.yaml:3)',
      '        │ see a.yaml:3:3 the key that nobody uses',
      '  help  ',
    ].join('\n'),
  );
});

test('one missing thing in many places is named once, with its count', () => {
  const results = Array.from({ length: 8 }, (_, index) =>
    findingOn(`Agent${index}`, index + 1, {
      verdict: 'unknown',
      cause: 'unresolved-value',
      chain: ['Ref Key', `parameter ${index < 7 ? 'Key' : 'Other'} has no default`],
    }),
  );
  const text = terminal(reportOf({ results }), withOptions({}));
  expect(text).toContain(
    '? 8 unknown for want of\n      7 unresolved-value: parameter Key has no default\n      1 unresolved-value: parameter Other has no default\n',
  );
});

test('a secret line is not shown', () => {
  const location = { path: 'a.yaml', line: 4, column: 3, endLine: 4, endColumn: 9 };
  expect(terminal(reportOf({ results: [findingOf({ location })] }), withOptions({}))).not.toMatch(/^ +4 │/m);
});

test('a template of one line is shown around the place', () => {
  const text = `${'x'.repeat(5000)}"FoundationModel":${'y'.repeat(5000)}`;
  const location = { path: 'a.json', line: 1, column: 5001, endLine: 1, endColumn: 5018, text };
  const lines = terminal(reportOf({ results: [findingOf({ location })] }), withOptions({ width: 80 })).split(
    '\n',
  );
  const shown = lines.find(line => line.includes('1 │')) ?? '';
  expect(shown).toMatch(/│ …x+"FoundationModel":y+…$/);
  expect(widthOf(shown)).toBe(80);
});

test('colour only repeats what the words say', () => {
  const painted = terminal(everything, withOptions({ color: true, width: 100, verdicts: 'all' }));
  const codes = new RegExp(`${String.fromCodePoint(0x1b)}\\[[0-9;]+m`, 'g');
  expect(painted.match(codes)?.length).toBeGreaterThan(50);
  expect(painted.replaceAll(codes, '')).toBe(
    terminal(everything, withOptions({ width: 100, verdicts: 'all' })),
  );
});

test('ASCII is all there is with ascii', () => {
  expect(terminal(hostile, withOptions({ ascii: true, width: 80, verdicts: 'all' }))).toMatch(/^[\n -~]*$/);
});
