import { UsageError } from '../model/problem.ts';
import { reportDefaults, sarifProfiles, type ReportOptions } from '../report/options.ts';
import type { AzurePipeline } from '../report/sarif/azure.ts';
import { choiceOf, formOf } from './answers.ts';
import type { Answers, Io } from './io.ts';
import type { Output } from './output.ts';

/** What the options say of SARIF, and what Azure Pipelines says of itself. */
export function sarifOptions(
  outputs: readonly Output[],
  options: Answers,
  { env }: Pick<Io, 'env'>,
): Pick<ReportOptions, 'sarifProfile' | 'sarifCategory' | 'azurePipeline'> {
  const sarifProfile = choiceOf(options, 'sarifProfile', sarifProfiles);
  const sarifCategory = formOf(options, 'sarifCategory', { form: /[^/\s]$/, example: 'infra' });
  refuseIdle(outputs, { 'sarif-profile': sarifProfile, 'sarif-category': sarifCategory });
  return {
    sarifProfile: sarifProfile ?? reportDefaults.sarifProfile,
    ...(sarifCategory !== undefined && { sarifCategory }),
    ...(sarifProfile === 'azure' && { azurePipeline: azurePipeline(env) }),
  };
}

function refuseIdle(outputs: readonly Output[], given: Readonly<Record<string, string | undefined>>): void {
  if (outputs.some(({ format }) => format === 'sarif')) return;
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    throw new UsageError(`--${name} decides nothing: no sarif is written`, { hint: 'add -f sarif=FILE' });
  }
}

/** The variables in which Azure Pipelines tells a step what it is part of; of two, the first one that is set. */
const variables: Readonly<Record<keyof AzurePipeline, readonly string[]>> = {
  collection: ['SYSTEM_COLLECTIONURI'],
  project: ['SYSTEM_TEAMPROJECTID'],
  definition: ['SYSTEM_DEFINITIONID', 'BUILD_DEFINITIONID'],
  definitionName: ['BUILD_DEFINITIONNAME'],
  phase: ['SYSTEM_PHASEID', 'SYSTEM_JOBID'],
  phaseName: ['SYSTEM_PHASENAME', 'SYSTEM_JOBNAME'],
  branch: ['BUILD_SOURCEBRANCH'],
  build: ['BUILD_BUILDID'],
};

/** Azure drops a run that does not say where it comes from, so a half answer is none. */
function azurePipeline(env: Io['env']): AzurePipeline {
  const missing: string[] = [];
  const read = (field: keyof AzurePipeline): string => {
    const value = variables[field].map(name => env[name]?.trim()).find(Boolean);
    if (value === undefined) missing.push(variables[field].join(' or '));
    return value ?? '';
  };
  const pipeline = {
    collection: read('collection'),
    project: read('project'),
    definition: read('definition'),
    definitionName: read('definitionName'),
    phase: read('phase'),
    phaseName: read('phaseName'),
    branch: read('branch'),
    build: read('build'),
  };
  if (missing.length === 0) return pipeline;
  throw new UsageError('--sarif-profile azure needs what Azure Pipelines says of a run', {
    details: [`not set: ${missing.join(', ')}`],
    hint: 'elsewhere, use the profile github',
  });
}
