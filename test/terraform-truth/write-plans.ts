import { globSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withDocuments, type WholePlan } from './policy-documents.ts';
import { planOf } from './terraform.ts';

/*
 * Writes the plan of each triple beside its source, as the real Terraform makes it:
 *
 *     node test/terraform-truth/write-plans.ts
 */

const triples = join(import.meta.dirname, '../../fixtures/triples');

await Promise.all(readdirSync(triples).map(name => writePlan(join(triples, name, 'terraform'))));

async function writePlan(folder: string): Promise<void> {
  const files = globSync('**/*.tf', { cwd: folder }).map(path => ({
    path,
    text: readFileSync(join(folder, path), 'utf8'),
  }));
  const plan: WholePlan = JSON.parse(JSON.stringify(await planOf(files, '.')));
  writeFileSync(join(folder, 'plan.json'), `${JSON.stringify(withDocuments(plan))}\n`);
}
