import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { runPlumbline } from './command-line.ts';
import type { Ended } from './command-line.ts';
import { makeEstate } from './moto/estate.ts';
import { readReport } from './moto/report.ts';
import type { Said } from './moto/report.ts';
import { motoPython, startMoto } from './moto/server.ts';
import { decided, missing } from './moto/verdicts.ts';
import type { Running } from './python-server.ts';

/*
 * A second opinion: what moto answers after the real SDK has made real resources, read by the command line. To run:
 * MOTO_PYTHON=<a Python with moto-requirements.txt>, which `.ci/run` makes.
 */

const given = {
  approvedAccelerators: 'inf1',
  approvedModels: 'amazon.nova-lite-v1:0',
  approvedRegions: 'eu-central-1',
  logRetentionDays: '365',
  requiredTags: 'owner',
};

describe.skipIf(motoPython === undefined)('an organisation in moto', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-moto-'));
  const snapshot = join(folder, 'moto.plumb');
  let moto: Running;
  let said: Said;
  let collected: Ended;
  let scanned: Ended;
  beforeAll(async () => {
    moto = await startMoto();
    const estate = await makeEstate(moto.endpoint);
    const where = ['--org', '--role', 'Scan', '--regions', 'eu-central-1,us-east-1'];
    collected = await runPlumbline(moto.endpoint, ['collect', ...where, '-o', snapshot]);
    const set = Object.entries(given).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
    const report = join(folder, 'report.json');
    const output = ['--verdicts', 'all', '-f', `json=${report}`];
    scanned = await runPlumbline('', ['scan', snapshot, '--no-config', ...set, ...output]);
    said = readReport(JSON.parse(readFileSync(report, 'utf8')), estate);
  });
  afterAll(() => {
    moto.stop();
    rmSync(folder, { recursive: true });
  });

  test.each(Object.entries(decided))('%s decides just so', (rule, verdicts) => {
    expect(said.verdicts.get(rule)).toEqual(verdicts);
  });

  test('what could not be read makes both steps end as not complete', () => {
    expect([collected.code, scanned.code]).toEqual([3, 3]);
  });

  test('what moto lacks is a problem with a cause, and each is named', () => {
    expect(said.problems).toMatchObject(missing);
    expect([...new Set(Object.values(said.problems))].toSorted()).toEqual(['api-unsupported', 'parse-error']);
  });

  test('every account is counted once, and its Regions are asked of EC2 when they cannot be had otherwise', () => {
    expect(collected.stderr).toContain('(3/3)');
    expect(collected.stderr).not.toContain('account:ListRegions');
  });

  test('no value of an environment variable is kept', () => {
    expect(gunzipSync(readFileSync(snapshot)).toString()).not.toContain('must-not-be-kept');
  });
});
