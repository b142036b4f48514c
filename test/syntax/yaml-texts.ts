import * as fc from 'fast-check';

import type { Plain } from './plain-value.ts';

/** A value and one way to write it in YAML, at an indent. Lines after the first begin with their indent. */
interface Written {
  readonly value: Plain;
  readonly write: (indent: string) => Text;
}

/** `inline` stands behind an indicator on its line, `below` on lines of its own. */
type Text = { readonly inline: string } | { readonly below: string };

/** Documents of the kind that templates are, in all the styles that the quick reader knows, with their value. */
export const writtenDocuments = (): fc.Arbitrary<{ value: Plain; text: string }> =>
  fc
    .letrec<{ node: Written; map: Written; list: Written; flow: Written }>(tie => ({
      node: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'node' },
        scalar(),
        tie('flow'),
        tie('map'),
        tie('list'),
      ),
      map: fc
        .array(fc.tuple(fc.constantFrom(...keys), comment(), tie('node')), { minLength: 1, maxLength: 4 })
        .map(blockMap),
      list: fc
        .array(fc.tuple(comment(), fc.boolean(), tie('node')), { minLength: 1, maxLength: 4 })
        .map(blockList),
      flow: fc.oneof(
        { maxDepth: 2, depthIdentifier: 'flow' },
        flowScalar(),
        fc.array(tie('flow'), { maxLength: 3 }).map(flowList),
        fc.array(fc.tuple(fc.constantFrom(...keys), tie('flow')), { maxLength: 3 }).map(flowMap),
      ),
    }))
    .map.map(({ value, write }) => {
      const text = write('');
      return { value, text: `${'below' in text ? text.below : text.inline}\n` };
    });

const keys = ['Type', 'a b', '"c: d"', "'e'", 'f-1', 'http://x', 'Fn::If'];

const keyValue = (key: string): string => key.replaceAll(/["']/g, '');

const comment = (): fc.Arbitrary<string> => fc.constantFrom('', '', '', ' ', '  # c: [', '\n\n', '\n  # d');

const words = [
  'x',
  'a b',
  'AWS::S3::Bucket',
  '012',
  '2012-10-17',
  '8.1',
  'true',
  'on',
  '~',
  '-1',
  "it's",
  '${A}/b#c',
  'é😀',
];

function flowScalar(): fc.Arbitrary<Written> {
  return fc.constantFrom(...words.filter(word => !/[{}]/.test(word)).map(plain), ...quoted);
}

function scalar(): fc.Arbitrary<Written> {
  return fc.oneof(fc.constantFrom(...words.map(plain), ...quoted, empty, foldedPlain), block());
}

const plain = (word: string): Written => ({ value: valueOfWord(word), write: () => ({ inline: word }) });

function valueOfWord(word: string): Plain {
  if (word === '~') return null;
  if (word === 'true' || word === 'on') return true;
  return word === '8.1' || word === '-1' ? Number(word) : word;
}

const quoted: readonly Written[] = [
  { value: 'a: "b"\t#', write: () => ({ inline: '"a: \\"b\\"\\t#"' }) },
  { value: "it's [x]", write: () => ({ inline: "'it''s [x]'" }) },
  { value: 'a b\nc', write: indent => ({ inline: `"a\n${indent}  b\n\n${indent} c"` }) },
  { value: '', write: () => ({ inline: '""' }) },
];

const empty: Written = { value: null, write: () => ({ inline: '' }) };

const foldedPlain: Written = {
  value: 'a b\nc',
  write: indent => ({ inline: `a\n${indent}  b\n\n${indent} c` }),
};

function block(): fc.Arbitrary<Written> {
  const line = fc.constantFrom('', 'a', 'b: c', '# d', '- e', '  f', '"g', '\th');
  return fc
    .tuple(
      fc.constantFrom('|', '|-', '|+'),
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(1, 2, 4),
    )
    .map(([header, lines, depth]) => ({
      value: blockValue(header, ['x', ...lines]),
      write: blockText(header, lines, depth),
    }));
}

function blockText(header: string, lines: readonly string[], depth: number): Written['write'] {
  return indent => {
    const content = ['x', ...lines].map(line => (line === '' ? '' : indent + ' '.repeat(depth) + line));
    return { inline: `${header}\n${content.join('\n')}` };
  };
}

function blockValue(header: string, lines: readonly string[]): string {
  const text = `${lines.join('\n')}\n`;
  if (header === '|+') return text;
  const stripped = text.replace(/\n+$/, '');
  return header === '|-' ? stripped : `${stripped}\n`;
}

function blockMap(entries: readonly (readonly [string, string, Written])[]): Written {
  return {
    value: Object.fromEntries(entries.map(([key, , node]) => [keyValue(key), node.value])),
    write: indent => ({
      below: entries.map(([key, after, node]) => `${indent}${key}:${behind(node, indent, after)}`).join('\n'),
    }),
  };
}

function blockList(items: readonly (readonly [string, boolean, Written])[]): Written {
  return {
    value: items.map(([, , node]) => node.value),
    write: indent => ({
      below: items
        .map(
          ([after, compact, node]) =>
            `${indent}-${compact ? beside(node, indent) : behind(node, indent, after)}`,
        )
        .join('\n'),
    }),
  };
}

/** Behind an indicator: on its line, or below it when it is a block. */
function behind(node: Written, indent: string, after: string): string {
  const deeper = `${indent}  `;
  const text = node.write('below' in node.write('') ? deeper : indent);
  if ('below' in text) return `${after}\n${text.below}`;
  return text.inline === '' ? '' : ` ${text.inline}`;
}

/** A block that begins on the line of its dash. */
function beside(node: Written, indent: string): string {
  const text = node.write('below' in node.write('') ? `${indent}  ` : indent);
  return 'below' in text ? ` ${text.below.trimStart()}` : ` ${text.inline}`;
}

function flowList(items: readonly Written[]): Written {
  return {
    value: items.map(item => item.value),
    write: indent => ({ inline: `[${items.map(item => inlineOf(item, indent)).join(', ')}]` }),
  };
}

function flowMap(entries: readonly (readonly [string, Written])[]): Written {
  return {
    value: Object.fromEntries(entries.map(([key, node]) => [keyValue(key), node.value])),
    write: indent => ({
      inline: `{ ${entries.map(([key, node]) => `${key}: ${inlineOf(node, indent)}`).join(`,\n${indent}  `)} }`,
    }),
  };
}

function inlineOf(node: Written, indent: string): string {
  const text = node.write(indent);
  return 'inline' in text ? text.inline : text.below;
}
