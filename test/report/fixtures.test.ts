import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';

import { reporters } from '../../src/report/index.ts';
import { readResult } from '../../src/report/read-result.ts';
import { plumbline } from '../cli/plumbline.ts';
import { refusals } from './github-rules.ts';
import { gitlabRefusals } from './gitlab-schemas.ts';
import { withOptions } from './sample.ts';
import { logOf } from './sarif-log.ts';
import { tableOf } from './table.ts';

/*
 * Every fixture, scanned as a user would, in every format that something else reads: held to the schema of the format, to
 * what the readers check themselves, and to the counts of the run.
 */

const root = resolve(import.meta.dirname, '../..');

const fixtures = readdirSync(join(root, 'fixtures')).flatMap(kind =>
  readdirSync(join(root, 'fixtures', kind))
    .filter(name => !name.includes('.expect.'))
    .map(name => `fixtures/${kind}/${name}`),
);

const junitSchema = readFileSync(new URL('junit.xsd', import.meta.url), 'utf8');

const pipeline = {
  collection: 'https://dev.azure.com/contoso/',
  project: '11111111-1111-1111-1111-111111111111',
  definition: '1',
  definitionName: 'Build',
  phase: '22222222-2222-2222-2222-222222222222',
  phaseName: 'Scan',
  branch: 'refs/heads/main',
  build: '2',
};

async function reportOf(path: string) {
  const { stdout, code } = await plumbline(
    ['scan', path, '--no-config', '--allow-empty', '--verdicts', 'all', '-f', 'json'],
    { cwd: root },
  );
  expect([0, 1, 2]).toContain(code);
  return readResult({ path, text: stdout });
}

/** What the upload step checks before it sends a file, beyond the schema. */
function uploadRefusals(log: Log): string[] {
  const text = JSON.stringify(log);
  const categories = log.runs.map(
    ({ tool, automationDetails }) => `${tool.driver.name} ${automationDetails?.id}`,
  );
  const uris = [...text.matchAll(/"uri":"([^"]*)"/g)].map(([, uri = '']) => uri);
  const rules = log.runs.flatMap(({ tool }) => tool.driver.rules ?? []);
  return Object.entries({
    'larger than 10 MB packed': gzipSync(text).length > 10 * 1024 * 1024,
    'two runs of one category': new Set(categories).size < categories.length,
    'an empty uri': uris.includes(''),
    'a file that is not in the checkout': uris.some(uri => !existsSync(join(root, decodeURIComponent(uri)))),
    'a severity that is no number': rules.some(rule =>
      Number.isNaN(Number(rule.properties?.['security-severity'])),
    ),
    'a run without results': log.runs.some(({ results }) => results === undefined),
  })
    .filter(([, isSo]) => isSo)
    .map(([what]) => what);
}

test('there are fixtures', () => {
  expect(fixtures.length).toBeGreaterThan(4);
});

test.each(fixtures)('%s', async path => {
  const report = await reportOf(path);
  const { fail, unknown } = report.coverage.verdicts;
  const log = logOf(report, { sarifCategory: 'fixtures' });
  expect([...refusals(log), ...uploadRefusals(log)]).toEqual([]);
  expect(log.runs[0]?.results).toHaveLength(fail);
  expect(logOf(report, { sarifProfile: 'full', verdicts: 'all' }).runs[0]?.results).toHaveLength(
    report.results.length,
  );
  const azure = logOf(report, { sarifProfile: 'azure', azurePipeline: pipeline });
  expect([...refusals(azure).filter(one => one !== 'run: category'), ...uploadRefusals(azure)]).toEqual([]);
  const write = (format: keyof typeof reporters) =>
    reporters[format](report, withOptions({ verdicts: 'all' }));
  expect(gitlabRefusals('gitlab', write('gitlab'))).toEqual([]);
  expect(gitlabRefusals('gitlab-sast', write('gitlab-sast'))).toEqual([]);
  const listed = JSON.parse(write('gitlab-sast')).vulnerabilities;
  expect(listed).toHaveLength(fail + unknown);
  expect(
    new Set(JSON.parse(write('gitlab')).map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size,
  ).toBe(listed.length + report.problems.filter(({ path: at }) => at !== undefined).length);
  const { errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: write('junit') },
    schema: junitSchema,
  });
  expect(errors).toEqual([]);
  expect(tableOf(write('csv')).filter(({ verdict }) => verdict === 'fail')).toHaveLength(fail);
});
