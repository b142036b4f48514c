import type { Attribute } from '../../src/syntax/hcl/ast.ts';
import { parseHcl } from '../../src/syntax/hcl/parse-hcl.ts';
import { opaque, pickOf, truth } from './terraform-draft.ts';
import type { Draft } from './terraform-draft.ts';

/** A whole resource under a `count` or `for_each` that is not known, with what refers to it. */
export function openResource(text: string, draft: Draft): string {
  const { random } = draft;
  const blocks = parseHcl({ path: 'main.tf', text }).body.blocks.filter(
    ({ type, body }) => type === 'resource' && !body.attributes.some(isRepeated),
  );
  const block = pickOf(blocks, random);
  const [type = { text: '' }, name = { text: '' }] = block?.labels ?? [];
  if (!block) return text;
  const byCount = random.chance(0.5);
  const repetition = byCount
    ? `count = ${random.pick([() => `(${truth(draft)} ? 1 : 0)`, () => opaque(random.pick(['0', '1', '2']), draft)])()}`
    : `for_each = ${random.pick([
        () => `(${truth(draft)} ? toset(["a"]) : toset([]))`,
        () => `toset(${opaque(random.pick(['[]', '["a"]', '["a", "b"]', '["b"]']), draft)})`,
        () =>
          `(${truth(draft)} ? toset(["a"]) : toset(${opaque(random.pick(['["b"]', '[]', '["a"]']), draft)}))`,
        () => opaque(random.pick(['{}', '{ a = 1 }', '{ a = 1, b = 2 }']), draft),
      ])()}`;
  const index = byCount ? '[0]' : '["a"]';
  const address = `${type.text}.${name.text}`;
  const at = block.headerEnd + text.slice(block.headerEnd).indexOf('{') + 1;
  const counted = `${text.slice(0, at)}\n  ${repetition}\n${text.slice(at)}`;
  return counted.replaceAll(
    new RegExp(String.raw`(?<![\w.])${address.replace('.', String.raw`\.`)}\.(\w+)`, 'g'),
    (_, attribute: string) =>
      random.pick([
        `${address}${index}.${attribute}`,
        `try(${address}${index}.${attribute}, null)`,
        byCount ? `one(${address}[*].${attribute})` : `try(values(${address})[0].${attribute}, null)`,
        byCount ? `join("", ${address}[*].${attribute})` : `join("", [for x in ${address} : x.${attribute}])`,
      ]),
  );
}

const isRepeated = ({ name }: Attribute): boolean => name === 'count' || name === 'for_each';
