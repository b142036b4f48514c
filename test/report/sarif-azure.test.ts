import { expect, test } from 'vitest';

import type { AzurePipeline } from '../../src/report/sarif/azure.ts';
import { everything } from './everything.ts';
import { refusals } from './github-rules.ts';
import { logOf, runOf } from './sarif-log.ts';

const pipeline: AzurePipeline = {
  collection: 'https://dev.azure.com/contoso/',
  project: '11111111-1111-1111-1111-111111111111',
  definition: '1234',
  definitionName: 'Nightly Build',
  phase: '22222222-2222-2222-2222-222222222222',
  phaseName: 'Build',
  branch: 'refs/heads/main',
  build: '98765',
};

const options = { sarifProfile: 'azure', azurePipeline: pipeline } as const;

test.each([
  'https://dev.azure.com/contoso/',
  'https://dev.azure.com/contoso',
  'https://vsrm.dev.azure.com/contoso/',
  'https://contoso.visualstudio.com/',
  'https://contoso.vsrm.visualstudio.com/',
])('says where it comes from, as Azure DevOps wants it: %s', collection => {
  const run = runOf(everything, { ...options, azurePipeline: { ...pipeline, collection } });
  expect(run.automationDetails).toEqual({
    id: 'azuredevops/pipeline/build/contoso/11111111-1111-1111-1111-111111111111/1234/22222222-2222-2222-2222-222222222222/refs/heads/main/98765',
    properties: {
      'azuredevops/pipeline/build/buildDefinitionId': '1234',
      'azuredevops/pipeline/build/buildDefinitionName': 'Nightly Build',
      'azuredevops/pipeline/build/phaseId': '22222222-2222-2222-2222-222222222222',
      'azuredevops/pipeline/build/phaseName': 'Build',
    },
  });
});

test('is the profile for GitHub in everything else, with the names that Azure DevOps asks for', () => {
  const { automationDetails: _, ...run } = runOf(everything, options);
  expect(run).toEqual(runOf(everything, { sarifProfile: 'github' }));
  expect(run.tool.driver.fullName).toBe('plumbline 0.1.0');
  expect(run.tool.driver.rules?.every(({ name }) => Boolean(name))).toBe(true);
  // The category is the id up to its last slash; that of Azure ends with the build.
  expect(refusals(logOf(everything, options))).toEqual(['run: category']);
});
