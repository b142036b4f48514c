import type { Node } from '../../../src/syntax/node.ts';
import type { Random } from '../language/random.ts';
import { oneOf } from './store.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** One template twice: with values that only the deployment knows, and as the deployment has them. */
export interface TemplatePair {
  readonly before: Json;
  readonly after: Json;
  /** What the parameters turn out to be. */
  readonly given: ReadonlyMap<string, string>;
  /** What other stacks turn out to export. */
  readonly exported: ReadonlyMap<string, Json>;
}

/** A tree as JSON, with functions under their long names. */
export function plain(node: Node): Json {
  const value = untagged(node);
  if (node.tag === undefined || /^(?:!|tag:)/.test(node.tag)) return value;
  return { [node.tag === 'Ref' || node.tag === 'Condition' ? node.tag : `Fn::${node.tag}`]: value };
}

function untagged(node: Node): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

interface Draft {
  readonly random: Random;
  readonly rate: number;
  /** Scalars of all templates. */
  readonly pool: readonly string[];
  readonly parameters: Map<string, JsonObject>;
  readonly conditions: Map<string, Json>;
  readonly mappings: Map<string, Json>;
  readonly given: Map<string, string>;
  readonly exported: Map<string, Json>;
}

/** Opens a template up; nothing when it is no plain template. */
export function pairOf(
  template: Json,
  { random, rate, pool }: Pick<Draft, 'random' | 'rate' | 'pool'>,
): TemplatePair | undefined {
  if (!isObject(template) || !isObject(template['Resources'])) return undefined;
  const draft: Draft = {
    random,
    rate,
    pool,
    parameters: new Map(),
    conditions: new Map(),
    mappings: new Map(),
    given: new Map(),
    exported: new Map(),
  };
  giveOwn(template['Parameters'], draft);
  const resources = Object.entries(template['Resources']).map(
    ([id, resource]) => [id, openResource(resource, draft)] as const,
  );
  const whole = (pick: (pair: Pair) => Json): Json => ({
    ...template,
    Parameters: { ...section(template['Parameters']), ...Object.fromEntries(draft.parameters) },
    Conditions: { ...section(template['Conditions']), ...Object.fromEntries(draft.conditions) },
    Mappings: { ...section(template['Mappings']), ...Object.fromEntries(draft.mappings) },
    Resources: Object.fromEntries(resources.map(([id, pair]) => [id, pick(pair)])),
  });
  const { given, exported } = draft;
  return { before: whole(pair => pair.before), after: whole(pair => pair.after), given, exported };
}

const section = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Values for the parameters that the template has itself. */
function giveOwn(parameters: Json | undefined, draft: Draft): void {
  for (const [name, parameter] of Object.entries(section(parameters))) {
    if (!isObject(parameter) || 'Default' in parameter) continue;
    const allowed = parameter['AllowedValues'];
    const value = allowed && isList(allowed) ? oneOf(allowed, draft.random) : anyText(draft);
    draft.given.set(name, textOf(value));
  }
}

const anyText = ({ random, pool }: Draft): string => (random.chance(0.1) ? '' : (oneOf(pool, random) ?? ''));

interface Pair {
  readonly before: Json;
  readonly after: Json;
}

const same = (value: Json): Pair => ({ before: value, after: value });

function openResource(resource: Json, draft: Draft): Pair {
  if (!isObject(resource)) return same(resource);
  const properties = resource['Properties'];
  const { before, after } = properties === undefined ? same({}) : openPart(properties, draft);
  const condition =
    draft.random.chance(draft.rate / 2) && !('Condition' in resource)
      ? { Condition: newCondition(draft) }
      : {};
  return {
    before: { ...resource, ...condition, Properties: before },
    after: { ...resource, ...condition, Properties: after },
  };
}

function openPart(value: Json, draft: Draft): Pair {
  if (draft.random.chance(draft.rate)) return draft.random.pick(openings)(value, draft);
  if (isList(value)) {
    const items = value.map(item => openPart(item, draft));
    return { before: items.map(({ before }) => before), after: items.map(({ after }) => after) };
  }
  if (!isObject(value) || isCall(value)) return same(value);
  const entries = Object.entries(value).map(([key, part]) => [key, openPart(part, draft)] as const);
  return {
    before: Object.fromEntries(entries.map(([key, { before }]) => [key, before])),
    after: Object.fromEntries(entries.map(([key, { after }]) => [key, after])),
  };
}

const isCall = (value: JsonObject): boolean =>
  Object.keys(value).some(key => key === 'Ref' || key.startsWith('Fn::'));

type Open = (value: Json, draft: Draft) => Pair;

const isText = (value: Json): value is string | number | boolean =>
  typeof value !== 'object' && value !== null;

const textOf = (value: Json | undefined): string =>
  value !== undefined && isText(value) ? String(value) : '';

/** Mostly the text as it was. */
const turnedOut = (value: Json, draft: Draft): string =>
  isText(value) && draft.random.chance(0.5) ? String(value) : anyText(draft);

