import type { Kind } from '../kind.ts';

export const querySuggestionsBlockList: Kind = {
  type: 'AWS::Kendra::QuerySuggestionsBlockList',
  terraform: {
    aws_kendra_query_suggestions_block_list: {},
  },
};
