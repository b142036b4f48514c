import { expect, test } from 'vitest';

import { closest, didYouMean } from '../../src/catalog/closest.ts';

const commands = ['scan', 'explain', 'rules', 'init'];

test.each([
  ['scna', 'scan'],
  ['SCAN', 'scan'],
  ['explian', 'explain'],
  ['rule', 'rules'],
  ['int', 'init'],
  ['deploy', undefined],
  ['', undefined],
])('%s is closest to %s', (word, expected) => {
  expect(closest(word, commands)).toBe(expected);
});

test('of two that are near, the nearer one', () => {
  expect(closest('failOn', ['failOnly', 'failOnn'])).toBe('failOnn');
});

test('says it as a question, or what else there is', () => {
  expect(didYouMean('rule', commands)).toBe('did you mean rules?');
  expect(didYouMean('deploy', commands, 'see help')).toBe('see help');
});
