import { assert, property, string, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';

import { lineHashes } from '../../src/model/fingerprint.ts';

const all = (text: string): (string | undefined)[] =>
  text.split(/\r\n|\r|\n/).map((_, index) => lineHashes(text)(index + 1));

// What github/codeql-action computes for these texts.
test.each([
  ['an empty file', '', ['c129715d7a2bc9a3:1']],
  [
    'spaces and tabs do not count',
    ' a\nb\n  \t\tc\n d',
    ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
  ],
])('%s', (_, text, hashes) => {
  expect(all(text)).toEqual(hashes);
});

test('a line break is one, however it is written', () => {
  const lines = ['Resources:', '  Agent:', '', '    Type: AWS::Bedrock::Agent', ''];
  const hashes = all(lines.join('\n'));
  expect(hashes).toHaveLength(5);
  expect(hashes[4]).toBe('c129715d7a2bc9a3:1');
  expect(all(lines.join('\r\n'))).toEqual(hashes);
  expect(all(lines.join('\r'))).toEqual(hashes);
});

test('lines with the same hash are numbered', () => {
  const hashes = all('Type: AWS::Bedrock::Agent  # a line of some length\n'.repeat(5));
  const [first] = String(hashes[0]).split(':');
  expect(hashes.slice(0, 3)).toEqual([`${first}:1`, `${first}:2`, `${first}:3`]);
  expect(new Set(hashes).size).toBe(6);
});

test.each([0, -1, 3, 1.5, Number.NaN])('no hash for line %d of two', line => {
  expect(lineHashes('a\nb')(line)).toBeUndefined();
});

test('agrees with the definition', () => {
  assert(property(string({ maxLength: 300, unit: 'binary' }), agrees));
  assert(property(stringMatching(/^[ab \t\r\n]{0,300}$/), agrees));
});

function agrees(text: string): void {
  expect(all(text)).toEqual(byDefinition(text));
}

/** The sum as it is written down, in whole numbers. */
function byDefinition(text: string): string[] {
  const counts = new Map<string, number>();
  const lines = `${text.replaceAll(/\r\n?/g, '\n').replaceAll(/[ \t]/g, '')}\uffff`.split('\n');
  return lines.map((_, index) => {
    const rest = lines.slice(index).join('\n');
    let sum = 0n;
    for (let at = 0; at < 100; at += 1) {
      sum += BigInt(at < rest.length ? rest.charCodeAt(at) : 0) * 37n ** BigInt(99 - at);
    }
    const hash = (sum % 2n ** 64n).toString(16);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    return `${hash}:${counts.get(hash)}`;
  });
}
