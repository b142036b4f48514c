import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { scanFolder } from './scan-folder.ts';

/*
 * The same stack in CloudFormation, in Terraform's language and as the plan that Terraform makes of it, in
 * fixtures/triples: every rule says the same of all three.
 */

const triples = join(import.meta.dirname, '../../fixtures/triples');
const names = readdirSync(triples).toSorted();

const placement = { region: 'eu-central-1', account: '111122223333', partition: 'aws' };

test('there are at least twenty', () => {
  expect(names.length).toBeGreaterThanOrEqual(20);
});

test.each(names)('%s', async name => {
  const folder = join(triples, name);
  const template = await verdictsOf(join(folder, 'template.yaml'));
  expect(template).toContainEqual(expect.stringMatching(/ (?:fail|pass|unknown) /));
  expect(await verdictsOf(join(folder, 'terraform'), ['**/plan.json'])).toEqual(template);
  expect(await verdictsOf(join(folder, 'terraform/plan.json'))).toEqual(template);
});

test.each(names)('%s, without the defaults of its variables, never says otherwise', async name => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-triple-'));
  try {
    cpSync(join(triples, name, 'terraform'), folder, { recursive: true });
    const decided = await byResource(folder, ['**/plan.json']);
    const main = readdirSync(folder).filter(file => file.endsWith('.tf'));
    for (const file of main) {
      const path = join(folder, file);
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replaceAll(/^ {2}default += (?:[^{\n]+|\{[^\n]*\}|\{.*?^ {2}\})$/gms, ''),
      );
    }
    const left = await byResource(folder, ['**/plan.json']);
    for (const [subject, verdict] of left) {
      if (verdict !== 'pass' && verdict !== 'fail') continue;
      const instances = [...decided].filter(([one]) => isInstanceOf(one, subject));
      expect(instances).toEqual(instances.map(([one]) => [one, verdict]));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Each verdict of each rule on each type, as often as it was given. */
async function verdictsOf(path: string, exclude: readonly string[] = []): Promise<readonly string[]> {
  const { results, problems } = await reportOn(path, exclude);
  expect(problems).toEqual([]);
  return results.map(({ rule, verdict, resource }) => `${rule} ${verdict} on ${resource.type}`).toSorted();
}

/** The worst verdict of each rule on each resource. */
async function byResource(path: string, exclude: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { results } = await reportOn(path, exclude);
  const worst = new Map<string, string>();
  for (const { rule, verdict, resource } of results) {
    const subject = `${rule} on ${resource.name}`;
    const before = worst.get(subject);
    if (before === undefined || badness.indexOf(verdict) > badness.indexOf(before))
      worst.set(subject, verdict);
  }
  return worst;
}

/** An instance that stands for all whose number is not known is written `aws_kms_key.all[*]`. */
const isInstanceOf = (subject: string, symbolic: string): boolean =>
  symbolic.includes('[*]')
    ? symbolic.split('[*]').every(part => subject.includes(part))
    : subject === symbolic;

const badness: readonly string[] = ['not-applicable', 'pass', 'unknown', 'fail'];

async function reportOn(path: string, exclude: readonly string[]): Promise<Report> {
  expect(existsSync(path)).toBe(true);
  const report = await scanFolder(path, [path], { placement, inputs: { include: [], exclude } });
  if (!report) throw new Error(`nothing to scan in ${path}`);
  return report;
}
