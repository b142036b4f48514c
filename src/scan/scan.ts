import { evaluate } from '../evaluate/evaluate.ts';
import type { Fine } from '../evaluate/evaluate.ts';
import type { PreparedRule } from '../evaluate/prepare.ts';
import { UsageError } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { normalize } from '../normalize/normalize.ts';
import type { EstateView } from './estate-view.ts';
import { gatekeep } from './gatekeep.ts';
import type { Said } from './gatekeep.ts';
import { hash } from './hash.ts';
import { findInputs, nothingFound } from './inputs/find.ts';
import type { FoundInputs } from './inputs/find.ts';
import { liveAccountsOf } from './live-accounts.ts';
import { isSnapshot } from './live/is-snapshot.ts';
import type { SnapshotView } from './live/view-snapshot.ts';
import { notCreatedIn } from './not-created.ts';
import { openingProblems } from './openings.ts';
import { parseInputs, parserOfLone } from './parse-inputs.ts';
import { prepareRules } from './prepare-rules.ts';
import { reportOf } from './report-of.ts';
import type { RunOutcome } from './report-of.ts';
import type { ScanRequest } from './request.ts';
import { skippedProblems } from './skipped.ts';
import type { TerraformOutcome } from './terraform.ts';
import { unknownProperties } from './unknown-properties.ts';
import { unknownTypes } from './unknown-types.ts';

/** One run over files: find, parse, normalize, evaluate, report. Throws `UsageError` when there is nothing to scan. */
export async function scan(request: ScanRequest): Promise<Report> {
  const started = new Date();
  const rules = await prepareRules(request.rules, request.facts);
  const { fine, resources, ...said } = await assess(request, rules);
  const { view } = said;
  const gated = await gatekeep(request, said, estateOf);
  const { accounts, notCreated, leftOut } = view;
  return reportOf(view.organisation ? wholly(request) : request, {
    started,
    inputs: view.inputs,
    resources,
    fine,
    files: view.files,
    ...gated,
    problems: [...view.problems, ...gated.problems],
    ...(accounts && { accounts }),
    ...(notCreated && { notCreated }),
    ...(leftOut && { leftOut }),
  });
}

interface Assessed extends Said, Pick<RunOutcome, 'fine' | 'resources'> {}

/** What the rules say of everything that the paths of a request hold. */
async function assess(request: ScanRequest, rules: readonly PreparedRule[]): Promise<Assessed> {
  const fine = { pass: 0, 'not-applicable': 0 };
  const options = {
    types: request.types,
    hash,
    ...(!request.listsAll && { fine: (verdict: Fine) => void (fine[verdict] += 1) }),
  };
  const [path, ...others] = request.paths;
  // Beside other inputs a snapshot is held whole: each of them may speak of what the others hold.
  if (path !== undefined && others.length === 0 && isSnapshot(request.root, path)) {
    const { assessSnapshot } = await import('./live/assess-snapshot.ts');
    return { ...assessSnapshot(request, path, { ...options, rules }), rules, fine };
  }
  const { estate, ...view } = await estateOf(request);
  const results = evaluate(estate, rules, options);
  const { resources } = estate;
  const liveAccounts = liveAccountsOf(resources);
  return { view, estate, liveAccounts, resources: resources.length, rules, results, fine };
}

const wholly = (request: ScanRequest): ScanRequest => ({
  ...request,
  gate: { ...request.gate, requireComplete: true },
});

/** Everything that the paths of a request hold, in the one model, and what could not be read of it. */
export async function estateOf(request: ScanRequest): Promise<EstateView> {
  const live = request.paths.filter(path => isSnapshot(request.root, path));
  if (live.length === 0) return estateOfFiles(request);
  // What reads snapshots is loaded when there is one.
  const { viewSnapshot } = await import('./live/view-snapshot.ts');
  const viewer = { types: request.types, version: request.tool.version };
  const views = live.map(path => viewSnapshot(request.root, path, viewer));
  refuseOverlap(views);
  const paths = request.paths.filter(path => !live.includes(path));
  return joined(paths.length === 0 ? nothing : await estateOfFiles({ ...request, paths }), views);
}

const nothing: EstateView = {
  estate: { resources: [], scopes: [] },
  inputs: [],
  files: new Map(),
  waivers: [],
  problems: [],
};

function joined(files: EstateView, views: readonly SnapshotView[]): EstateView {
  const { estate } = files;
  return {
    ...files,
    estate: {
      resources: [...estate.resources, ...views.flatMap(view => view.estate.resources)],
      scopes: [...estate.scopes, ...views.flatMap(view => view.estate.scopes)],
    },
    inputs: [...files.inputs, ...views.map(({ input }) => input)],
    problems: [...files.problems, ...views.flatMap(({ problems }) => problems)],
    organisation: views.some(({ organisation }) => organisation !== undefined),
    accounts: views.flatMap(({ accounts }) => accounts),
  };
}

/** What reads Terraform is loaded when there is some, or when what is given for it has to be refused. */
async function terraformIn(found: FoundInputs, request: ScanRequest): Promise<TerraformOutcome | undefined> {
  const { terraform, plans } = found;
  if (terraform.length === 0 && plans.length === 0 && !mayBeIdle(request)) return undefined;
  const { readTerraform } = await import('./terraform.ts');
  return readTerraform(found, request);
}

const mayBeIdle = ({ terraform }: ScanRequest): boolean =>
  terraform?.refusesIdle === true &&
  (terraform.workspace !== undefined ||
    terraform.sources.length > 0 ||
    terraform.variables.some(({ given }) => given.length > 0));

/** Of one account there can be one view only: what the older one saw would speak for the newer one. */
function refuseOverlap(views: readonly SnapshotView[]): void {
  const seen = new Map<string, string>();
  for (const { input, accounts, organisation } of views) {
    const read = accounts.filter(({ status }) => status !== 'skipped').map(({ id }) => `account ${id}`);
    for (const one of organisation === undefined ? read : [...read, `organisation ${organisation}`]) {
      const other = seen.get(one);
      if (other !== undefined)
        throw new UsageError(`${other} and ${input.path} are both of ${one}`, {
          hint: 'scan them one by one; plumbline diff compares them',
        });
      seen.set(one, input.path);
    }
  }
}

async function estateOfFiles(request: ScanRequest): Promise<EstateView> {
  const found = await findInputs(request, parserOfLone(request));
  const { stacks, inputs, problems, files } = parseInputs(found, request, await terraformIn(found, request));
  if (inputs.every(({ status }) => status === 'skipped') && !request.allowEmpty)
    throw nothingFound(request, found);
  const normalized = normalize(stacks, request.types);
  const notCreated = notCreatedIn(stacks);
  const { ignored, excluded } = found.leftOut;
  return {
    estate: normalized.estate,
    inputs,
    files,
    waivers: found.waivers,
    ...(notCreated.length > 0 && { notCreated }),
    ...(ignored + excluded > 0 && { leftOut: { ignored, excluded } }),
    problems: [
      ...found.problems,
      ...skippedProblems(inputs),
      ...problems,
      ...normalized.problems,
      ...openingProblems(normalized.estate),
      ...unknownTypes(normalized.estate, request.types),
      ...unknownProperties(normalized.estate, request.types),
    ],
  };
}
