import type { SourceFile } from '../../model/source.ts';
import { field } from '../../syntax/field.ts';
import type { Node } from '../../syntax/node.ts';
import { spanOf } from '../../syntax/span.ts';
import type { GivenParameter } from './template.ts';

export type Values = ReadonlyMap<string, GivenParameter>;

/** How the file of parameters of a template is called that stands beside it: `agent.parameters.json` for `agent.yaml`. */
export const parameterFileEndings = [
  '.parameters.json',
  '-parameters.json',
  '.params.json',
  '-params.json',
] as const;

/**
 * The values in a file of parameters: the list of `ParameterKey` and `ParameterValue` of the AWS CLI, the
 * `Parameters` of a deployment, or a plain map.
 */
export function readParameterFile(root: Node, file: SourceFile): Values {
  const list = root.kind === 'map' ? (field(root, 'Parameters') ?? root) : root;
  const pairs =
    list.kind === 'list' ? list.items.map(pairOf) : list.kind === 'map' ? list.entries.map(entryPair) : [];
  const values = pairs.flatMap(([name, node]): [string, GivenParameter][] => {
    const value = node && parameterText(node);
    if (name === undefined || !node || value === undefined) return [];
    return [[name, { value, via: { what: `${name} of ${file.path}`, at: spanOf(file, node) } }]];
  });
  return new Map(values);
}

type Pair = readonly [name: string | undefined, value: Node | undefined];

function pairOf(item: Node): Pair {
  const name = field(item, 'ParameterKey');
  return [name?.kind === 'scalar' ? String(name.value) : undefined, field(item, 'ParameterValue')];
}

const entryPair = ({ key, value }: { key: string; value: Node }): Pair => [key, value];

/** Lists are joined as CloudFormation takes them. */
function parameterText(node: Node): string | undefined {
  if (node.kind === 'list') {
    const items = node.items.map(parameterText);
    return items.every(item => item !== undefined) ? items.join(',') : undefined;
  }
  if (node.kind !== 'scalar' || node.value === null) return undefined;
  return typeof node.value === 'string' || node.style !== 'plain' ? String(node.value) : node.source;
}
