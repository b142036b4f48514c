import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { assert, asyncProperty, integer } from 'fast-check';
import { expect, it } from 'vitest';

import { reporters } from '../../src/report/index.ts';
import { reportDefaults } from '../../src/report/options.ts';
import { randomFrom } from '../evaluate/language/random.ts';
import { folder } from './inputs/folder.ts';
import { randomTemplate } from './random-template.ts';
import { fewRules, scanFolder } from './scan-folder.ts';

/*
 * Three templates of anything at all, which may nest, include and import each other in circles, with hostile texts in
 * every place: each run ends with a report that every format can render, and a second run says the same.
 */

it('ends every run with a report, twice the same', async () => {
  const root = folder({});
  const tally = { verdicts: 0, problems: 0 };
  const holds = async (seed: number): Promise<void> => {
    const random = randomFrom(seed);
    for (const name of ['a.json', 'b.json', 'part.json'])
      writeFileSync(join(root, name), JSON.stringify(randomTemplate(random)));
    const [report, again] = [
      await scanFolder(root, [], { rules: fewRules }),
      await scanFolder(root, [], { rules: fewRules }),
    ];
    if (!report || !again) throw new Error('templates were passed over');
    tally.verdicts += report.results.length;
    tally.problems += report.problems.length;
    for (const render of Object.values(reporters)) render(report, reportDefaults);
    const { run: _run, ...content } = report;
    const { run: _again, ...second } = again;
    if (JSON.stringify(content) !== JSON.stringify(second)) throw new Error('two runs differ');
  };
  await assert(asyncProperty(integer(), holds), { numRuns: 800, seed: 1 });
  expect(tally.verdicts).toBeGreaterThan(1_000);
  expect(tally.problems).toBeGreaterThan(1_000);
}, 120_000);
