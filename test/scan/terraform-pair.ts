import type { SourceFile } from '../../src/model/source.ts';
import type { Block, Body, Expression, Placed } from '../../src/syntax/hcl/ast.ts';
import { parseHcl } from '../../src/syntax/hcl/parse-hcl.ts';
import type { Random } from '../evaluate/language/random.ts';
import { opaque, pickOf, truth } from './terraform-draft.ts';
import type { Draft, Pool } from './terraform-draft.ts';
import { constants, expressionsIn } from './terraform-expressions.ts';
import { openResource } from './terraform-repeat.ts';

/** One root module twice: with values that only the deployment knows, and with what they turn out to be. */
export interface TerraformPair {
  readonly before: readonly SourceFile[];
  readonly after: readonly SourceFile[];
}

export function poolOf(texts: readonly string[]): Pool {
  const pool = new Map<string, string[]>([['', ['null', '""', '[]', '{}']]]);
  for (const text of texts) {
    for (const { name, value } of constants(bodyOf(text))) {
      for (const key of [name, '']) pool.set(key, [...(pool.get(key) ?? []), sliceOf(text, value)]);
    }
  }
  return pool;
}

/** Opens a root module up in a few places, some of them inside of others. */
export function pairOf(text: string, random: Random, pool: Pool): TerraformPair {
  const draft: Draft = { random, pool, tokens: new Map(), declared: [], modules: [] };
  let opened = random.chance(0.4) ? openResource(text, draft) : text;
  for (let times = 1 + random.below(3); times > 0; times -= 1) opened = openOne(opened, draft);
  const side = (index: 0 | 1): readonly SourceFile[] => [
    {
      path: 'main.tf',
      text: [
        filled(opened, index, draft),
        ...draft.declared.map(both => filled(both[index], index, draft)),
      ].join('\n'),
    },
    ...draft.modules.map(([path, content]) => ({ path, text: content })),
  ];
  return { before: side(0), after: side(1) };
}

/** Tokens may stand in what stands for tokens. */
function filled(text: string, index: 0 | 1, draft: Pick<Draft, 'tokens'>): string {
  const next = text.replaceAll(/token_\d+/g, token => draft.tokens.get(token)?.[index] ?? token);
  return next === text ? text : filled(next, index, draft);
}

function bodyOf(text: string): Body {
  return parseHcl({ path: 'main.tf', text }).body;
}

const sliceOf = (text: string, { start, end }: Placed): string => text.slice(start, end);

