import { describe, expect, it } from 'vitest';

import type { World } from '../../../src/evaluate/language/runtime.ts';
import { evaluateText, plain } from './evaluate-text.ts';
import { U } from './sample-values.ts';
import { cases } from './unknown-cases.ts';
import { data } from './unknown-data.ts';

describe.each(cases)('%s', (_group, rows) => {
  it.each(rows)('%s', (text, expected) => {
    expect(plain(evaluateText(text, { r: data }))).toEqual(expected);
  });
});

it('says why something is unknown', () => {
  expect(evaluateText("r.u == 'x' && true", { r: data })).toEqual(U);
  expect(evaluateText("r.ref == 'x'", { r: data })).toMatchObject({
    chain: [{ what: 'Key.Arn is known only once it is deployed' }],
  });
  expect(evaluateText("unknown('no row')", {})).toEqual({
    kind: 'unknown',
    cause: 'out-of-view',
    chain: [{ what: 'no row' }],
  });
});

it('makes the choices of a world everywhere the same', () => {
  const second: World = { pick: () => 1, truth: () => true };
  const text = "r.choice == 'b' && r.maybe == 'a' && size(r.gone) == 2";
  expect(evaluateText(text, { r: data }, { world: second })).toBe(true);
});
