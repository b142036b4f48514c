import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { gateLevels, unknownLevels } from '../../src/catalog/gate-levels.ts';
import { packageFolder } from '../../src/catalog/package-folder.ts';
import { validate, type SchemaName } from '../../src/catalog/validate.ts';
import { configTemplate } from '../../src/cli/config-template.ts';
import { casesTemplate, ruleTemplate } from '../../src/cli/rule-template.ts';
import { causes } from '../../src/model/cause.ts';
import { ruleVerdicts } from '../../src/model/finding.ts';
import { scopeKinds } from '../../src/model/resource.ts';
import { confidences, severities } from '../../src/model/rule.ts';
import { readYaml } from '../../src/syntax/yaml.ts';

async function misfits(schema: SchemaName, path: string, text: string): Promise<readonly string[]> {
  const document = readYaml({ path, text });
  if (!document.ok) return document.problems.map(({ message }) => `${path}: ${message}`);
  const found = await validate(schema, document);
  return found.map(({ region, message }) => `${path}:${region.line}: ${message}`);
}

const shipped = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(join(packageFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => name.test(file))
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`);

describe('every file that we ship fits its schema', () => {
  test.each([
    ['rule', shipped('rules', /rule\.yaml$/)],
    ['cases', shipped('rules', /cases\.yaml$/)],
    ['policy', shipped('policies', /\.yaml$/)],
  ] as const)('%s', async (schema, files) => {
    expect(files.length).toBeGreaterThan(0);
    const found = await Promise.all(
      files.map(file => misfits(schema, file, readFileSync(join(packageFolder, file), 'utf8'))),
    );
    expect(found.flat()).toEqual([]);
  });
});

const configText = await configTemplate();

describe('what we write for users fits too', () => {
  test.each([
    ['config', configText],
    ['config', uncommented(configText)],
    ['rule', ruleTemplate('acme/agent-owner')],
    ['cases', casesTemplate()],
  ] as const)('%s', async (schema, text) => {
    expect(await misfits(schema, 'text', text)).toEqual([]);
  });
});

/** The settings of the configuration that are there as comments, switched on. */
function uncommented(text: string): string {
  return text.replaceAll(/^( *)# ((?: *)[a-zA-Z/*.]+:.*)$/gm, '$1$2').replaceAll(/^# {3}/gm, '  ');
}

test.each([
  ['rule', ['properties', 'severity', 'enum'], severities],
  ['rule', ['properties', 'confidence', 'enum'], confidences],
  ['rule', ['properties', 'scope', 'enum'], scopeKinds],
  ['cases', ['definitions', 'case', 'properties', 'expect', 'enum'], ruleVerdicts],
  ['cases', ['definitions', 'case', 'properties', 'open', 'additionalProperties', 'enum'], causes],
  ['config', ['properties', 'failOn', 'enum'], gateLevels],
  ['config', ['properties', 'unknown', 'enum'], unknownLevels],
])('the words of %s at %j are those of the code', (schema, path, words) => {
  const text = readFileSync(join(packageFolder, 'schemas', `${schema}.schema.json`), 'utf8');
  const found = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([name]) => name === key)?.[1]
        : undefined,
    JSON.parse(text),
  );
  expect(found).toEqual(expect.arrayContaining([...words]));
  expect(found).toHaveLength(words.length);
});
