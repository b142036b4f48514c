import { posix } from 'node:path';

import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source.ts';
import type { ParsedPlan } from '../parse/terraform-plan/parse.ts';
import type { RootModule } from '../parse/terraform/context.ts';
import type { Deployments } from './deployments.ts';
import type { FoundInput } from './inputs/walk.ts';

interface Outcome {
  readonly plans: readonly ParsedPlan[];
  /** The root modules that are assessed. */
  readonly roots: readonly RootModule[];
  readonly problems: readonly Problem[];
  readonly request: Deployments;
}

/** What became of the files of Terraform and of plans. */
export function terraformInputs(
  files: readonly SourceFile[],
  outcome: Outcome,
): (input: FoundInput) => FoundInput {
  const paths = new Set(files.map(({ path }) => path));
  const used = new Set(outcome.roots.flatMap(root => root.files));
  const broken = new Map(
    outcome.problems.flatMap(({ fatal, path, message }) =>
      fatal && path !== undefined ? [[path, message] as const] : [],
    ),
  );
  return input => {
    const { path, format } = input;
    if (format !== 'terraform' && format !== 'terraform-plan') return input;
    const reason = broken.get(path);
    if (reason !== undefined) return { ...input, status: 'failed', reason };
    if (input.status === 'skipped') return besideJson(input, outcome.plans);
    if (format === 'terraform-plan') return withReason(input, planReason(path, outcome.plans));
    return used.has(path) ? input : unused(input, paths, outcome);
  };
}

const withReason = (input: FoundInput, reason: string | undefined): FoundInput =>
  reason === undefined ? input : { ...input, reason };

/** Pipelines often leave the saved plan beside what `terraform show -json` printed of it. */
function besideJson(input: FoundInput, plans: readonly ParsedPlan[]): FoundInput {
  const folder = posix.dirname(input.path);
  const json = plans.find(({ path }) => posix.dirname(path) === folder);
  if (!json) return input;
  return { ...input, format: 'terraform-saved-plan', reason: `${json.path}, a plan as JSON, is assessed` };
}

function planReason(path: string, plans: readonly ParsedPlan[]): string | undefined {
  const { gone = 0, forgotten = 0 } = plans.find(plan => plan.path === path) ?? {};
  const reasons = [
    ...(gone > 0 ? [`${resources(gone)} that it deletes ${was(gone)} not assessed`] : []),
    ...(forgotten > 0
      ? [`${resources(forgotten)} that it forgets, and leaves in AWS, ${was(forgotten)} not assessed`]
      : []),
  ];
  return reasons.length > 0 ? reasons.join('; ') : undefined;
}

const resources = (count: number): string => (count === 1 ? '1 resource' : `${count} resources`);
const was = (count: number): string => (count === 1 ? 'was' : 'were');

function unused(input: FoundInput, paths: ReadonlySet<string>, { plans, request }: Outcome): FoundInput {
  const { path } = input;
  if (/\.tfvars(?:\.json)?$/i.test(path)) return valuesInput(input, request);
  const plan = plans.find(({ files }) => files.includes(path));
  if (plan)
    return {
      ...input,
      reason: `it says where things are written; ${plan.path}, the plan of it, is assessed`,
    };
  const instead = path.replace(/\.tf(\.json)?$/, '.tofu$1');
  if (instead !== path && paths.has(instead)) {
    const reason = `OpenTofu reads ${posix.basename(instead)} instead`;
    return { ...input, status: 'skipped', format: 'terraform-replaced', reason };
  }
  return { ...input, status: 'skipped', reason: 'no root module in view uses it' };
}

/** Values that no root module takes by itself are used when they are given. */
function valuesInput(input: FoundInput, { terraform }: Deployments): FoundInput {
  const given = (terraform?.variables ?? []).flatMap(one => one.given);
  const isGiven = given.some(one => one.kind === 'file' && one.file.path === input.path);
  const format = 'terraform-values';
  if (isGiven) return { ...input, format };
  const reason = 'values of variables, used only when given with --tf-var-file';
  return { ...input, status: 'skipped', format, reason };
}
