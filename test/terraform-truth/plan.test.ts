import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { SourceFile } from '../../src/model/source.ts';
import type { TerraformParsed } from '../../src/parse/terraform/context.ts';
import { parseTerraform } from '../../src/parse/terraform/parse.ts';
import { expressionFiles, expressionPrelude, expressions } from '../parse/terraform/expressions.ts';
import { comparePlan, type Comparison } from './compare-plan.ts';
import { generateRoot } from './generate.ts';
import { answers, hasTools, planOf } from './terraform.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'terraform');

/** Roots of the fixtures that Terraform cannot plan here, and why. */
const notPlanned: Readonly<Record<string, string>> = {};

/** The generated roots; more of them with `TERRAFORM_TRUTH_ROOTS`. */
const roots = Number(process.env['TERRAFORM_TRUTH_ROOTS'] ?? 3);
const modulesEach = 4;

/** Without Terraform and Go there is nothing to compare with: the tests are skipped, and say so. */
const truth = hasTools() ? describe : describe.skip;

truth('what Terraform plans (skipped without the programs terraform and go)', () => {
  test('of every expression and function', async () => {
    const blocks = expressions.map(([text], index) => `resource "aws_x" "e${index}" {\n  v = ${text}\n}\n`);
    const files = [
      { path: 'main.tf', text: expressionPrelude + blocks.join('') },
      ...Object.entries(expressionFiles).map(([path, text]) => ({ path, text })),
    ];
    const found = await compared(files, '.');
    const named = found.different.map(
      line => `${expressions[Number(/e(\d+)/.exec(line)?.[1])]?.[0]}: ${line}`,
    );
    expect({ ...found, different: named }).toMatchObject(nothingWrong);
    expect({ early: found.early, lost: found.lost }).toEqual({ early: [], lost: [] });
  });

  test.each(fixtureRoots().filter(root => !(root in notPlanned)))('of fixtures/terraform/%s', async root => {
    const [top = root] = root.split('/');
    const found = await compared(filesBelow(top), root);
    expect(found).toMatchObject(nothingWrong);
    expect(found.early).toEqual([]);
  });

  test.each(Array.from({ length: roots }, (_, index) => index + 1))(
    'of generated modules, seed %i',
    async seed => {
      const found = await compared(generateRoot(seed, modulesEach), '.');
      expect(found).toMatchObject({ ...nothingWrong, lost: [] });
      expect(found.equal).toBeGreaterThan(found.early.length * 50);
    },
  );
});

const nothingWrong: Partial<Comparison> = { different: [], missing: [], extra: [] };

async function compared(files: readonly SourceFile[], root: string): Promise<Comparison> {
  const { stacks, problems } = parsed(files);
  expect(problems).toEqual([]);
  const stack = stacks.find(({ key }) => key === root);
  return comparePlan(stack?.declarations ?? [], await planOf(files, root));
}

function parsed(files: readonly SourceFile[]): TerraformParsed {
  return parseTerraform(
    files.filter(({ path }) => /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(path)),
    {
      readText: path => files.find(file => file.path === path)?.text,
      listFiles: folder =>
        files.map(({ path }) => path).filter(path => folder === '.' || path.startsWith(`${folder}/`)),
      placement: () => ({
        region: answers.aws_region.region,
        account: answers.aws_caller_identity.account_id,
        partition: answers.aws_partition.partition,
      }),
      workspace: 'default',
    },
  );
}

function fixtureRoots(): string[] {
  return parsed(filesBelow('')).roots.map(({ path }) => path);
}

function filesBelow(folder: string): SourceFile[] {
  return globSync('**/*', { cwd: join(fixtures, folder), withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const path = join(entry.parentPath, entry.name);
      return { path: path.slice(fixtures.length + 1), text: readFileSync(path, 'utf8') };
    });
}
