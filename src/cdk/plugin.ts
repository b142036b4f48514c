import { readFileSync } from 'node:fs';

import type {
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyValidationStack,
} from 'aws-cdk-lib';

import { packageFolder } from '../catalog/package-folder.ts';
import { assembliesOf } from './assemblies.ts';
import type { PlumblineOptions } from './options.ts';
import { scanAssemblies, type Outcome } from './scan.ts';
import { violationsOf } from './violations.ts';

export type { PlumblineOptions } from './options.ts';

/**
 * Plumbline as a policy-validation plugin of the AWS CDK: `Validations.of(app).addPlugins(plumbline())`. Findings come at
 * `cdk synth`. A scan that did not take place or could not read something is no success, and says why.
 */
export function plumbline(options: PlumblineOptions = {}): IPolicyValidationPlugin {
  return {
    name: 'Plumbline',
    version: version(),
    validate: ({ stackTemplates }) => {
      const templates = stackTemplates.map(({ templatePath }) => templatePath);
      return reportOf(scanAssemblies(assembliesOf(templates), options), stackTemplates);
    },
  };
}

function reportOf(outcome: Outcome, stacks: readonly PolicyValidationStack[]): PolicyValidationPluginReport {
  const violations = violationsOf(outcome, stacks);
  if (outcome.kind === 'failed') return { success: false, violations, metadata: { reason: outcome.reason } };
  const { gate, complete, coverage, ruleset, notConfigured } = outcome.report;
  return {
    success: gate.exitCode === 0,
    violations,
    metadata: {
      gate: gate.reason,
      complete: String(complete),
      verdicts: Object.entries(coverage.verdicts)
        .map(([verdict, count]) => `${count} ${verdict}`)
        .join(', '),
      policies: ruleset.policies.join(', '),
      ...(notConfigured.length > 0 && {
        'not configured': notConfigured.map(({ rule }) => rule).join(', '),
      }),
    },
  };
}

function version(): string {
  const content: { readonly version: string } = JSON.parse(
    readFileSync(`${packageFolder}package.json`, 'utf8'),
  );
  return content.version;
}
