import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { reporters } from '../../src/report/index.ts';
import { piecesOf } from '../../src/report/pieces.ts';
import { jsonPieces } from '../../src/report/text/json-pieces.ts';
import { printableJson } from '../../src/report/text/printable.ts';
import { findingOf, reportOf, withOptions } from './sample.ts';

const streamed = ['json', 'csv', 'junit', 'sarif', 'compact'] as const;

/** The most characters that are made at once for a report of as many findings. */
function longestOf(format: (typeof streamed)[number], count: number): number {
  const results = Array.from({ length: count }, (_, number) =>
    findingOf({ property: `P${String(number).padStart(5, '0')}` }),
  );
  const pieces = [...piecesOf(reporters[format], reportOf({ results }), withOptions({}))];
  expect(pieces.length).toBeGreaterThan(count);
  return pieces.reduce((most, { length }) => Math.max(most, length), 0);
}

test.each(streamed)('%s: of many findings no more text is held at once than of a few', format => {
  // A count has more digits.
  expect(longestOf(format, 1000)).toBeLessThan(longestOf(format, 10) + 10);
});

test('JSON in pieces is the JSON of the whole, at each depth', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())),
      fc.nat({ max: 5 }),
      (value, levels) => {
        expect([...jsonPieces(value, levels)].join('')).toBe(printableJson(value, 1));
      },
    ),
  );
});

test('a member that does not apply is left out', () => {
  const value = { first: undefined, runs: [{ results: new Set([1, 2]), none: undefined }], last: undefined };
  const plain = { runs: [{ results: [1, 2] }] };
  expect([...jsonPieces(value, 4)].join('')).toBe(printableJson(plain, 1));
});
