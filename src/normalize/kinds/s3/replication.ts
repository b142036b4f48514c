import { tagList } from '../../terraform/tag-list.ts';
import type { Spelling } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const replicationConfiguration: Spelling = {
  part: { of: 'bucket', within: 'ReplicationConfiguration' },
  rename: { 'rule.filter.and.tags': 'TagFilters', 'rule.filter.tag': 'TagFilter' },
  change: { 'rule.filter.and.tags': tagList },
  leftOut: { token: ofProvider, 'rule.existing_object_replication': noProperty },
};
