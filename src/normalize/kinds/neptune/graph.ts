import type { Kind } from '../kind.ts';

export const graph: Kind = {
  type: 'AWS::NeptuneGraph::Graph',
  terraform: {
    aws_neptunegraph_graph: {},
  },
};
