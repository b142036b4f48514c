import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { SourceFile } from '../../src/model/source.ts';
import { parseHcl } from '../../src/syntax/hcl/parse-hcl.ts';
import { stubSchemas } from './stub-schema.ts';

/** A plan as `terraform show -json` prints it, as far as it is compared. */
export interface Plan {
  readonly resource_changes?: readonly ResourceChange[];
}

export interface ResourceChange {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly change: {
    readonly actions: readonly string[];
    readonly after: unknown;
    readonly after_unknown: unknown;
  };
}

export const hasTools = (): boolean =>
  spawnSync('go', ['version']).status === 0 && spawnSync('terraform', ['version']).status === 0;

/** What data sources that everybody uses answer. */
export const answers = {
  aws_region: { name: 'eu-west-1', id: 'eu-west-1', region: 'eu-west-1' },
  aws_caller_identity: { account_id: '111122223333', id: '111122223333' },
  aws_partition: { partition: 'aws', id: 'aws', dns_suffix: 'amazonaws.com' },
};

/**
 * What the real Terraform plans for a root module, without network or credentials: every provider is the stub of
 * `stub-provider/`. Throws with the words of Terraform when it refuses the files.
 */
export async function planOf(files: readonly SourceFile[], root: string): Promise<Plan> {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-truth-'));
  try {
    const stub = stubProvider();
    const schemas = stubSchemas(
      files.filter(({ path }) => path.endsWith('.tf')),
      answers,
    );
    for (const provider of Object.keys(schemas)) mirror(stub, folder, provider);
    writeFileSync(join(folder, 'schema.json'), JSON.stringify(schemas));
    const installation = `provider_installation { filesystem_mirror { path = "${join(folder, 'mirror')}" } }`;
    writeFileSync(join(folder, 'terraform.rc'), `disable_checkpoint = true\n${installation}\n`);
    for (const file of files) write(join(folder, 'source', file.path), withoutVersions(file));
    const run = (...args: string[]) => terraform(args, join(folder, 'source', root), folder);
    await run('init', '-backend=false', '-input=false', '-no-color');
    await run('plan', '-refresh=false', '-lock=false', '-input=false', '-no-color', '-out=plan');
    const plan: Plan = JSON.parse(await run('show', '-json', 'plan'));
    return plan;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The stub has one version, and state is kept nowhere. */
function withoutVersions({ path, text }: SourceFile): string {
  if (!path.endsWith('.tf')) return text;
  const blocks = parseHcl({ path, text }).body.blocks.filter(({ type }) => type === 'terraform');
  return blocks.reduceRight((rest, { start, end }) => {
    const inside = rest.slice(start, end).replaceAll(/^\s*(?:required_)?version\s*=.*$/gm, '');
    return rest.slice(0, start) + inside.replaceAll(/backend\s+"\w+"\s*\{[^}]*\}/g, '') + rest.slice(end);
  }, text);
}

function mirror(stub: string, folder: string, provider: string): void {
  const place = join(folder, 'mirror', 'registry.terraform.io', 'hashicorp', provider, '9.9.9', platform());
  mkdirSync(place, { recursive: true });
  linkOrCopy(stub, join(place, `terraform-provider-${provider}_v9.9.9`));
}

const platform = (): string => `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    writeFileSync(to, readFileSync(from), { mode: 0o755 });
  }
}

/** The stub, built once for each state of its source. */
function stubProvider(): string {
  const source = join(import.meta.dirname, 'stub-provider');
  const hash = createHash('sha256');
  for (const file of globSync('*', { cwd: source }).toSorted()) hash.update(readFileSync(join(source, file)));
  const cache = join(import.meta.dirname, '../../node_modules/.cache/terraform-truth');
  const program = join(cache, hash.digest('hex').slice(0, 16));
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  const unfinished = `${program}.${process.pid}`;
  execFileSync('go', ['build', '-o', unfinished, '.'], {
    cwd: source,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  renameSync(unfinished, program);
  return program;
}

/** Runs Terraform in a process group of its own, which is ended with it: its providers would stay behind. */
function terraform(args: readonly string[], cwd: string, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', args, {
      cwd,
      detached: true,
      env: {
        ...process.env,
        TF_CLI_CONFIG_FILE: join(folder, 'terraform.rc'),
        STUB_SCHEMA: join(folder, 'schema.json'),
        CHECKPOINT_DISABLE: '1',
        TF_IN_AUTOMATION: '1',
      },
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const limit = setTimeout(() => endGroup(child.pid), 240_000);
    child.on('error', reject);
    child.on('close', code => {
      clearTimeout(limit);
      endGroup(child.pid);
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'));
      else reject(new Error(`terraform ${args[0] ?? ''}: ${Buffer.concat(errors).toString('utf8')}`));
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}
