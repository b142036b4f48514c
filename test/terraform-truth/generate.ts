import type { SourceFile } from '../../src/model/source.ts';

/** Types of the expressions that are made; `objects` are lists of `{ name, size, on }`. */
type Kind = 'text' | 'number' | 'truth' | 'texts' | 'map' | 'objects';

const kinds: readonly Kind[] = ['text', 'number', 'truth', 'texts', 'map', 'objects'];

const types: Readonly<Record<Kind, string>> = {
  text: 'string',
  number: 'number',
  truth: 'bool',
  texts: 'list(string)',
  map: 'map(string)',
  objects: 'list(object({ name = string, size = optional(number, 3), on = optional(bool) }))',
};

/** A root module that calls `count` modules, each with variables, locals, resources, blocks and modules of its own. */
export function generateRoot(seed: number, count: number): readonly SourceFile[] {
  const random = randomFrom(seed);
  const made = Array.from({ length: count }, (_, index) => generateModule(`m${index}`, random, 2));
  const calls = made.map(({ name, call }) => `module "${name}" {\n  source = "./${name}"\n${call}}\n`);
  const provider = 'provider "aws" {\n  region = "eu-west-1"\n}\n';
  return [{ path: 'main.tf', text: provider + calls.join('\n') }, ...made.flatMap(({ files }) => files)];
}

interface Random {
  readonly below: (limit: number) => number;
  readonly pick: <const T>(items: readonly [T, ...T[]]) => T;
}

/** Mulberry32: the same numbers for the same seed everywhere. */
function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: items => items[below(items.length)] ?? items[0] };
}

interface Made {
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** The arguments of a call. */
  readonly call: string;
}

/** What expressions may use, by type. */
interface Names {
  readonly random: Random;
  readonly known: ReadonlyMap<Kind, readonly string[]>;
}

function generateModule(folder: string, random: Random, depth: number): Made {
  const draft: Draft = { random, known: new Map(kinds.map(kind => [kind, []])), lines: [], call: [] };
  for (const kind of kinds) addVariable(kind, draft);
  for (let index = 0; index < 5; index += 1) addLocal(index, draft);
  const inner =
    depth > 0 && random.below(2) === 0 ? generateModule(`${folder}/inner`, random, depth - 1) : undefined;
  if (inner) addModule(inner, draft);
  const { lines, call } = draft;
  const arns: string[] = [];
  for (let index = 0; index < 4; index += 1) lines.push(...resource(index, draft, arns));
  for (const kind of ['text', 'map'] as const)
    lines.push(`output "out_${kind}" {`, `  value = ${expression(kind, 2, draft)}`, '}');
  const files = [{ path: `${folder}/main.tf`, text: `${lines.join('\n')}\n` }, ...(inner?.files ?? [])];
  return { name: folder, files, call: call.map(line => `${line}\n`).join('') };
}

interface Draft extends Names {
  readonly known: ReadonlyMap<Kind, string[]>;
  readonly lines: string[];
  readonly call: string[];
}

function addVariable(kind: Kind, { random, known, lines, call }: Draft): void {
  lines.push(`variable "v_${kind}" {`, `  type = ${types[kind]}`);
  if (random.below(2) === 0) lines.push(`  default = ${literal(kind, random)}`);
  else call.push(`  v_${kind} = ${expression(kind, random.below(3), { random, known: new Map() })}`);
  lines.push('}');
  known.get(kind)?.push(`var.v_${kind}`);
}

function addLocal(index: number, draft: Draft): void {
  const kind = draft.random.pick(['text', 'number', 'truth', 'texts', 'map', 'objects']);
  draft.lines.push('locals {', `  l${index} = ${expression(kind, 3, draft)}`, '}');
  draft.known.get(kind)?.push(`local.l${index}`);
}

function addModule(inner: Made, { random, known, lines }: Draft): void {
  lines.push('module "inner" {', '  source = "./inner"', inner.call.trimEnd());
  if (random.below(2) === 0) lines.push(`  count = ${random.below(3)}`);
  else {
    known.get('text')?.push('module.inner.out_text');
    known.get('map')?.push('module.inner.out_map');
  }
  lines.push('}');
}

