import type { Kind } from '../kind.ts';
import { kendraDataSource } from './data-source.ts';
import { kendraExperience } from './experience.ts';
import { kendraFaq } from './faq.ts';
import { kendraIndex } from './index.ts';
import { querySuggestionsBlockList } from './query-suggestions-block-list.ts';
import { thesaurus } from './thesaurus.ts';

export const kendraKinds: readonly Kind[] = [
  kendraDataSource,
  kendraExperience,
  kendraFaq,
  kendraIndex,
  querySuggestionsBlockList,
  thesaurus,
];
