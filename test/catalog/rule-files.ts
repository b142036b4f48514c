import { join } from 'node:path';

import { placeOf } from '../../src/catalog/diagnostic.ts';
import { loadRules, type LoadedRules } from '../../src/catalog/rules.ts';
import type { TypeRegistry } from '../../src/model/types.ts';
import { folder, type Files } from '../scan/inputs/folder.ts';

/** A rule that loads; tests change lines of it. */
export const ruleText = `id: acme/owner
title: Agents carry an owner tag
severity: medium
confidence: high
for: AWS::Bedrock::Agent
params:
  ownerTag: { type: string, default: owner, description: The key of the tag. }
assert:
  - expr: params.ownerTag in r.tags
    message: "Agent {{ r.AgentName }} has no owner."
    at: r.Tags
why: Nobody knows whom to ask when the agent misbehaves.
fix: { summary: Add the tag to the agent. }
themes: [inventory-tagging]
references: [https://docs.aws.amazon.com/bedrock/]
since: "0.1"
`;

const names = [
  'AWS::Bedrock::Agent',
  'AWS::Bedrock::AgentAlias',
  'AWS::Bedrock::Guardrail',
  'AWS::S3::Bucket',
];

/** As few types as the tests need. */
const types: TypeRegistry = {
  names,
  get: name =>
    names.includes(name) ? { name, properties: {}, definitions: {}, attributes: [], names: [] } : undefined,
};

/** Loads a folder of rules as a user's own. */
export function load(files: Files): Promise<LoadedRules> {
  return loadRules(
    [{ path: join(folder({ 'rules/': '', ...files }), 'rules'), name: 'rules', trusted: false }],
    types,
  );
}

/** The mistakes in `rules/acme/owner/rule.yaml`, one line each: `line:column message (hint)`. */
export async function mistakesIn(text: string): Promise<readonly string[]> {
  const { diagnostics } = await load({ 'rules/acme/owner/rule.yaml': text });
  return diagnostics.map(diagnostic => {
    const place = placeOf(diagnostic).replace('rules/acme/owner/rule.yaml:', '');
    return `${place} ${diagnostic.message}${diagnostic.hint === undefined ? '' : ` (${diagnostic.hint})`}`;
  });
}
