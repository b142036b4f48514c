import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';
import { stringify } from 'yaml';

import type { Report } from '../../src/model/report.ts';
import { randomFrom } from '../evaluate/language/random.ts';
import type { Random } from '../evaluate/language/random.ts';
import { oneOf } from '../evaluate/soundness/store.ts';
import { isObject, plain } from '../evaluate/soundness/template-pair.ts';
import type { Json } from '../evaluate/soundness/template-pair.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
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

/** Keys in another order, at every level; what a list holds stays in its order. */
function shuffled(value: Json, random: Random): Json {
  if (Array.isArray(value)) return value.map((item: Json) => shuffled(item, random));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, part]) => [random.below(1_000_000), key, shuffled(part, random)] as const,
  );
  return Object.fromEntries(entries.toSorted(([a], [b]) => a - b).map(([, key, part]) => [key, part]));
}

const written = (value: Json, random: Random): string =>
  random.pick<() => string>([
    () => JSON.stringify(value),
    () => JSON.stringify(value, null, 1 + random.below(4)),
    () => stringify(value, { lineWidth: random.pick([20, 80, 0]), defaultStringType: 'QUOTE_DOUBLE' }),
    () => `# a comment\n\n\n${stringify(value, { indent: 4, defaultStringType: 'QUOTE_DOUBLE' })}# the end`,
  ])();

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
