import { readdirSync, realpathSync } from 'node:fs';
import { join, posix } from 'node:path';

import picomatch from 'picomatch';

import type { Stack } from '../model/declaration.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source.ts';
import { parsePlans, type ParsedPlan } from '../parse/terraform-plan/parse.ts';
import type { SourceFiles } from '../parse/terraform-plan/source-module.ts';
import type { Given, TerraformParsed } from '../parse/terraform/context.ts';
import { parseTerraform } from '../parse/terraform/parse.ts';
import type { Deployments } from './deployments.ts';
import type { FoundInputs } from './inputs/find.ts';
import { textNow } from './inputs/reader.ts';
import { contains } from './inputs/root.ts';
import type { FoundInput } from './inputs/walk.ts';
import { placementFor } from './placement.ts';
import { refuseIdleTerraform } from './terraform-idle.ts';
import { terraformInputs } from './terraform-inputs.ts';

/** What the Terraform files and plans of a run declare. */
export interface TerraformOutcome {
  readonly stacks: readonly Stack[];
  /** The stacks of plans by the path of the plan. */
  readonly plans: ReadonlyMap<string, Stack>;
  readonly problems: readonly Problem[];
  /** What became of each file. */
  readonly settle: (input: FoundInput) => FoundInput;
}

/**
 * Reads plans, and root modules of which no plan is in view: where there is one, it knows more, and the source says where
 * its resources are written.
 */
export function readTerraform(found: FoundInputs, request: Deployments): TerraformOutcome {
  const { terraform, plans } = found;
  const files = filesUnder(request.root);
  const folders = [
    ...new Set(terraform.filter(({ path }) => isCode(path)).map(({ path }) => posix.dirname(path))),
  ];
  const planned = parsePlans(plans, {
    files,
    given: request.terraform?.sources ?? [],
    folders: folders.toSorted(),
    placement: path => placementFor(path, request),
  });
  const modules = parseTerraform(unplanned(terraform, planned.plans), {
    readText: files.read,
    listFiles: folder => allBelow(files, folder),
    placement: root => placementFor(root === '.' ? 'main.tf' : `${root}/main.tf`, request),
    variables: root => givenFor(root, request),
    ...(request.terraform?.workspace !== undefined && { workspace: request.terraform.workspace }),
  });
  const assessed = assessedInstead(modules, planned.plans);
  const read = { found, plans: planned.plans, roots: assessed.roots };
  if (request.terraform?.refusesIdle) refuseIdleTerraform(request.terraform, read);
  return {
    stacks: [...assessed.stacks, ...planned.stacks],
    plans: new Map(
      planned.plans.flatMap(({ path }, index) => {
        const stack = planned.stacks[index];
        return stack ? [[path, stack] as const] : [];
      }),
    ),
    problems: [...planned.problems, ...modules.problems],
    settle: terraformInputs(terraform, {
      plans: planned.plans,
      roots: assessed.roots,
      problems: [...planned.problems, ...modules.problems],
      request,
    }),
  };
}

/**
 * The files that are not only read by way of a plan: what is in no source of a plan, and the modules that it calls. A module
 * that nothing in view called any more would be taken for a root module.
 */
function unplanned(files: readonly SourceFile[], plans: readonly ParsedPlan[]): readonly SourceFile[] {
  const planned = new Set(plans.flatMap(plan => plan.files));
  const kept = new Set(files.filter(({ path }) => !planned.has(path)));
  const sources = new Set(plans.flatMap(({ source }) => source ?? []));
  for (const file of kept) {
    // Values of variables and the like beside a source go with it.
    if (sources.has(posix.dirname(file.path))) kept.delete(file);
    else for (const other of calledBy(file, files)) kept.add(other);
  }
  return files.filter(file => kept.has(file));
}

function calledBy(file: SourceFile, files: readonly SourceFile[]): readonly SourceFile[] {
  const calls = file.text.matchAll(/\bsource"?\s*[=:]\s*"(\.{1,2}(?:\/[^"]*)?)"/g);
  const folders = new Set(
    [...calls].map(([, way = '']) => posix.join(posix.dirname(file.path), way).replace(/\/$/, '')),
  );
  return folders.size === 0 ? [] : files.filter(({ path }) => folders.has(posix.dirname(path)));
}

const isCode = (path: string): boolean => !/\.tfvars(?:\.json)?$/i.test(path);

/** The root modules that no plan was made from. */
function assessedInstead(
  { stacks, roots }: TerraformParsed,
  plans: readonly ParsedPlan[],
): Pick<TerraformParsed, 'stacks' | 'roots'> {
  const sources = new Set(plans.flatMap(({ source }) => source ?? []));
  return {
    stacks: stacks.filter(({ key }) => !sources.has(key)),
    roots: roots.filter(({ path }) => !sources.has(path)),
  };
}

function givenFor(root: string, { terraform }: Deployments): readonly Given[] {
  const matching = (terraform?.variables ?? []).filter(
    ({ roots }) => roots === undefined || roots === root || picomatch.isMatch(root, roots),
  );
  return matching.flatMap(({ given }) => given);
}

/** What lies in folders of the repository; links that lead out of it lead nowhere. */
function filesUnder(root: string): SourceFiles {
  const realRoot = realpathSync(root);
  return {
    read: textNow(root),
    list: folder => {
      try {
        const path = join(root, folder);
        if (!contains(realRoot, realpathSync(path))) return [];
        return readdirSync(path).toSorted();
      } catch {
        return [];
      }
    },
  };
}

function allBelow(files: SourceFiles, folder: string): readonly string[] {
  return files.list(folder).flatMap(name => {
    const path = folder === '.' ? name : `${folder}/${name}`;
    const inner = files.list(path);
    return inner.length > 0 ? allBelow(files, path) : [path];
  });
}