const replaced = (text: string, { start, end }: Placed, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const openings: readonly ((text: string, name: string, draft: Draft) => string)[] = [
  (text, name, draft) => opaque(turnedOut(text, name, draft), draft),
  (text, name, draft) => opaque(turnedOut(text, name, draft), draft),
  (text, name, draft) => `(${truth(draft)} ? ${text} : ${another(name, draft)})`,
  (text, name, draft) => `(${truth(draft)} ? ${another(name, draft)} : ${text})`,
  (text, name, draft) =>
    `(${opaque(another(name, draft), draft)} == ${another(name, draft)} ? ${text} : ${another(name, draft)})`,
  (text, name, draft) => `try(${opaque(inObject(text, name, draft), draft)}.v, ${text})`,
  (text, name, draft) =>
    `try({ a = ${another(name, draft)} }[${opaque(draft.random.pick(['"a"', '"b"']), draft)}], ${text})`,
  (text, name, draft) =>
    `try([${another(name, draft)}][${opaque(draft.random.pick(['0', '1']), draft)}], ${text})`,
  (text, _, draft) =>
    `try([for x in ${opaque(draft.random.pick(['["a"]', '[]', '["b", "a"]']), draft)} : ${text}][0], null)`,
  (text, name, draft) => `lookup(${opaque(inObject(text, name, draft), draft)}, "v", ${text})`,
  (text, name, draft) =>
    `lookup({ a = ${another(name, draft)} }, ${opaque(draft.random.pick(['"a"', '"b"']), draft)}, ${text})`,
  (text, name, draft) => `coalesce(${opaque(turnedOut(text, name, draft), draft)}, ${text})`,
  (text, _, draft) => `one([for x in [1] : ${text} if ${truth(draft)}])`,
  (text, name, draft) =>
    `[${text}, ${another(name, draft)}][${opaque(draft.random.pick(['0', '1']), draft)}]`,
  (text, name, draft) =>
    `element([${text}, ${another(name, draft)}], ${opaque(draft.random.pick(['0', '1']), draft)})`,
  (text, name, draft) =>
    `{ a = ${text}, b = ${another(name, draft)} }[${opaque(draft.random.pick(['"a"', '"b"']), draft)}]`,
  (text, name, draft) =>
    `{ (${opaque(draft.random.pick(['"a"', '"b"']), draft)}) = ${another(name, draft)}, a = ${text} }["a"]`,
  (text, name, draft) =>
    `{ a = ${text}, (${opaque(draft.random.pick(['"a"', '"b"']), draft)}) = ${another(name, draft)} }["a"]`,
  (text, name, draft) => `merge({ v = ${text} }, ${opaque(inObject(text, name, draft), draft)})["v"]`,
  (text, name, draft) =>
    `sort([${text}, ${opaque(turnedOut(text, name, draft), draft)}])[${draft.random.below(2)}]`,
  (text, name, draft) => `tolist(toset([${text}, ${opaque(turnedOut(text, name, draft), draft)}]))[0]`,
  (text, name, draft) => `compact([${opaque(turnedOut(text, name, draft), draft)}, ${text}])[0]`,
  (text, name, draft) => `flatten([${opaque(turnedOut(text, name, draft), draft)}, ${text}])[0]`,
  (text, name, draft) =>
    `(can(${opaque(inObject(text, name, draft), draft)}.v) ? ${text} : ${another(name, draft)})`,
  (text, name, draft) =>
    `(contains(["a"], ${opaque(draft.random.pick(['"a"', '"b"']), draft)}) ? ${text} : ${another(name, draft)})`,
  (text, _, draft) =>
    `{ for x in [${opaque(draft.random.pick(['"a"', '"b"']), draft)}, "a"] : x => ${text}... }["a"][0]`,
];

const openingsOfObjects: typeof openings = [
  (text, name, draft) => `merge(${text}, ${opaque(inObject(text, name, draft, keyIn(text, draft)), draft)})`,
  (text, name, draft) => `merge(${opaque(inObject(text, name, draft, keyIn(text, draft)), draft)}, ${text})`,
  (text, _, draft) => `{ for k, v in ${text} : k => v if k != ${opaque(`"${keyIn(text, draft)}"`, draft)} }`,
  (text, _, draft) =>
    `{ for k, v in ${text} : (k == "${keyIn(text, draft)}" ? ${opaque(`"${keyIn(text, draft)}"`, draft)} : k) => v }`,
  (text, name, draft) =>
    text.replace(/\}$/, `\n (${opaque(`"${keyIn(text, draft)}"`, draft)}) = ${another(name, draft)}\n}`),
];

const openingsOfLists: typeof openings = [
  (text, name, draft) => `concat(${text}, ${opaque(`[${another(name, draft)}]`, draft)})`,
  (text, name, draft) => `concat(${opaque(`[${another(name, draft)}]`, draft)}, ${text})`,
  (text, _, draft) => `concat(${text}, ${opaque('[]', draft)})`,
  (text, name, draft) => `[for x in ${text} : x if x != ${opaque(another(name, draft), draft)}]`,
  (text, _, draft) => `[for x in ${text} : x if ${truth(draft)}]`,
  (text, _, draft) => `slice(${text}, 0, ${opaque(draft.random.pick(['0', '1']), draft)})`,
  (text, name, draft) => `distinct(concat(${text}, [${opaque(another(name, draft), draft)}]))`,
  (text, name, draft) => `setsubtract(${text}, [${opaque(another(name, draft), draft)}])`,
  (text, _, draft) =>
    `flatten([for x in ${opaque(draft.random.pick(['["a"]', '[]', '["a", "b"]']), draft)} : ${text}])`,
];

