import { expect, test } from 'vitest';

import type { Case } from '../../src/model/case.ts';
import { testRules } from '../../src/scan/test-rules.ts';
import type { Entry, MapNode, Node } from '../../src/syntax/node.ts';
import { loadCatalogue } from './catalogue.ts';

/*
 * A property of which the name is misspelt is not left out: what fails with the right name does not pass with a wrong one.
 */

const { rules, types, facts } = await loadCatalogue();

/** The tree with one name of a property misspelt, for each of them. */
function misspelt(node: Node): readonly { readonly name: string; readonly tree: Node }[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list')
    return node.items.flatMap((item, index) =>
      misspelt(item).map(({ name, tree }) => ({
        name,
        tree: { ...node, items: node.items.with(index, tree) },
      })),
    );
  return node.entries.flatMap((entry, index) => {
    const replaced = (other: Entry): Node => ({ ...node, entries: node.entries.with(index, other) });
    const deeper = misspelt(entry.value).map(({ name, tree }) => ({
      name: `${entry.key}.${name}`,
      tree: replaced({ ...entry, value: tree }),
    }));
    if (!isName.test(entry.key)) return deeper;
    const key = entry.key + entry.key.slice(-1);
    return [{ name: key, tree: replaced({ ...entry, key }) }, ...deeper];
  });
}

const isName = /^[A-Z][A-Za-z0-9]{3,}$/;

/** The cases of a rule that fail, with one name of one property misspelt. */
function misspeltCases(one: Case<Node>): readonly Case<Node>[] {
  const { input } = one;
  if (one.expect !== 'fail') return [];
  const { messages: _, properties: __, leftOut: ___, ...plain } = one;
  if (input.kind === 'terraform')
    return misspeltArguments(input.text).map(({ name, text }) => ({
      ...plain,
      name: `${one.name}: ${name}`,
      input: { ...input, text, source: { path: 'main.tf', text } },
    }));
  if (input.kind === 'graph') return [];
  return within(input.tree, ['Resources', undefined, 'Properties']).map(({ name, tree }) => ({
    ...plain,
    name: `${one.name}: ${name}`,
    input: { ...input, tree },
  }));
}

/** The text with one argument or block of a resource misspelt, for each of them. */
function misspeltArguments(text: string): readonly { readonly name: string; readonly text: string }[] {
  return [...text.matchAll(/^resource [^]*?^\}/gm)].flatMap(block =>
    [...block[0].matchAll(/^ +([a-z]\w{3,})(?= *=| *\{)/gm)].flatMap(match => {
      const [all, name = ''] = match;
      if (metaArguments.has(name)) return [];
      const end = block.index + match.index + all.length;
      return [{ name, text: text.slice(0, end) + name.slice(-1) + text.slice(end) }];
    }),
  );
}

const metaArguments = new Set([
  'content',
  'count',
  'depends_on',
  'dynamic',
  'for_each',
  'lifecycle',
  'provider',
]);

function within(node: Node, [step, ...steps]: readonly (string | undefined)[]): ReturnType<typeof misspelt> {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap((entry, index) => {
    if (step !== undefined && entry.key !== step) return [];
    // What a custom resource is given, nobody but its maker knows.
    if (step === 'Properties' && isCustom(node)) return [];
    const inner = steps.length > 0 ? within(entry.value, steps) : misspelt(entry.value);
    return inner.map(({ name, tree }) => ({
      name: `${entry.key}.${name}`,
      tree: { ...node, entries: node.entries.with(index, { ...entry, value: tree }) },
    }));
  });
}

const isCustom = (node: MapNode): boolean =>
  /^(?:Custom::|AWS::CloudFormation::CustomResource)/.test(String(scalarOf(node, 'Type')));

const scalarOf = ({ entries }: MapNode, key: string): unknown => {
  const value = entries.find(entry => entry.key === key)?.value;
  return value?.kind === 'scalar' ? value.value : undefined;
};

test('what fails does not pass when the name of a property is misspelt', async () => {
  const mutants = rules.map(({ rule, cases }) => ({ rule, cases: cases.flatMap(misspeltCases) }));
  const results = await testRules({ rules: mutants, types, facts });
  expect(results.length).toBeGreaterThan(1000);
  const green = results.filter(({ actual }) => actual !== 'fail' && actual !== 'unknown');
  expect(green.map(({ rule, case: name, actual }) => `${rule} ${actual}: ${name}`)).toEqual([]);
}, 120_000);
