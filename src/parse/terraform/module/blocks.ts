import type { SourceFile } from '../../../model/source.ts';
import type { Unknown } from '../../../model/value.ts';
import type { Block, Body } from '../../../syntax/hcl/ast.ts';
import { elementsOf } from '../expressions/elements.ts';
import { spanOf, within, type Scope } from '../expressions/scope.ts';
import { typeOfNested, type ItemBlock } from '../source/item.ts';
import { spread } from '../terms/spread.ts';
import { isNull, object, tuple, type DictTerm, type ListTerm, type Term } from '../terms/term.ts';
import { lost, lostIn } from '../terms/unknown.ts';
import { settle } from './settle.ts';

/** The types of the nested blocks, in the order of the text. */
export const blockTypes = (blocks: readonly Pick<ItemBlock, 'block'>[]): readonly string[] => [
  ...new Set(blocks.map(({ block }) => typeOfNested(block))),
];

/** All blocks of a type, the dynamic ones with what they make; open when it is not known what that is. */
export function blocksOf(
  blocks: readonly ItemBlock[],
  type: string,
  scopeIn: (file: SourceFile) => Scope,
): Term {
  const parts = blocks
    .filter(({ block }) => typeOfNested(block) === type)
    .map(({ block, file }) => partOf(block, scopeIn(file)));
  const [first] = parts;
  const at = first?.at ?? { kind: 'span', file: { path: '', text: '' }, start: 0, end: 0 };
  return parts.length === 1 && first ? first : spread(parts, at, lists => ({ ...joined(lists), at }));
}

function joined(parts: readonly Term[]): ListTerm {
  const lists = parts.filter(part => part.kind === 'list');
  const rest = lists.find(list => list.rest)?.rest ?? parts.find(part => part.kind === 'unknown');
  return { ...tuple(lists.flatMap(({ items }) => items)), ...(rest && { rest }) };
}

function partOf(block: Block, scope: Scope): Term {
  const at = spanOf(scope, block);
  if (block.type !== 'dynamic')
    return tuple([contentOf(block.body, scope, spanOf(scope, header(block)))], at);
  const forEach = block.body.attributes.find(({ name }) => name === 'for_each');
  const content = block.body.blocks.find(({ type }) => type === 'content');
  if (!forEach || !content) return { ...tuple([], at), rest: lost('a dynamic block without content', at) };
  const collection = settle(
    () => scope.machine.evaluate(forEach.value, scope),
    spanOf(scope, forEach),
    scope.machine,
  );
  return spread([collection], at, ([world]) => expanded(world, { block, content, scope }));
}

const header = ({ start, headerEnd }: Block): { start: number; end: number } => ({ start, end: headerEnd });

/** What a nested block costs beside its expressions. */
const stepsOfBlock = 20;

interface Dynamic {
  readonly block: Block;
  readonly content: Block;
  readonly scope: Scope;
}

function expanded(world: Term | undefined, { block, content, scope }: Dynamic): ListTerm {
  const at = spanOf(scope, block);
  if (!world || isNull(world)) return tuple([], at);
  const { list, rest } = elementsOf(world, at);
  const iterator = block.body.attributes.find(({ name }) => name === 'iterator')?.value;
  const name = iterator?.kind === 'variable' ? iterator.name : typeOfNested(block);
  const { budget } = scope.machine;
  if (list.length > budget.steps)
    return { ...tuple([], at), rest: lost('there is too much to work out', at) };
  budget.steps -= list.length * stepsOfBlock;
  const items = list.map(({ key, value }) => {
    const element = object(
      new Map([
        ['key', key],
        ['value', value],
      ]),
      at,
    );
    return contentOf(content.body, within(scope, { [name]: element }), spanOf(scope, header(block)));
  });
  const open: Unknown | undefined = rest && lostIn(`dynamic ${typeOfNested(block)}`, rest, at);
  return { ...tuple(items, at), ...(open && { rest: open }) };
}

/** The attributes and blocks of a nested block. */
function contentOf(body: Body, scope: Scope, at: NonNullable<Term['at']>): DictTerm {
  const entries = new Map<string, Term>();
  for (const attribute of body.attributes) {
    const place = spanOf(scope, attribute);
    entries.set(attribute.name, {
      ...settle(() => scope.machine.evaluate(attribute.value, scope), place, scope.machine),
      at: place,
    });
  }
  const blocks = body.blocks.map(block => ({ block, file: scope.file }));
  for (const type of blockTypes(blocks))
    entries.set(
      type,
      blocksOf(blocks, type, () => scope),
    );
  return object(entries, at);
}