/** A resource; its attributes may read what earlier ones are given when they are made, its number of instances may not. */
function resource(index: number, names: Names, made: string[]): readonly string[] {
  const { random, known } = names;
  const shape = random.pick(['plain', 'count', 'each', 'set', 'plain']);
  const keys = {
    plain: [],
    count: ['"n${count.index}"'],
    each: ['each.key', 'each.value'],
    set: ['each.key'],
  };
  const texts = [...(known.get('text') ?? []), ...keys[shape], ...made];
  const inner: Names = { random, known: new Map([...known, ['text', texts]]) };
  const lines = [`resource "aws_thing" "r${index}" {`];
  if (shape === 'count') lines.push(`  count = min(3, max(0, floor(${expression('number', 2, names)})))`);
  if (shape === 'each') lines.push(`  for_each = ${expression('map', 2, names)}`);
  if (shape === 'set') lines.push(`  for_each = toset(${expression('texts', 2, names)})`);
  for (const kind of kinds) lines.push(`  a_${kind} = ${expression(kind, 3, inner)}`);
  lines.push(...block(inner), ...dynamic(inner), '}');
  if (shape === 'plain') made.push(`aws_thing.r${index}.arn`);
  return lines;
}

function block(names: Names): readonly string[] {
  if (names.random.below(2) === 0) return [];
  return [
    '  fixed {',
    `    b_text = ${expression('text', 2, names)}`,
    '    deep {',
    `      c = ${expression('number', 1, names)}`,
    '    }',
    '  }',
  ];
}

function dynamic(names: Names): readonly string[] {
  const { random, known } = names;
  const iterator = random.below(2) === 0 ? 'each_one' : 'moving';
  const inner: Names = {
    random,
    known: new Map([
      ...known,
      ['text', [...(known.get('text') ?? []), `${iterator}.value.name`]],
      ['number', [...(known.get('number') ?? []), `${iterator}.value.size`]],
    ]),
  };
  return [
    '  dynamic "moving" {',
    `    for_each = ${expression('objects', 2, names)}`,
    ...(iterator === 'moving' ? [] : [`    iterator = ${iterator}`]),
    '    content {',
    `      d_text = ${expression('text', 2, inner)}`,
    `      d_number = ${expression('number', 1, inner)}`,
    '    }',
    '  }',
  ];
}

const words = ['alpha', 'Beta', 'gamma-1', 'delta_2', 'eu-west-1', 'x', '', 'AES256', '10', 'true'] as const;

function literal(kind: Kind, random: Random): string {
  const word = (): string => JSON.stringify(random.pick(words));
  const some = (make: () => string): string => Array.from({ length: random.below(4) }, make).join(', ');
  switch (kind) {
    case 'text':
      return word();
    case 'number':
      return String(random.below(40) - 5);
    case 'truth':
      return random.below(2) === 0 ? 'true' : 'false';
    case 'texts':
      return `[${some(word)}]`;
    case 'map':
      return `{ ${some(() => `${random.pick(['a', 'b', 'c', 'd', 'e'])}${random.below(90)} = ${word()}`)} }`;
    case 'objects':
      return `[${some(() => `{ name = ${word()}, size = ${random.below(9)}, on = ${random.pick(['true', 'false'])} }`)}]`;
  }
}

function expression(kind: Kind, depth: number, names: Names): string {
  const { random, known } = names;
  const own = known.get(kind) ?? [];
  const [first, ...others] = own;
  if (first !== undefined && random.below(3) === 0) return random.pick([first, ...others]);
  if (depth <= 0) return literal(kind, random);
  return random.pick(forms[kind])((of, less = 1) => expression(of, depth - less, names), random);
}

type Form = (make: (kind: Kind, less?: number) => string, random: Random) => string;

const conditional =
  (kind: Kind): Form =>
  make =>
    `(${make('truth')} ? ${make(kind)} : ${make(kind)})`;

/** An expression that a literal of the type may stand for when it fails. */
const tried =
  (kind: Kind, form: Form): Form =>
  (make, random) =>
    `try(${form(make, random)}, ${literal(kind, random)})`;

