import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';
import { stringify } from 'yaml';

import type { Report } from '../../src/model/report.ts';
import { randomFrom } from '../evaluate/language/random.ts';
import type { Random } from '../evaluate/language/random.ts';
import { oneOf } from '../evaluate/soundness/store.ts';
import { plain } from '../evaluate/soundness/template-pair.ts';
import type { Json } from '../evaluate/soundness/template-pair.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import { draftOf, edits, shuffled, written as writtenDraft } from './edits.ts';
import { folder } from './inputs/folder.ts';
import { scanFolder } from './scan-folder.ts';

/*
 * The id of a finding names what is wrong, never where it stands: the same template with its keys in another order, written
 * in another way, further down in its file or scanned from another folder has the same findings.
 */

const { rules } = await loadCatalogue();
const templates = rules.flatMap(({ cases }) =>
  cases.flatMap(({ input }) => (input.kind === 'cloudformation' ? [plain(input.tree)] : [])),
);

const written = (value: Json, random: Random): string =>
  random.pick<() => string>([
    () => JSON.stringify(value),
    () => JSON.stringify(value, null, 1 + random.below(4)),
    () => stringify(value, { lineWidth: random.pick([20, 80, 0]), defaultStringType: 'QUOTE_DOUBLE' }),
    () => `# a comment\n\n\n${stringify(value, { indent: 4, defaultStringType: 'QUOTE_DOUBLE' })}# the end`,
  ])();

const [firstEdit, ...otherEdits] = Object.entries(edits);
if (!firstEdit) throw new Error('no edit is there');
const editList = [firstEdit, ...otherEdits] as const;

const findings = (report: Report | undefined): readonly string[] =>
  (report?.results ?? []).map(({ id, rule, verdict }) => `${id} ${rule} ${verdict}`).toSorted();

it('survives every edit that changes nothing', async () => {
  const root = folder({ '.git/HEAD': '', 'infra/': '' });
  const file = join(root, 'infra/a.yaml');
  let seen = 0;
  for (let round = 0; round < 300; round += 1) {
    const random = randomFrom(round);
    const template = oneOf(templates, random);
    if (template === undefined) continue;
    writeFileSync(file, JSON.stringify(template));
    // oxlint-disable-next-line no-await-in-loop -- the same file again and again
    const before = findings(await scanFolder(root));
    writeFileSync(file, written(shuffled(template, random), random));
    const [cwd, ...args] = random.pick<[string, ...string[]]>([
      [root],
      [root, 'infra'],
      [root, 'infra/a.yaml'],
      [join(root, 'infra')],
      [join(root, 'infra'), '../infra/a.yaml'],
    ]);
    // oxlint-disable-next-line no-await-in-loop -- the same file again and again
    const after = findings(await scanFolder(cwd, args));
    expect(after, `round ${round}: ${JSON.stringify(template)}`).toEqual(before);
    expect(new Set(after).size).toBe(after.length);
    seen += after.length;
  }
  expect(seen).toBeGreaterThan(1_500);
}, 120_000);

/** The findings on resources, but for those that an edit had a hand in. */
const idsOf = (report: Report | undefined, touched: ReadonlySet<string>): readonly string[] =>
  (report?.results ?? [])
    .filter(({ resource }) => resource.key.includes('#') && !touched.has(resource.name))
    .map(({ id, rule, resource }) => `${resource.name} ${rule} ${id}`)
    .toSorted();

const rounds = 500;
const editsARound = 20;

it('never changes for a resource that nobody touched, in 10,000 random edits', async () => {
  const root = folder({ '.git/HEAD': '', 'infra/': '' });
  const file = join(root, 'infra/a.yaml');
  const drafts = templates.flatMap(template => draftOf(template) ?? []);
  const made = new Map<string, number>();
  let compared = 0;
  for (let round = 0; round < rounds; round += 1) {
    const random = randomFrom(77_000 + round);
    const draft = oneOf(drafts, random);
    if (!draft) continue;
    writeFileSync(file, writtenDraft(draft, random));
    // oxlint-disable-next-line no-await-in-loop -- the same file again and again
    const before = await scanFolder(root);
    let after = draft;
    for (let count = 0; count < editsARound; count += 1) {
      const [name, edit] = random.pick(editList);
      after = edit(after, random);
      made.set(name, (made.get(name) ?? 0) + 1);
    }
    writeFileSync(file, writtenDraft(after, random));
    // oxlint-disable-next-line no-await-in-loop -- the same file again and again
    const ids = idsOf(await scanFolder(root), after.touched);
    expect(ids, `round ${round}: ${JSON.stringify(draft)}`).toEqual(idsOf(before, after.touched));
    compared += ids.length;
  }
  expect([...made.values()].reduce((sum, count) => sum + count, 0)).toBe(rounds * editsARound);
  expect(made.size).toBe(editList.length);
  expect(compared).toBeGreaterThan(500);
});
