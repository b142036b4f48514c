import type { SourceFile } from '../../src/model/source.ts';
import type { Block, Body, Expression, SplatStep } from '../../src/syntax/hcl/ast.ts';
import { parseHcl } from '../../src/syntax/hcl/parse-hcl.ts';

/** What the stub provider has to know of a provider; `stub-provider/schema.go` reads it. */
export interface StubSchemas {
  provider: StubBlock;
  resources: Record<string, StubBlock>;
  data: Record<string, StubBlock>;
  answers: Record<string, Record<string, string>>;
}

interface StubBlock {
  attributes: Record<string, 'optional' | 'computed' | 'both'>;
  blocks: Record<string, StubBlock>;
  /** Of blocks in data sources: Terraform ends when their arguments are of any type and not known yet. */
  types?: Record<string, 'string' | 'list'>;
}

/** Schemas that have whatever the files write and read, by provider. */
export function stubSchemas(
  files: readonly SourceFile[],
  answers: Record<string, Record<string, string>>,
): Record<string, StubSchemas> {
  const all: Record<string, StubSchemas> = {};
  const bodies = files.map(file => parseHcl(file).body);
  for (const body of bodies) for (const block of body.blocks) addBlock(block, all, answers);
  for (const body of bodies) for (const block of body.blocks) readsIn(block.body, all, answers);
  for (const schemas of Object.values(all)) complete(schemas);
  return all;
}

/** What every resource and data source has. */
function complete({ resources, data }: StubSchemas): void {
  for (const block of Object.values(resources)) {
    block.attributes['id'] ??= 'computed';
    block.attributes['arn'] ??= 'computed';
  }
  for (const block of Object.values(data)) {
    block.attributes['id'] ??= 'computed';
    for (const nested of Object.values(block.blocks)) addTypes(nested);
  }
}

const lists = new Set(['actions', 'not_actions', 'resources', 'not_resources', 'identifiers', 'values']);

function addTypes(block: StubBlock): void {
  block.types = {};
  for (const name of Object.keys(block.attributes)) block.types[name] = lists.has(name) ? 'list' : 'string';
  for (const nested of Object.values(block.blocks)) addTypes(nested);
}

type Schemas = Record<string, StubSchemas>;
type Answers = StubSchemas['answers'];

function schemasOf(all: Schemas, provider: string, answers: Answers): StubSchemas {
  return (all[provider] ??= { provider: { attributes: {}, blocks: {} }, resources: {}, data: {}, answers });
}

const providerOf = (type: string): string => type.split('_')[0] ?? type;

const metaAttributes = new Set(['count', 'for_each', 'provider', 'depends_on', 'alias', 'version']);
const metaBlocks = new Set(['lifecycle', 'provisioner', 'connection']);

function addBlock(block: Block, all: Schemas, answers: Answers): void {
  const [first] = block.labels;
  if (!first || first.text === 'terraform_data') return;
  if (block.type === 'provider') addBody(block.body, schemasOf(all, first.text, answers).provider, true);
  if (block.type !== 'resource' && block.type !== 'data') return;
  const schemas = schemasOf(all, providerOf(first.text), answers);
  const types = block.type === 'data' ? schemas.data : schemas.resources;
  addBody(block.body, (types[first.text] ??= { attributes: {}, blocks: {} }), true);
}

function addBody(body: Body, to: StubBlock, top: boolean): void {
  for (const { name } of body.attributes) {
    if (!top || !metaAttributes.has(name)) to.attributes[name] = 'optional';
  }
  for (const block of body.blocks) {
    if (!top || !metaBlocks.has(block.type)) addNested(block, to);
  }
}

function addNested(block: Block, to: StubBlock): void {
  const name = block.type === 'dynamic' ? (block.labels[0]?.text ?? '') : block.type;
  const content = block.type === 'dynamic' ? block.body.blocks.find(({ type }) => type === 'content') : block;
  if (content) addBody(content.body, (to.blocks[name] ??= { attributes: {}, blocks: {} }), false);
}

/** Everything that is read of a resource and written nowhere is computed. */
function readsIn(body: Body, all: Schemas, answers: Answers): void {
  for (const { value } of body.attributes) visit(value, all, answers);
  for (const block of body.blocks) readsIn(block.body, all, answers);
}

function visit(expression: Expression, all: Schemas, answers: Answers): void {
  const path = pathOf(expression);
  if (path) addRead(path, all, answers);
  for (const child of children(expression)) visit(child, all, answers);
}

function addRead(path: readonly string[], all: Schemas, answers: Answers): void {
  const isData = path[0] === 'data';
  const [type, , attribute] = isData ? path.slice(1) : path;
  if (type === undefined || attribute === undefined || !type.includes('_') || type === 'terraform_data')
    return;
  const schemas = schemasOf(all, providerOf(type), answers);
  const block = (isData ? schemas.data : schemas.resources)[type];
  if (block && !block.blocks[attribute]) block.attributes[attribute] ??= 'computed';
}

/** The names of a traversal without its keys: `aws_kms_key`, `k`, `arn`. */
function pathOf(expression: Expression): readonly string[] | undefined {
  switch (expression.kind) {
    case 'variable':
      return [expression.name];
    case 'attr': {
      const of = pathOf(expression.of);
      return of && [...of, expression.name];
    }
    case 'index':
      return pathOf(expression.of);
    case 'splat': {
      const of = pathOf(expression.of);
      return of && [...of, ...stepNames(expression.each)];
    }
    default:
      return undefined;
  }
}

function stepNames(step: SplatStep): readonly string[] {
  if (step.kind === 'element') return [];
  return step.kind === 'attr' ? [...stepNames(step.of), step.name] : stepNames(step.of);
}

/** The expressions in an expression, whatever its kind is. */
function children(node: object): readonly Expression[] {
  return Object.values(node).flatMap((value: unknown) => expressionsIn(value));
}

function expressionsIn(value: unknown): readonly Expression[] {
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return isExpression(value) ? [value] : Object.values(value).flatMap(expressionsIn);
}

const isExpression = (value: object): value is Expression =>
  'kind' in value &&
  'start' in value &&
  value.kind !== 'text' &&
  value.kind !== 'interpolation' &&
  value.kind !== 'if' &&
  value.kind !== 'for-each';