const openings: readonly [Open, ...Open[]] = [
  (value, draft) => same({ Ref: newParameter(value, draft) }),
  (value, draft) => same({ Ref: newParameter(value, draft) }),
  (value, draft) => chosen(value, draft),
  (value, draft) => inText(value, draft),
  (value, draft) => inText(value, draft),
  (value, draft) => looked(value, draft),
  (value, draft) => imported(value, draft),
  (value, draft) => resolved(value, draft),
  (value, draft) => listed(value, draft),
  (value, draft) => written(value, draft),
  (value, draft) => byMacro(value, draft),
];

function newParameter(value: Json, draft: Draft): string {
  const { random, parameters, given } = draft;
  const name = `Open${parameters.size}`;
  const after = turnedOut(value, draft);
  const choices = random.chance(0.4) ? { AllowedValues: [after, anyText(draft), textOf(value)] } : {};
  parameters.set(name, {
    Type: 'String',
    ...choices,
    ...(after !== '' && random.chance(0.3) && { MinLength: 1 }),
  });
  given.set(name, after);
  return name;
}

function newCondition(draft: Draft): string {
  const { random, conditions } = draft;
  const earlier = oneOf([...conditions.keys()], random);
  if (earlier !== undefined && random.chance(0.4)) return earlier;
  const name = `Open${conditions.size}`;
  const word = random.pick(['yes', 'no', '']);
  const test: Json = { 'Fn::Equals': [{ Ref: newParameter(word, draft) }, random.pick(['yes', 'no', ''])] };
  conditions.set(name, random.chance(0.3) ? { 'Fn::Not': [test] } : test);
  return name;
}

const nothing: Json = { Ref: 'AWS::NoValue' };

function chosen(value: Json, draft: Draft): Pair {
  const other = draft.random.chance(0.5) ? nothing : anyText(draft);
  const arms = draft.random.chance(0.5) ? [value, other] : [other, value];
  return same({ 'Fn::If': [newCondition(draft), ...arms] });
}

/** A part of a text. */
function inText(value: Json, draft: Draft): Pair {
  const text = isText(value) ? String(value) : '';
  if (text.includes('${')) return same(value);
  const [from = 0, to = 0] = [
    draft.random.below(text.length + 1),
    draft.random.below(text.length + 1),
  ].toSorted((a, b) => a - b);
  const name = newParameter(text.slice(from, to), draft);
  return same(
    draft.random.chance(0.5)
      ? { 'Fn::Sub': `${text.slice(0, from)}\${${name}}${text.slice(to)}` }
      : { 'Fn::Join': ['', [text.slice(0, from), { Ref: name }, text.slice(to)]] },
  );
}

function looked(value: Json, draft: Draft): Pair {
  const name = `Open${draft.mappings.size}`;
  draft.mappings.set(name, { a: { Value: isText(value) ? value : 'x' }, b: { Value: anyText(draft) } });
  const key = newParameter(draft.random.pick(['a', 'b']), draft);
  draft.given.set(key, draft.random.pick(['a', 'b']));
  return same({ 'Fn::FindInMap': [name, { Ref: key }, 'Value'] });
}

function imported(value: Json, draft: Draft): Pair {
  const name = `open-${draft.exported.size}`;
  // What a stack exports is never empty.
  draft.exported.set(name, turnedOut(value, draft) || 'x');
  return same({ 'Fn::ImportValue': name });
}

const resolved: Open = (value, draft) => ({
  before: `{{resolve:ssm:/open/${draft.random.below(9)}}}`,
  after: turnedOut(value, draft) || 'x',
});

function listed(value: Json, draft: Draft): Pair {
  const { parameters, given, random } = draft;
  const items = isList(value) && value.every(isText) ? value.map(String) : [turnedOut(value, draft)];
  const name = `Open${parameters.size}`;
  parameters.set(name, { Type: 'CommaDelimitedList' });
  given.set(name, random.chance(0.7) ? items.join(',') : anyText(draft));
  return same(random.chance(0.6) ? { Ref: name } : { 'Fn::Select': [0, { Ref: name }] });
}

/** A document as the text of its JSON, of which a part is not known. */
function written(value: Json, draft: Draft): Pair {
  if (!isObject(value) || isCall(value)) return same({ Ref: newParameter(value, draft) });
  const text = JSON.stringify(value);
  if (text.includes('${') || text.includes('Fn::') || text.includes('"Ref"')) return same(value);
  const words = [...text.matchAll(/"([^"\\]*)"(?!:)/g)];
  const word = oneOf(words, draft.random);
  if (!word) return same(text);
  const name = newParameter(word[1] ?? '', draft);
  const given = draft.given.get(name) ?? '';
  if (/["\\\n]/.test(given)) return same(text);
  return same({
    'Fn::Sub': `${text.slice(0, word.index + 1)}\${${name}}${text.slice(word.index + word[0].length - 1)}`,
  });
}

const byMacro: Open = (value, draft) => ({
  before: { 'Fn::Transform': { Name: 'Anything', Parameters: {} } },
  after: draft.random.chance(0.5) ? value : anyText(draft),
});
