import type { Case } from '../../../src/model/case.ts';
import type { Declaration, Stack } from '../../../src/model/declaration.ts';
import type { Estate, Opening } from '../../../src/model/resource.ts';
import type { TypeRegistry } from '../../../src/model/types.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { parseCloudFormation } from '../../../src/parse/cloudformation/parse.ts';
import { parseTerraform } from '../../../src/parse/terraform/parse.ts';
import { openingsOf, stacksOfGraph } from '../../../src/scan/case-graph.ts';
import type { Node } from '../../../src/syntax/node.ts';

/** What a run starts from, before it is normalised: what templates declare, and what of the rest is in view. */
export interface Situation {
  readonly stacks: readonly Stack[];
  /** What may be in every scope without being in view, where it is not for the stacks to say. */
  readonly openings?: readonly Opening[];
}

export function situationOf({ input, context, file }: Case<Node>): Situation {
  if (input.kind === 'graph')
    return { stacks: stacksOfGraph(input.resources), openings: openingsOf(input.open) };
  if (input.kind === 'terraform') return parseTerraform([input.source], { placement: () => context });
  return parseCloudFormation([{ file, root: input.tree, placement: context }], {});
}

export function estateOf({ stacks, openings }: Situation, types: TypeRegistry): Estate {
  const { estate } = normalize(stacks, types);
  if (!openings) return estate;
  return { ...estate, scopes: estate.scopes.map(scope => ({ ...scope, openings })) };
}

export const declarationsOf = ({ stacks }: Situation): readonly Declaration[] =>
  stacks.flatMap(({ declarations }) => declarations);
