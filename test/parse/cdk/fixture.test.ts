import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { regionOf } from '../../../src/model/source.ts';
import { readAssembly } from '../../../src/parse/cdk/assembly.ts';
import { textReader } from '../../../src/scan/inputs/reader.ts';
import { place, stacksOf } from './memory.ts';

const folder = 'fixtures/cdk/support-agent';
const assembly = await readAssembly('cdk.out', textReader(folder));
const stacks = stacksOf(assembly);
const declarations = stacks.flatMap(stack => stack.declarations);

test('every construct is found where its source says that it is made', () => {
  const found = new Map<string, Set<string>>();
  for (const { construct = '', at } of declarations) {
    const line = `${at.file.path}:${regionOf(at).line}`;
    found.set(
      line,
      (found.get(line) ?? new Set()).add(construct.replace(/^(?:Prod\/)?(?:Support|Network)\//, '')),
    );
  }
  expect(Object.fromEntries([...found].map(([line, paths]) => [line, [...paths].toSorted()]))).toEqual(
    expectations(),
  );
});

/** The `// makes:` comments: the line that follows them → construct paths. */
function expectations(): Record<string, string[]> {
  const expected: Record<string, string[]> = {};
  for (const path of globSync('lib/**/*.ts', { cwd: folder })) {
    let pending: string[] = [];
    for (const [index, line] of readFileSync(`${folder}/${path}`, 'utf8').split('\n').entries()) {
      const [, makes] = /\/\/ makes: (.*)$/.exec(line) ?? [];
      if (makes) pending.push(...makes.split(' '));
      else if (pending.length > 0) [expected[`${path}:${index + 1}`], pending] = [pending.toSorted(), []];
    }
  }
  return expected;
}

test('the place in the source is exact, and the place in the template stays known', () => {
  const agent = declarations.find(({ construct }) => construct === 'Support/Agent/Resource');
  expect(agent && place(agent.at)).toBe('lib/constructs/support-agent.ts:33:19');
  expect(agent?.at.file.text.slice(agent.at.start, agent.at.end)).toBe(
    "new bedrock.CfnAgent(this, 'Resource', {",
  );
  expect(agent?.generated && agent.generated.file.path).toBe('cdk.out/Support.template.json');
  expect(agent?.generated?.file.text.slice(agent.generated.start).startsWith('"Agent255F68E9": {')).toBe(
    true,
  );
});

test('stacks have the names and places of the manifest, and what it does not say stays unknown', () => {
  expect(stacks.map(({ key, name, account, region }) => [key, name, account, region])).toEqual([
    [
      'cdk.out/Network.template.json',
      'Network',
      expect.objectContaining({ kind: 'known', value: '111122223333' }),
      expect.objectContaining({ kind: 'known', value: 'eu-central-1' }),
    ],
    [
      'cdk.out/Support.template.json',
      'support-dev',
      expect.objectContaining({ kind: 'known', value: '111122223333' }),
      expect.objectContaining({ kind: 'known', value: 'eu-central-1' }),
    ],
    [
      'cdk.out/assembly-Prod/ProdSupportCCDAAAE5.template.json',
      'Prod-Support',
      expect.objectContaining({ kind: 'unknown', cause: 'unresolved-value' }),
      expect.objectContaining({ kind: 'unknown', cause: 'unresolved-value' }),
    ],
  ]);
  expect(stacks[1]?.tags?.entries.get('team')).toMatchObject({ kind: 'known', value: 'support-ai' });
});

test('nested stacks are in view, in the stack that nests them', () => {
  expect(stacks.flatMap(({ openings }) => openings)).toEqual([]);
  const nested = declarations.filter(({ type }) => type === 'Custom::AWS');
  const stack = 'LoggingNestedStackLoggingNestedStackResourceBF8F7D28';
  expect(nested.map(({ key }) => key)).toEqual([
    `cdk.out/Support.template.json#${stack}/Configuration6A36F2CE`,
    `cdk.out/assembly-Prod/ProdSupportCCDAAAE5.template.json#${stack}/Configuration6A36F2CE`,
  ]);
  expect(assembly.problems).toEqual([]);
  expect(assembly.inputs.map(({ status, path }) => `${status} ${path}`)).toEqual([
    'parsed cdk.out/Network.template.json',
    'parsed cdk.out/Support.template.json',
    'parsed cdk.out/SupportLoggingB1BF374F.nested.template.json',
    'parsed cdk.out/assembly-Prod/ProdSupportCCDAAAE5.template.json',
    'parsed cdk.out/assembly-Prod/ProdSupportLoggingEAFB1B43.nested.template.json',
    'parsed cdk.out/assembly-Prod/manifest.json',
    'parsed cdk.out/manifest.json',
  ]);
});
