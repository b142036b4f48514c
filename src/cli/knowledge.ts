import { join } from 'node:path';

import { loadFacts } from '../catalog/facts.ts';
import { packageFolder } from '../catalog/package-folder.ts';
import { loadTypes } from '../catalog/types.ts';
import type { Knowledge } from '../scan/request.ts';

/** What comes with the package and every evaluation stands on: resource types and fact tables. */
export const loadKnowledge = (): Knowledge => ({
  types: loadTypes(join(packageFolder, 'types')),
  facts: loadFacts(join(packageFolder, 'facts')),
});
