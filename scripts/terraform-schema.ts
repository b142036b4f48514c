import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { terraformTypes } from '../src/normalize/kinds/index.ts';

/**
 * The provider's schema of the Terraform types that the model knows, for the tests of their spellings: one line per type.
 * It is read from the bindings that `npm install --no-save @cdktn/provider-aws@25.7.0` puts under node_modules (481 MB, so
 * it is no dependency); another folder can be given as the argument.
 */
const folder = process.argv[2] ?? 'node_modules/@cdktn/provider-aws';
const target = 'test/normalize/terraform/provider-schema.json';

/** An attribute: its type and how it is set (`!` required, `=` by AWS alone); a block: what is in it. */
type Schema = string | { readonly [name: string]: Schema };

const sources = new Map(
  readdirSync(join(folder, 'lib'), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('data-'))
    .map(entry => [entry.name.replaceAll('-', ''), join(folder, 'lib', entry.name, 'index.js')]),
);

const lines = terraformTypes.toSorted().map(type => {
  const file = sources.get(type.replace(/^aws_/, '').replaceAll('_', ''));
  if (file === undefined) throw new Error(`${type} is not a resource of the provider in ${folder}.`);
  return `${JSON.stringify(type)}:${JSON.stringify(schemaOf(readFileSync(file, 'utf8')))}`;
});
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
process.stdout.write(`${target}: ${String(lines.length)} types\n`);

function schemaOf(source: string): Schema {
  const blocks = blocksOf(source);
  const read = (name: string, depth: number): Schema => {
    const block = blocks.get(name);
    if (!block || depth > 12) return {};
    const settable = block.attributes.map(({ attribute, type, inner }): [string, Schema] => [
      attribute,
      inner === undefined
        ? `${type}${block.required.has(attribute) ? '!' : ''}`
        : read(`${inner.charAt(0).toUpperCase()}${inner.slice(1)}`, depth + 1),
    ]);
    const computed = block.computed.map((attribute): [string, Schema] => [attribute, '=']);
    return Object.fromEntries([...settable, ...computed].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  return read('', 0);
}

interface Block {
  readonly attributes: readonly { attribute: string; type: string; inner: string | undefined }[];
  readonly required: ReadonlySet<string>;
  readonly computed: readonly string[];
}

/** The blocks of a resource by the name of their struct; the resource itself without a name. */
function blocksOf(source: string): ReadonlyMap<string, Block> {
  const classes = new Map(named(source, /^class (\w+) extends[^\n]*\n(.*?)^}/gms));
  const structs = named(source, /^function (\w+)ToHclTerraform\(.*?\n(.*?)^}/gms).map(
    ([name, body]): [string, Block] => {
      const struct = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return [struct, blockOf(body, classes.get(`${struct}OutputReference`) ?? '')];
    },
  );
  const resource = [...classes.values()].find(body => body.includes('synthesizeHclAttributes')) ?? '';
  const synthesis = /synthesizeHclAttributes\(\) \{(.*?)\n {4}\}/s.exec(resource)?.[1] ?? '';
  return new Map([...structs, ['', blockOf(synthesis, resource)]]);
}

function named(source: string, pattern: RegExp): [name: string, body: string][] {
  return [...source.matchAll(pattern)].map(([, name = '', body = '']) => [name, body]);
}

function blockOf(synthesis: string, flags: string): Block {
  const written =
    /^ +(\w+): \{\n +value: (.*),\n +isBlock: \w+,\n +type: "(\w+)",\n +storageClassType: "(\w+)",/gm;
  const attributes = [...synthesis.matchAll(written)].map(
    ([, attribute = '', value = '', , storage = '']) => {
      const inner = [...value.matchAll(/(\w+)ToHclTerraform/g)]
        .map(([, name = '']) => name)
        .find(name => !['string', 'number', 'boolean', 'any'].includes(name));
      return { attribute, type: storage, inner };
    },
  );
  const required = new Set<string>();
  const computed: string[] = [];
  for (const [, attribute = '', optional, needed] of flags.matchAll(
    /\/\/ (\w+) - computed: \w+, optional: (\w+), required: (\w+)/g,
  )) {
    if (needed === 'true') required.add(attribute);
    else if (optional === 'false') computed.push(attribute);
  }
  return { attributes, required, computed };
}
