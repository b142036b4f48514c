import { describe, expect, test } from 'vitest';

import { displayFor } from '../../src/cli/display.ts';

const terminal = { write: () => undefined, isTTY: true, columns: 120 };
const pipe = { write: () => undefined, isTTY: false, columns: undefined };

describe('colours', () => {
  test.each([
    [terminal, {}, {}, true],
    [pipe, {}, {}, false],
    [pipe, { color: 'always' }, { NO_COLOR: '1' }, true],
    [terminal, { color: 'never' }, { FORCE_COLOR: '1' }, false],
    [terminal, { color: 'auto' }, {}, true],
    [terminal, {}, { NO_COLOR: '1' }, false],
    [terminal, {}, { NO_COLOR: '' }, true],
    [pipe, {}, { FORCE_COLOR: '1' }, true],
    [terminal, {}, { FORCE_COLOR: '0' }, false],
    [pipe, {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [terminal, {}, { CLICOLOR: '0' }, false],
    [pipe, {}, { CLICOLOR_FORCE: '1' }, true],
    [pipe, {}, { CLICOLOR_FORCE: '0' }, false],
    [terminal, {}, { TERM: 'dumb' }, false],
  ])('%o %j %j: %s', (sink, options, env, expected) => {
    expect(displayFor(sink, options, env).color).toBe(expected);
  });
});

describe('width', () => {
  test.each([
    [terminal, {}, 120],
    [terminal, { width: '80' }, 80],
    [pipe, {}, Infinity],
    [pipe, { width: '80' }, 80],
  ])('%o %j: %s', (sink, options, expected) => {
    expect(displayFor(sink, options, {}).width).toBe(expected);
  });
});

describe('ASCII', () => {
  test.each([
    [{}, {}, false],
    [{ ascii: true }, { LANG: 'en_US.UTF-8' }, true],
    [{}, { LANG: 'en_US.UTF-8' }, false],
    [{}, { LANG: 'C' }, true],
    [{}, { LANG: 'C', LC_ALL: 'C.utf8' }, false],
    [{}, { LANG: 'en_US.UTF-8', LC_CTYPE: 'de_DE.ISO-8859-1' }, true],
  ])('%j %j: %s', (options, env, expected) => {
    expect(displayFor(pipe, options, env).ascii).toBe(expected);
  });
});
