import { describe, expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { reporters } from '../../src/report/index.ts';
import type { ReportOptions } from '../../src/report/options.ts';
import { readResult } from '../../src/report/read-result.ts';
import { everything } from './everything.ts';
import { gated } from './gated.ts';
import { hostile } from './hostile.ts';
import { reportOf, withOptions } from './sample.ts';
import { tableOf } from './table.ts';

const variants: Partial<ReportOptions>[] = [
  {},
  { verdicts: 'all', width: 72, sarifProfile: 'full' },
  { quiet: true, ascii: true, markdownLimit: 3000, sarifLimit: 2 },
];

const outputs = Object.entries(reporters).flatMap(([name, reporter]) =>
  variants.map((options, index) => ({
    name,
    index,
    write: (report: Report) => reporter(report, withOptions(options)),
  })),
);

/** What the format of a GitHub log is made of. */
const ownCommand =
  /^::(?:error|warning|notice) (?:file=[^,:\n]*,(?:(?:line|endLine|col|endColumn)=\d+,)*)?title=[^,:\n]*::.*$/gm;

const turned = (report: Report): Report => ({
  ...report,
  results: report.results.toReversed(),
  problems: report.problems.toReversed(),
  rules: report.rules.toReversed(),
});

describe.each(outputs)('$name, variant $index', ({ write }) => {
  test.each([
    ['something of everything', everything],
    ['waivers, a baseline and a trusted commit', gated],
    ['hostile texts', hostile],
    ['nothing', reportOf()],
  ])('%s: the same bytes every time, and from the result that was written and read back', (_, report) => {
    const text = write(report);
    expect(write(report)).toBe(text);
    expect(text.endsWith('\n')).toBe(true);
    const written = reporters.json(report, withOptions({ verdicts: 'all' }));
    expect(write(readResult({ path: 'result.json', text: written }))).toBe(text);
  });

  test('nothing from outside reaches a terminal or a CI log raw', () => {
    const text = write(hostile);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(text.replaceAll(ownCommand, '')).not.toMatch(/^\s*::/m);
    expect(text).not.toMatch(/##(?:vso|teamcity)?\[/i);
  });
});

// The order of json is that of the report.
test.each(outputs.filter(({ name }) => name !== 'json'))(
  '$name, variant $index: the same whatever order a run came to its results in',
  ({ write }) => {
    expect(write(turned(everything))).toBe(write(everything));
    expect(write(turned(gated))).toBe(write(gated));
  },
);

test.each(outputs.filter(({ name }) => name === 'terminal' || name === 'compact'))(
  '$name, variant $index: nobody else can write the gate line',
  ({ write }) => {
    const lines = write(hostile).split('\n');
    expect(lines.filter(line => line.startsWith('gate: ') && line.includes('all is well'))).toEqual([]);
    expect(lines.at(-2)).toMatch(
      /gate: fail-on=high (?:→|->) failed, let through \(exit 0\): no failure at or above high$/,
    );
  },
);

/** Fail, unknown, pass and not applicable of a format that lists all verdicts. */
const counted: Record<string, (report: Report) => readonly number[]> = {
  coverage: ({ coverage: { verdicts } }) => [
    verdicts.fail,
    verdicts.unknown,
    verdicts.pass,
    verdicts.notApplicable,
  ],
  compact: report => {
    const lines = reporters.compact(report, withOptions({ verdicts: 'all' })).split('\n');
    const of = (verdict: string): number =>
      lines.filter(line => new RegExp(`: \\w+ \\S+/\\S+ ${verdict} `).test(line)).length;
    return ['fail', 'unknown', 'pass', 'not-applicable'].map(of);
  },
  json: report => {
    const { results } = JSON.parse(reporters.json(report, withOptions({ verdicts: 'all' })));
    return countKeys(results, 'verdict', ['fail', 'unknown', 'pass', 'not-applicable']);
  },
  sarif: report => {
    const { runs } = JSON.parse(
      reporters.sarif(report, withOptions({ verdicts: 'all', sarifProfile: 'full' })),
    );
    return countKeys(runs[0].results, 'kind', [undefined, 'open', 'pass', 'notApplicable']);
  },
  'sarif for GitHub': report => {
    const { runs } = JSON.parse(reporters.sarif(report, withOptions({})));
    const { results, properties } = runs[0];
    const { fail, unknown, pass, notApplicable } = properties.coverage.verdicts;
    expect(fail).toBe(results.length + properties.leftOut.live + properties.leftOut.overLimit);
    expect(unknown).toBe(
      Object.values<number>(properties.unknownByCause).reduce((sum, count) => sum + count, 0),
    );
    return [fail, unknown, pass, notApplicable];
  },
  junit: report => {
    const suites = reporters.junit(report, withOptions({})).split('<testsuite ').slice(2);
    const rules = suites.filter(suite => !suite.includes('name="configured"'));
    const [tests = 0, failures = 0, errors = 0, skipped = 0] = ['tests', 'failures', 'errors', 'skipped'].map(
      name => rules.reduce((sum, suite) => sum + Number(new RegExp(`${name}="(\\d+)"`).exec(suite)?.[1]), 0),
    );
    return [failures, errors, tests - failures - errors - skipped, skipped];
  },
  csv: report =>
    countKeys(tableOf(reporters.csv(report, withOptions({ verdicts: 'all' }))), 'verdict', [
      'fail',
      'unknown',
      'pass',
      'not-applicable',
    ]),
  github: report => wordsIn(reporters.github(report, withOptions({}))),
  'gitlab-sast': report => wordsIn(reporters['gitlab-sast'](report, withOptions({}))),
  terminal: report => wordsIn(reporters.terminal(report, withOptions({}))),
  'compact summary': report => wordsIn(reporters.compact(report, withOptions({}))),
  'junit summary': report => wordsIn(reporters.junit(report, withOptions({}))),
  markdown: report => wordsIn(reporters.markdown(report, withOptions({}))),
};

test.each(Object.entries(counted))('the counts of %s agree with all others', (_, count) => {
  expect(count(everything)).toEqual([4, 2, 1, 1]);
  expect(count(hostile)).toEqual(Array.from({ length: 4 }, () => hostile.results.length / 4));
  expect(count(reportOf())).toEqual([0, 0, 0, 0]);
});

function countKeys(
  list: readonly Record<string, unknown>[],
  key: string,
  values: readonly unknown[],
): number[] {
  return values.map(value => list.filter(one => one[key] === value).length);
}

function wordsIn(text: string): number[] {
  const [, ...counts] =
    /(\d+) fail\b[^\n]*?(\d+) unknown\b[^\n]*?(\d+) pass\b[^\n]*?(\d+) not applicable/.exec(text) ?? [];
  return counts.map(Number);
}
