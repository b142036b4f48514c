import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

import { UsageError } from '../model/problem.ts';
import type { SourceFile, Span } from '../model/source.ts';
import type { Node } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';
import { asParameter, type TemplateValues } from './config-file.ts';
import { diagnose, rejected } from './diagnostic.ts';
import { displayPath } from './display-path.ts';
import { asBlock, field, spanOf, text, type Block, type Located } from './fields.ts';

type Value = TemplateValues['values'][number];

/**
 * A file of template parameters in any of the forms in use: the list of `ParameterKey` and `ParameterValue` that the
 * AWS CLI takes, `{ Parameters: … }` of CodePipeline, a plain map. JSON or YAML.
 */
export function readParameterFile(name: string, cwd: string): TemplateValues {
  const path = resolve(cwd, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`the parameter file ${name} does not exist`, {
      hint: 'a single value is written --cfn-parameters Name=value',
    });
  }
  const file = { path: displayPath(path, cwd), text: readFileSync(path, 'utf8') };
  const document = readYaml(file);
  if (!document.ok) {
    throw rejected(
      `the parameter file ${name} cannot be read`,
      document.problems.map(problem => ({ ...problem, path: file.path })),
    );
  }
  return { values: valuesOf(file, document.root) };
}

function valuesOf(file: SourceFile, root: Node): readonly Value[] {
  if (root.kind === 'list') return root.items.map(node => keyAndValue({ file, node }));
  const block = asBlock({ file, node: root });
  const inner = field(block, 'Parameters');
  return fromMap(inner?.node.kind === 'map' ? asBlock(inner) : block);
}

function keyAndValue(located: Located): Value {
  const block = asBlock(located);
  const value = field(block, 'ParameterValue');
  const { file, node } = block;
  if (!value) {
    const why = field(block, 'UsePreviousValue')
      ? 'the previous value is not in view; give it as ParameterValue'
      : 'expected ParameterKey and ParameterValue';
    throw rejected(`the parameter file ${file.path} cannot be used`, [diagnose(file, node, why)]);
  }
  const at: Span = { kind: 'span', file, start: node.start, end: node.end };
  return { name: text(block, 'ParameterKey'), value: asParameter(value), at };
}

const fromMap = (block: Block): readonly Value[] =>
  block.node.entries.map(({ key, value }) => ({
    name: key,
    value: asParameter({ file: block.file, node: value }),
    at: spanOf(block, key),
  }));
