import { run } from '../../src/cli/run.ts';
import { folder, type Files } from '../scan/inputs/folder.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface World {
  readonly cwd?: string;
  readonly files?: Files;
  readonly env?: Readonly<Record<string, string>>;
}

/** One run of the command line in this process: in a fresh folder with `files`, or in `cwd`. */
export async function plumbline(
  args: readonly string[],
  { files = {}, cwd = folder(files), env = {} }: World = {},
): Promise<Outcome> {
  const said = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof said) => ({
    write: (text: string) => {
      said[name] += text;
    },
    isTTY: false,
    columns: undefined,
  });
  const code = await run(args, { stdout: sink('stdout'), stderr: sink('stderr'), env, cwd });
  return { code, ...said };
}

/** A rule of a user's own, its policy and a configuration that runs it and nothing else. */
export const ownRule = `id: acme/owner
title: Agents carry an owner tag
severity: medium
confidence: high
for: AWS::Bedrock::Agent
params:
  ownerTag: { type: string, default: owner, description: The key of the tag. }
assert:
  - expr: params.ownerTag in r.tags
    message: "Agent {{ r.AgentName }} has no {{ params.ownerTag }}."
    at: r.Tags
why: Nobody knows whom to ask when the agent misbehaves.
fix: { summary: Add the tag to the agent., cloudformation: "Tags: { owner: me }\\n" }
aka: { checkov: [ACME_1] }
since: "0.1"
`;

export const agent = (tags: string): string => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      Tags: ${tags}
`;

/** A repository with that rule and a template that breaks it. */
export const repository = {
  'plumbline.yaml': 'policies: [./acme.yaml]\nrules: [rules]\n',
  'acme.yaml': "id: acme\ntitle: Acme\nrules: ['acme/*']\n",
  'rules/acme/owner/rule.yaml': ownRule,
  'infra/agent.yaml': agent('{ team: ml }'),
} as const satisfies Files;
