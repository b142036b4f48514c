import { tagList } from '../../terraform/tag-list.ts';
import type { Spelling } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const lifecycleConfiguration: Spelling = {
  part: { of: 'bucket', within: 'LifecycleConfiguration' },
  rename: {
    'rule.expiration': '',
    'rule.expiration.date': 'ExpirationDate',
    'rule.expiration.days': 'ExpirationInDays',
    'rule.filter': '',
    'rule.filter.and': '',
    'rule.filter.and.tags': 'TagFilters',
    'rule.filter.tag': 'TagFilters',
    'rule.noncurrent_version_transition': 'NoncurrentVersionTransitions',
    'rule.noncurrent_version_transition.noncurrent_days': 'TransitionInDays',
    'rule.transition': 'Transitions',
    'rule.transition.date': 'TransitionDate',
    'rule.transition.days': 'TransitionInDays',
  },
  change: { 'rule.filter.and.tags': tagList },
  // A day of zero is how the provider writes none.
  values: { 'rule.expiration.days': { 0: null } },
  leftOut: { expected_bucket_owner: ofProvider },
};
