import type { RunAutomationDetails } from 'sarif';

/** What Azure Pipelines says of a run, as it says it. */
export interface AzurePipeline {
  /** `https://dev.azure.com/<organisation>/` or `https://<organisation>.visualstudio.com/` */
  readonly collection: string;
  readonly project: string;
  readonly definition: string;
  readonly definitionName: string;
  readonly phase: string;
  readonly phaseName: string;
  readonly branch: string;
  readonly build: string;
}

const prefix = 'azuredevops/pipeline/build/';

/** Where a run comes from, as GitHub Advanced Security for Azure DevOps wants it; without it, it drops the run. */
export function azureDetails(pipeline: AzurePipeline): RunAutomationDetails {
  const { project, definition, definitionName, phase, phaseName, branch, build } = pipeline;
  return {
    id: prefix + [organisationOf(pipeline), project, definition, phase, branch, build].join('/'),
    properties: {
      [`${prefix}buildDefinitionId`]: definition,
      [`${prefix}buildDefinitionName`]: definitionName,
      [`${prefix}phaseId`]: phase,
      [`${prefix}phaseName`]: phaseName,
    },
  };
}

function organisationOf({ collection }: AzurePipeline): string {
  const [, host = '', path = ''] = /^https?:\/\/([^/]+)\/?([^/]*)/.exec(collection) ?? [];
  const [, organisation] = /^(.*?)(?:\.vsrm)?\.visualstudio\.com$/.exec(host) ?? [];
  return organisation ?? path;
}
