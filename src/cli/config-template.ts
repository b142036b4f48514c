import { packageFolder } from '../catalog/package-folder.ts';
import { loadPolicies, shippedPolicies } from '../catalog/policies.ts';
import type { ParameterHelp } from '../model/policy.ts';
import { wrap } from '../report/text/layout.ts';
import { defaultPolicy } from './setup.ts';

/** A configuration with every key of the schema as a comment; the one thing that is set is the policy. */
export async function configTemplate(): Promise<string> {
  const [baseline] = await loadPolicies(
    [{ name: defaultPolicy, folder: packageFolder, where: 'init' }],
    packageFolder,
  );
  const help = Object.entries(baseline?.policy.help ?? {});
  return `# yaml-language-server: $schema=node_modules/plumbline/schemas/config.schema.json
# What plumbline scans here, and under which policy. \`plumbline help config\` explains each key.

# Any of: ${shippedPolicies().join(', ')}; or a path to your own.
policies: [${defaultPolicy}]

# What your organisation decides. \`plumbline policies show\` lists every parameter.
# A rule that needs a value nobody gave does not run, and is reported as not configured.
parameters:
${help.map(parameterLines).join('')}
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
#     infra/agent.yaml: { ModelId: amazon.nova-lite-v1:0 }

# What Terraform is evaluated with. A plan holds its values; its source says where they are written.
# terraform:
#   variables: { environment: production }
#   varFiles: [production.tfvars]
#   workspace: production
#   sources: [infra/platform]
#   roots:
#     infra/test: { variables: { environment: test }, varFiles: [test.tfvars] }

${gateLines}`;
}

/** The keys that say what gates. */
const gateLines = `# Failures that were accepted, by whom and until when (default: waivers.yaml beside this file, when it is there).
# waivers: [waivers.yaml]

# Whether waivers in comments and Metadata of the inputs count.
# inlineWaivers: true

# What was known before and does not gate: \`plumbline baseline create\` writes it.
# baseline: plumbline-baseline.json

# The least severity that ends a scan with exit code 1: critical, high, medium, low, none.
# failOn: high

# What an undecided verdict does to the gate: ignore, warn, fail.
# unknown: warn

# End with exit code 3 when anything in scope was not assessed.
# requireComplete: false
`;

/** What a parameter means, and an example to switch on. */
function parameterLines([name, { description, example }]: readonly [string, ParameterHelp]): string {
  const lines = wrap(description, 110).map(line => `  # ${line}\n`);
  return `${lines.join('')}  # ${name}: ${JSON.stringify(example)}\n`;
}
