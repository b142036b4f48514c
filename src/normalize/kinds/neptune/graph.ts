import type { Kind } from '../kind.ts';
import { namePrefix } from '../reasons.ts';

export const graph: Kind = {
  type: 'AWS::NeptuneGraph::Graph',
  terraform: {
    aws_neptunegraph_graph: { leftOut: { graph_name_prefix: namePrefix } },
  },
  api: {
    'neptune-graph:graph': {
      rename: { name: 'GraphName', 'vectorSearchConfiguration.dimension': 'VectorSearchDimension' },
      names: ['id'],
    },
  },
};