const forms: Readonly<Record<Kind, readonly [Form, ...Form[]]>> = {
  text: [
    make => `"<\${${make('text')}}-\${${make('number')}}>"`,
    make => `upper(${make('text')})`,
    make => `lower(trimspace(${make('text')}))`,
    make => `replace(${make('text')}, "a", ${make('text')})`,
    make => `join("-", ${make('texts')})`,
    make => `format("%s/%d", ${make('text')}, floor(${make('number')}))`,
    make => `jsonencode(${make('objects')})`,
    make => `jsonencode({ m = ${make('map')}, t = ${make('truth')} })`,
    make => `lookup(${make('map')}, "a1", ${make('text')})`,
    make => `coalesce(${make('text')}, "fallback")`,
    make => `substr(sha256(${make('text')}), 0, 8)`,
    make => `"%{ for x in ${make('texts')} }[\${x}]%{ endfor }%{ if ${make('truth')} }!%{ endif }"`,
    tried('text', make => `${make('texts')}[0]`),
    tried('text', make => `element(${make('texts')}, abs(floor(${make('number')})))`),
    tried('text', make => `coalesce(one(${make('objects')}[*].name), "none")`),
    tried('text', make => `regex("[a-z]+", ${make('text')})`),
    tried('text', make => `jsondecode(${make('text')}).name`),
    conditional('text'),
  ],
  number: [
    make => `length(${make('texts')})`,
    make => `length(${make('text')})`,
    make => `(${make('number')} + ${make('number')})`,
    make => `(${make('number')} * 2 - 1)`,
    make => `max(${make('number')}, ${make('number')})`,
    make => `length(${make('map')})`,
    tried('number', make => `sum(${make('objects')}[*].size)`),
    tried('number', make => `tonumber(${make('text')})`),
    tried('number', make => `(${make('number')} % ${make('number')})`),
    conditional('number'),
  ],
  truth: [
    make => `(${make('number')} > ${make('number')})`,
    make => `(${make('text')} == ${make('text')})`,
    make => `contains(${make('texts')}, ${make('text')})`,
    make => `(${make('truth')} && ${make('truth')})`,
    make => `(${make('truth')} || !${make('truth')})`,
    make => `can(regex("^[a-z]", ${make('text')}))`,
    make => `alltrue([for x in ${make('objects')} : coalesce(x.on, false)])`,
    make => `startswith(${make('text')}, "a")`,
    make => `(length(${make('map')}) == 0)`,
    conditional('truth'),
  ],
  texts: [
    make => `[${make('text')}, ${make('text')}]`,
    make => `concat(${make('texts')}, ${make('texts')})`,
    make => `compact(${make('texts')})`,
    make => `distinct(${make('texts')})`,
    make => `sort(${make('texts')})`,
    make => `reverse(${make('texts')})`,
    make => `split(",", ${make('text')})`,
    make => `keys(${make('map')})`,
    make => `values(${make('map')})`,
    make => `[for i, x in ${make('texts')} : "\${i}:\${x}" if x != "x"]`,
    make => `${make('objects')}[*].name`,
    make => `tolist(setunion(${make('texts')}, ${make('texts')}))`,
    make => `tolist(setsubtract(${make('texts')}, ${make('texts')}))`,
    make => `flatten([${make('texts')}, [for o in ${make('objects')} : [o.name]]])`,
    make => `[for p in setproduct(${make('texts')}, ["p", "q"]) : "\${p[0]}\${p[1]}"]`,
    make => `formatlist("%s!", ${make('texts')})`,
    tried('texts', make => `slice(${make('texts')}, 0, 1)`),
    conditional('texts'),
  ],
  map: [
    make => `merge(${make('map')}, ${make('map')})`,
    make => `merge(${make('map')}, { z = ${make('text')} })`,
    make => `{ for k, v in ${make('map')} : "x-\${k}" => "\${v}." }`,
    make => `{ for i, x in ${make('texts')} : "k\${i}" => x }`,
    make =>
      `{ for o in ${make('objects')} : o.name => tostring(o.size)... }`
        .replace('{', '{ for k, v in {')
        .replace(/\}$/, '} : k => join(",", v) }'),
    make => `zipmap(["p", "q"], [${make('text')}, ${make('text')}])`,
    make => `tomap({ one = ${make('text')}, two = ${make('text')} })`,
    conditional('map'),
  ],
  objects: [
    make => `[{ name = ${make('text')}, size = ${make('number')}, on = ${make('truth')} }]`,
    make => `[for o in ${make('objects')} : merge(o, { size = o.size + 1 })]`,
    make => `[for x in ${make('texts')} : { name = x, size = length(x), on = true }]`,
    make => `[for o in ${make('objects')} : o if o.on == true]`,
    make => `concat(${make('objects')}, ${make('objects')})`,
    conditional('objects'),
  ],
};
