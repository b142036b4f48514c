import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Case, CaseInput, GraphResource, Placement } from '../model/case.ts';
import { causes } from '../model/cause.ts';
import { ruleVerdicts } from '../model/finding.ts';
import type { SourceFile, Span } from '../model/source.ts';
import type { Node, ScalarNode } from '../syntax/node.ts';
import { spanOf } from '../syntax/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import {
  asBlock,
  asScalar,
  dataByName,
  choice,
  entries,
  field,
  items,
  optionalTexts,
  text,
  texts,
  type Block,
  type Located,
} from './fields.ts';
import { readChecked } from './read-checked.ts';
import type { RuleFolder } from './rule-folders.ts';

export interface LoadedCases {
  readonly cases: readonly Case<Node>[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The cases beside a rule; none when it has no file of them. */
export async function loadCases(folder: RuleFolder, rule: string): Promise<LoadedCases> {
  const path = join(folder.path, rule, 'cases.yaml');
  if (!existsSync(path)) return { cases: [], diagnostics: [] };
  const file: SourceFile = { path: `${folder.name}/${rule}/cases.yaml`, text: readFileSync(path, 'utf8') };
  const checked = await readChecked(file, 'cases', folder.trusted);
  if (!checked.ok) return { cases: [], diagnostics: checked.diagnostics };
  return { cases: items(checked.block, 'cases').map(caseOf), diagnostics: [] };
}

function caseOf(located: Located): Case<Node> {
  const block = asBlock(located);
  const context = field(block, 'context');
  return {
    name: text(block, 'name'),
    expect: choice(block, 'expect', ruleVerdicts),
    ...optionalTexts(block, ['subject', 'leftOut']),
    params: dataByName(block, 'params'),
    context: context ? placementOf(asBlock(context)) : {},
    input: inputOf(block),
    ...(field(block, 'messages') && { messages: texts(block, 'messages') }),
    ...(field(block, 'at') && { properties: texts(block, 'at') }),
    file: block.file,
    at: valueSpan(block),
  };
}

function inputOf(block: Block): CaseInput<Node> {
  const template = field(block, 'cloudformation');
  if (template) return { kind: 'cloudformation', tree: template.node, at: valueSpan(template) };
  const configuration = field(block, 'terraform');
  if (configuration) return terraformOf(asScalar(configuration));
  const graph = field(block, 'graph');
  const open = field(block, 'open');
  return {
    kind: 'graph',
    at: valueSpan(graph ?? block),
    resources: items(block, 'graph').map(graphResourceOf),
    open: Object.fromEntries(
      open ? entries(block, 'open').map(({ key }) => [key, choice(asBlock(open), key, causes)]) : [],
    ),
  };
}

/** Line by line the file itself, with nothing but the block: what is found in it has its place in the file. */
function terraformOf({ file, node }: Located & { readonly node: ScalarNode }): CaseInput<Node> {
  const at = spanOf(file, node);
  const configuration = String(node.value);
  const path = file.path.replace(/[^/]*$/, 'main.tf');
  const start = file.text.indexOf('\n', node.start) + 1;
  const before = file.text.slice(0, start).replaceAll(/[^\n]/g, ' ');
  const placed = node.style === 'block' ? before + file.text.slice(start, node.end) : configuration;
  return { kind: 'terraform', source: { path, text: placed }, text: configuration, at };
}

function graphResourceOf(located: Located): GraphResource<Node> {
  const block = asBlock(located);
  const properties = field(block, 'properties')?.node;
  const tags = field(block, 'tags')?.node;
  return {
    key: text(block, 'key'),
    type: text(block, 'type'),
    ...(properties && { properties }),
    ...(tags && { tags }),
    ...placementOf(block),
    at: valueSpan(block),
  };
}

const valueSpan = ({ file, node }: Located): Span => spanOf(file, node);

/** What a block says of where things are deployed. */
export const placementOf = (block: Block): Placement =>
  optionalTexts(block, ['region', 'account', 'partition']);
