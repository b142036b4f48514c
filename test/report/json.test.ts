import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import { UsageError } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import { json } from '../../src/report/json.ts';
import { readResult } from '../../src/report/read-result.ts';
import { resultSchema } from '../../src/report/result-schema.ts';
import { everything } from './everything.ts';
import { gated } from './gated.ts';
import { hostile } from './hostile.ts';
import { findingOn, liveFinding, reportOf, withOptions } from './sample.ts';

const reports: [string, Report][] = [
  ['something of everything', everything],
  ['waivers, a baseline and a trusted commit', gated],
  ['nothing at all', reportOf({ rules: [], inputs: [] })],
  ['a live finding', reportOf({ results: [liveFinding()] })],
  ['hostile texts', hostile],
];

const write = (report: Report, verdicts: 'findings' | 'all' = 'all'): string =>
  json(report, withOptions({ verdicts }));

const read = (text: string): Report => readResult({ path: 'result.json', text });

test('the published schema is the one that results are held to', () => {
  expect(JSON.parse(readFileSync('schemas/result.schema.json', 'utf8'))).toEqual(resultSchema);
});

describe.each(reports)('of %s', (_, report) => {
  test.each(['findings', 'all'] as const)(
    '%s: obeys the schema, and the schema knows every key',
    verdicts => {
      const isResult = new Ajv({ allowUnionTypes: true }).compile(closed(resultSchema));
      isResult(JSON.parse(write(report, verdicts)));
      expect(isResult.errors).toBeNull();
    },
  );

  test('gives the report again', () => {
    expect(read(write(report))).toEqual(report);
    expect(write(read(write(report)))).toBe(write(report));
  });
});

test('leaves passes out unless asked, and counts them all the same', () => {
  const report = reportOf({ results: [findingOn('A', 3), findingOn('B', 20, { verdict: 'pass' })] });
  const findings = JSON.parse(write(report, 'findings'));
  expect(findings).toMatchObject({ verdicts: 'findings', coverage: { verdicts: { fail: 1, pass: 1 } } });
  expect(findings.results).toHaveLength(1);
  expect(JSON.parse(write(report))).toMatchObject({ verdicts: 'all', results: [{}, {}] });
});

test('never claims all verdicts of a result that was written without passes', () => {
  const report = reportOf({ results: [findingOn('B', 20, { verdict: 'pass' })] });
  const again = write(read(write(report, 'findings')), 'all');
  expect(JSON.parse(again)).toMatchObject({ verdicts: 'findings', coverage: { verdicts: { pass: 1 } } });
});

test('a byte-order mark in front is no mistake', () => {
  expect(read(`\u{feff}${write(everything)}`)).toEqual(everything);
});

const document = (): Record<string, unknown> => JSON.parse(write(everything));

test.each([
  ['no JSON', '{', 'cannot read result.json as JSON'],
  ['another JSON', '[]', 'not a result'],
  ['a later version', JSON.stringify({ ...document(), schemaVersion: '2' }), 'not a result'],
  ['a key left out', JSON.stringify({ ...document(), coverage: undefined }), 'not a result'],
  ['a verdict that is none', write(everything).replace('"verdict":"fail"', '"verdict":"ok"'), 'not a result'],
  ['results that were cut', JSON.stringify({ ...document(), results: [] }), 'counts 4 fail and lists 0'],
])('refuses %s', (_, text, message) => {
  expect(() => read(text)).toThrow(UsageError);
  expect(() => read(text)).toThrow(message);
});

test('says where the mistake is', () => {
  const text = write(everything).replace('"verdict":"fail"', '"verdict":"ok"');
  expect(() => read(text)).toThrow(
    expect.objectContaining({
      details: [
        '/results/0/verdict must be equal to one of the allowed values: ["fail","unknown","waived","pass","not-applicable"]',
      ],
    }),
  );
});

/** The schema with every object that has named properties closed, which the published one is not: keys may be added. */
function closed(schema: unknown): object {
  const text = JSON.stringify(schema, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'properties' in value && 'type' in value
      ? { ...value, additionalProperties: false }
      : value,
  );
  return JSON.parse(text);
}
