import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { configName } from '../../catalog/find-config.ts';
import { shippedPolicies } from '../../catalog/policies.ts';
import { UsageError } from '../../model/problem.ts';
import type { Handler } from '../io.ts';
import { defaultPolicy } from '../setup.ts';

/** Writes a configuration in which every setting is there as a comment. */
export const initCommand: Handler = async ({ io }) => {
  const path = join(io.cwd, configName);
  if (existsSync(path)) {
    throw new UsageError(`${configName} is there already; it was not touched`, {
      hint: '`plumbline config show --origin` prints what it sets',
    });
  }
  writeFileSync(path, configText(shippedPolicies()));
  io.stderr.write(`wrote ${configName}

next
  1. set approvedModels, approvedRegions and requiredTags in it; rules without them do not run
  2. plumbline config show --origin
  3. plumbline scan
`);
  return 0;
};

/** Every key of the schema, with its default; the one thing that is set is the policy. */
export function configText(policies: readonly string[]): string {
  return `# yaml-language-server: $schema=node_modules/plumbline/schemas/config.schema.json
# What plumbline scans here, and under which policy. \`plumbline help config\` explains each key.

# Any of: ${policies.join(', ')}; or a path to your own.
policies: [${defaultPolicy}]

# What your organisation decides. \`plumbline policies show\` lists every parameter.
# A rule that needs a value nobody gave does not run, and is reported as not configured.
parameters:
  # approvedModels: [anthropic.claude-sonnet-4-5]
  # approvedRegions: [eu-west-1, eu-central-1]
  # requiredTags: [owner, cost-center, data-classification]

# Your own rules: <folder>/<domain>/<rule>/rule.yaml. \`plumbline rules new acme/agent-owner\` makes one.
# rules: [plumbline-rules]

# Which files to look at. Without it: every file whose content is infrastructure as code and that git does not ignore.
# inputs:
#   include: [infra/**]
#   exclude: [infra/examples/**]

# Where the templates are deployed. What depends on it stays unknown as long as nobody says it.
# region: eu-west-1
# account: "111122223333"
# partition: aws

# … and where single ones are, when they do not all go to one place. The last match counts.
# accounts:
#   infra/production/**: { account: "444455556666", region: eu-central-1 }

# Values for the parameters of templates.
# cloudformation:
#   parameters: { Stage: production }
#   templates:
#     infra/agent.yaml: { ModelId: anthropic.claude-sonnet-4-5 }

# The least severity that ends a scan with exit code 1: critical, high, medium, low, none.
# failOn: high

# What an undecided verdict does to the gate: ignore, warn, fail.
# unknown: warn

# End with exit code 3 when anything in scope was not assessed.
# requireComplete: false
`;
}
