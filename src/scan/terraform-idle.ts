import { distance } from 'fastest-levenshtein';

import { UsageError } from '../model/problem.ts';
import type { ParsedPlan } from '../parse/terraform-plan/parse.ts';
import type { RootModule } from '../parse/terraform/context.ts';
import { field } from '../syntax/field.ts';
import { parseHcl } from '../syntax/hcl/parse-hcl.ts';
import { readJson } from '../syntax/json.ts';
import type { FoundInputs } from './inputs/find.ts';
import type { TerraformSettings } from './request.ts';

interface Read {
  readonly found: FoundInputs;
  readonly plans: readonly ParsedPlan[];
  /** The root modules that are assessed. */
  readonly roots: readonly RootModule[];
}

/** What is given on the command line and decides nothing is a mistake. */
export function refuseIdleTerraform(settings: TerraformSettings, read: Read): void {
  refuseIdleSources(settings, read);
  const isIdle = read.roots.length === 0;
  const given = settings.variables.flatMap(one => (one.roots === undefined ? one.given : []));
  const names = given.flatMap(one =>
    one.kind === 'variable' && isFromCommandLine(one.via.what) ? [one.name] : [],
  );
  if (isIdle && (names.length > 0 || settings.workspace !== undefined)) {
    const what = names.length > 0 ? '--tf-var' : '--tf-workspace';
    throw new UsageError(`${what} decides nothing: there is no Terraform to evaluate`, { hint: plansKnow });
  }
  if (names.length === 0) return;
  const declared = declaredIn(read);
  const idle = names.find(name => !declared.includes(name));
  if (idle === undefined) return;
  throw new UsageError(`--tf-var ${idle} decides nothing: no root module has that variable`, {
    hint: nearest(idle, declared),
  });
}

const plansKnow = 'plans hold the values that they were made with';

const isFromCommandLine = (what: string): boolean => what.startsWith('--tf-var');

function refuseIdleSources({ sources }: TerraformSettings, { plans, found }: Read): void {
  const idle = sources.find(folder => !plans.some(({ source }) => source === folder));
  if (idle === undefined) return;
  const message = `--source ${idle} decides nothing: `;
  if (found.plans.length === 0) throw new UsageError(`${message}no plan was found`);
  throw new UsageError(`${message}no plan was made from it`, {
    details: found.plans.slice(0, 3).map(({ path }) => `looked at ${path}`),
    hint: 'it is the folder of the root module, where terraform plan was run',
  });
}

/** The variables of the root modules. */
function declaredIn({ found, roots }: Read): readonly string[] {
  const folders = new Set(roots.map(({ path }) => path));
  const own = found.terraform.filter(({ path }) => folders.has(folderOf(path)));
  const names = own.flatMap(file => {
    if (!file.path.endsWith('.json'))
      return parseHcl(file).body.blocks.flatMap(({ type, labels }) =>
        type === 'variable' ? (labels[0]?.text ?? []) : [],
      );
    const document = readJson(file);
    const variables = document.ok ? field(document.root, 'variable') : undefined;
    return variables?.kind === 'map' ? variables.entries.map(({ key }) => key) : [];
  });
  return [...new Set(names)].toSorted();
}

function nearest(name: string, declared: readonly string[]): string {
  const [best] = declared.toSorted((a, b) => distance(a, name) - distance(b, name));
  return best !== undefined && distance(best, name) <= Math.ceil(name.length * 0.4)
    ? `did you mean ${best}?`
    : 'variables are set where a `variable` block declares them';
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
