import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { onTestFinished } from 'vitest';

import { findInputs, type FoundInputs } from '../../../src/scan/inputs/find.ts';
import { resolveTargets } from '../../../src/scan/inputs/root.ts';

/** What a test folder holds: texts, bytes, links (`{ link: target }`); a key that ends in `/` is an empty folder. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** Makes a folder for one test and removes it afterwards. */
export function folder(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-inputs-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (name.endsWith('/')) continue;
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
    else symlinkSync(content.link, path);
  }
  return root;
}

interface Options {
  readonly args?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export function find(
  cwd: string,
  { args = [], include = [], exclude = [] }: Options = {},
): Promise<FoundInputs> {
  return findInputs({ ...resolveTargets(cwd, args), inputs: { include, exclude } });
}

/** The inputs, one line each: `parsed infra/agent.yaml`, `skipped main.tf (reason)`. */
export const lines = ({ inputs }: FoundInputs): readonly string[] =>
  inputs.map(({ status, path, reason }) => `${status} ${path}${reason ? ` (${reason})` : ''}`);

export const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
`;

export const jsonTemplate = JSON.stringify({ Resources: { Key: { Type: 'AWS::KMS::Key', Properties: {} } } });
