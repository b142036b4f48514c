import { expect, test } from 'vitest';

import { combine } from '../../src/evaluate/combine.ts';
import type { WorldView } from '../../src/evaluate/combine.ts';
import { observe, undecided } from '../../src/evaluate/observation.ts';
import { unknown } from '../../src/model/value.ts';

const lost = unknown('unresolved-value', [{ what: 'nobody says' }]);

/** A world with observations of these keys: `a+` passes, `a-` fails, `a?` is unknown, `a0` does not apply. */
const view = (...observations: readonly string[]): WorldView => ({
  picks: [{ what: 'parameter Size' }],
  observations: observations.map(written => {
    const spot = { point: undefined, part: written.charCodeAt(0) };
    if (written.endsWith('?')) return undecided(spot, lost);
    if (written.endsWith('0')) return observe(spot, 'not-applicable', '');
    return observe(spot, written.endsWith('+') ? 'pass' : 'fail', 'It is wrong.');
  }),
});

const signs = { pass: '+', fail: '-', unknown: '?', 'not-applicable': '0' };

test.each<[string, readonly WorldView[], string]>([
  ['one world', [view('a-', 'b+')], 'a- b+'],
  ['what all share', [view('a-', 'b+'), view('a-', 'b+')], 'a- b+'],
  ['what differs', [view('a-'), view('a+')], 'a?'],
  ['what fails in one and is not there in the other', [view('a-'), view('b+')], 'a? b+'],
  ['two of one key that fail in one world, and none in the other', [view('a-', 'a-'), view('b+')], 'a? b+'],
  ['what passes or does not apply', [view('a+'), view('a0')], 'a+'],
  ['what fails or does not apply', [view('a-'), view('a0')], 'a?'],
  ['what is unknown in one', [view('a+'), view('a?')], 'a?'],
  ['worlds that all fail, each elsewhere', [view('a-'), view('b-')], 'a-'],
  ['no world at all', [], ''],
])('combines %s', (_, views, expected) => {
  const shown = combine(views, true).map(({ part, verdict }) => String.fromCharCode(part) + signs[verdict]);
  expect(shown.join(' ')).toBe(expected);
});

test.each([
  ['pass', 'a+'],
  ['fail', 'a-'],
  ['not-applicable', 'a0'],
])('decides nothing when not all worlds were looked at: %s', (_, seen) => {
  const [only] = combine([view(seen), view(seen)], false);
  expect(only).toMatchObject({
    verdict: 'unknown',
    cause: 'unresolved-value',
    chain: [{ what: 'parameter Size' }, { what: 'there are more combinations than were looked at' }],
  });
});

test('what exists in none of the worlds that were looked at may exist in another one', () => {
  expect(combine([], false)).toMatchObject([{ verdict: 'unknown' }]);
});