const openingsOfTexts: typeof openings = [
  (text, _, draft) => {
    const at = 1 + draft.random.below(text.length - 1);
    const to = at + draft.random.below(text.length - at);
    return /[\\$%]/.test(text)
      ? text
      : `"${text.slice(1, at)}\${${opaque(`"${text.slice(at, to)}"`, draft)}}${text.slice(to)}`;
  },
  (text, _, draft) => `format("%s%s", ${text}, ${opaque(draft.random.pick(['""', '"-x"', '"*"']), draft)})`,
  (text, _, draft) => `trimsuffix(${text}, ${opaque(draft.random.pick(['""', '"e"', '"*"']), draft)})`,
];

const shape = (text: string): string => /^[[{]/.exec(text)?.[0] ?? '';

/** Another constant, of the shape of what stands there: the provider would refuse any other. */
function another(name: string, { random, pool }: Draft, like = ''): string {
  const own = random.chance(0.6) ? pool.get(name) : undefined;
  const fitting = (own ?? pool.get('') ?? []).filter(text => like === '' || shape(text) === shape(like));
  return pickOf(fitting, random) ?? 'null';
}

const turnedOut = (text: string, name: string, draft: Draft): string =>
  draft.random.chance(0.4) ? text : another(name, draft, text);

const inObject = (text: string, name: string, draft: Draft, key = 'v'): string =>
  draft.random.pick([
    '{}',
    `{ ${key} = ${turnedOut(text, name, draft)} }`,
    `{ ${key} = null }`,
    `{ other = ${another(name, draft)} }`,
  ]);

const keyIn = (text: string, { random }: Draft): string => {
  const keys = [...text.matchAll(/^\s*"?(\w+)"?\s*=(?!=)/gm)].map(([, key = '']) => key);
  return pickOf(keys, random) ?? 'a';
};

/** Opens one expression or block. */
function openOne(text: string, draft: Draft): string {
  const { random } = draft;
  const body = bodyOf(text);
  const blocks = body.blocks.filter(({ type }) => type === 'resource' || type === 'data');
  const block = pickOf(blocks, random);
  if (!block) return text;
  if (random.chance(0.2)) return openBlock(text, block, draft);
  const found = expressionsIn(block.body);
  const spot = pickOf(found, random);
  return spot ? replaced(text, spot.expression, openExpression(spot, text, draft)) : text;
}

interface Spot {
  readonly name: string;
  readonly expression: Expression;
}

function openExpression({ name, expression }: Spot, text: string, draft: Draft): string {
  const own = sliceOf(text, expression);
  if (own.includes('<<')) return opaque(another(name, draft), draft);
  const special =
    expression.kind === 'object'
      ? openingsOfObjects
      : expression.kind === 'tuple'
        ? openingsOfLists
        : expression.kind === 'literal' && own.startsWith('"')
          ? openingsOfTexts
          : [];
  const ways = draft.random.chance(0.6) && special.length > 0 ? special : openings;
  return pickOf(ways, draft.random)?.(own, name, draft) ?? own;
}

const meta = new Set(['lifecycle', 'provisioner', 'connection', 'dynamic', 'content', 'validation']);

function nestedIn({ blocks }: Body): readonly Block[] {
  return blocks.filter(({ type }) => !meta.has(type)).flatMap(block => [block, ...nestedIn(block.body)]);
}

/** A nested block under a condition or a number that is not known; sometimes beside the block itself. */
function openBlock(text: string, { body }: Block, draft: Draft): string {
  const nested = pickOf(nestedIn(body), draft.random);
  if (!nested) return text;
  const content = text.slice(nested.headerEnd, nested.end);
  const forEach = draft.random.pick<() => string>([
    () => opaque(draft.random.pick(['[]', '["a"]', '["a", "b"]']), draft),
    () => `(${truth(draft)} ? ["a"] : [])`,
    () => `toset(${opaque(draft.random.pick(['[]', '["a"]']), draft)})`,
    () => `[for x in ["a"] : x if ${truth(draft)}]`,
  ])();
  const dynamic = `dynamic "${nested.type}" {\n for_each = ${forEach}\n content ${content}\n}`;
  return replaced(text, nested, draft.random.chance(0.7) ? dynamic : `${sliceOf(text, nested)}\n${dynamic}`);
}
