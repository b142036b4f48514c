import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import { SyntaxFailure } from '../../syntax/failure.ts';
import { readJson } from '../../syntax/json.ts';
import { readConfiguration, type Configuration } from './configuration.ts';
import { fieldOf, isFields, type Fields } from './json.ts';
import { itemsOf, membersOf, valueOf, type Member, type Piece } from './skim.ts';

/** A plan, of which the resources are still text. */
export interface Plan {
  readonly file: SourceFile;
  readonly configuration: Configuration | undefined;
  /** Values of the variables of the root module. */
  readonly variables: Fields;
  readonly isErrored: boolean;
  /** False when the plan says that it does not cover everything. */
  readonly isComplete: boolean;
  /** Whether the plan says at all if it covers everything: OpenTofu and older Terraform do not. */
  readonly saysComplete: boolean;
  /** The items of `resource_changes`; undefined when the plan has no such list. */
  readonly changes: readonly Piece[] | undefined;
  /** Items that wait for what they depend on. */
  readonly deferred: readonly Piece[];
  readonly planned: Piece | undefined;
  readonly prior: Piece | undefined;
}

/** The outline of a plan, or why there is none. */
export type PlanDocument =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problem: Problem };

export function readPlan(file: SourceFile): PlanDocument {
  try {
    return outlineOf(file);
  } catch (error) {
    return { ok: false, problem: brokenPlan(file, error) };
  }
}

/** Whatever is no JSON is the fault of the file; anything else that is thrown is ours. */
export function brokenPlan(file: SourceFile, error: unknown): Problem {
  if (!(error instanceof SyntaxFailure || error instanceof SyntaxError)) throw error;
  const document = readJson(file);
  const [first] = document.ok ? [] : document.problems;
  return {
    cause: 'parse-error',
    message: `cannot be parsed: ${first?.message ?? error.message}`,
    path: file.path,
    ...(first && { region: first.region }),
    effect: 'nothing is known about the resources of the plan',
    hint: 'make it again with `terraform show -json PLANFILE`, and write nothing else into the file',
    fatal: true,
  };
}

function outlineOf(file: SourceFile): PlanDocument {
  const { text } = file;
  const parts = new Map<string, Member>();
  for (const member of membersOf(text, 0)) parts.set(member.key, member);
  const small = (key: string): unknown => {
    const part = parts.get(key);
    return part && valueOf(text, part);
  };
  const version = small('format_version');
  if (Number(/^(\d+)\./.exec(String(version))?.[1] ?? 0) >= 2) return tooNew(file, String(version));
  const configuration = small('configuration');
  return {
    ok: true,
    plan: {
      file,
      configuration: isFields(configuration) ? readConfiguration(configuration) : undefined,
      variables: variablesOf(small('variables')),
      isErrored: small('errored') === true,
      isComplete: small('complete') !== false,
      saysComplete: parts.has('complete'),
      changes: listIn(text, parts.get('resource_changes')),
      deferred: listIn(text, parts.get('deferred_changes')) ?? [],
      planned: parts.get('planned_values'),
      prior: parts.get('prior_state'),
    },
  };
}

/** The items of a list; none when something else stands there. */
function listIn(text: string, part: Piece | undefined): readonly Piece[] | undefined {
  return part && text.charAt(part.start) === '[' ? [...itemsOf(text, part.start)] : undefined;
}

const variablesOf = (variables: unknown): Fields =>
  Object.fromEntries(
    Object.keys(isFields(variables) ? variables : {}).map(name => [
      name,
      fieldOf(fieldOf(variables, name), 'value'),
    ]),
  );

function tooNew(file: SourceFile, version: string): PlanDocument {
  const problem: Problem = {
    cause: 'parse-error',
    message: `this plan has format ${version}, and formats from 2.0 on are not known here`,
    path: file.path,
    effect: 'nothing is known about the resources of the plan',
    hint: 'a newer version of plumbline may read it; scan the .tf files instead',
    fatal: true,
  };
  return { ok: false, problem };
}

/** A resource of `planned_values` or of a state. */
interface StateResource {
  readonly piece: Piece;
  readonly address: string;
  readonly isData: boolean;
}

/** The resources in the modules of `planned_values`, or of the `values` of a state. */
export function* resourcesIn(text: string, values: Piece): Generator<StateResource> {
  for (const member of membersOf(text, values.start))
    if (member.key === 'root_module') yield* resourcesOfModule(text, member);
}

function* resourcesOfModule(text: string, module: Piece): Generator<StateResource> {
  if (text.charAt(module.start) !== '{') return;
  for (const member of membersOf(text, module.start)) {
    const list = listIn(text, member) ?? [];
    if (member.key === 'child_modules') for (const child of list) yield* resourcesOfModule(text, child);
    if (member.key === 'resources') for (const piece of list) yield* resourceOf(text, piece);
  }
}

function* resourceOf(text: string, piece: Piece): Generator<StateResource> {
  const { address, isData, isDeposed } = headOf(text, piece);
  if (address !== undefined && !isDeposed) yield { piece, address, isData };
}

interface Head {
  readonly address: string | undefined;
  readonly isData: boolean;
  /** What a replacement that failed left behind. */
  readonly isDeposed: boolean;
}

/** What stands before the values of a resource. */
export function headOf(text: string, piece: Piece): Head {
  const head = new Map<string, unknown>();
  for (const member of membersOf(text, piece.start)) {
    if (bulky.has(member.key) && head.has('address') && head.has('mode')) break;
    if (headKeys.has(member.key)) head.set(member.key, valueOf(text, member));
  }
  const address = head.get('address');
  return {
    address: typeof address === 'string' ? address : undefined,
    isData: head.get('mode') === 'data',
    isDeposed: head.has('deposed') || head.has('deposed_key'),
  };
}

const bulky = new Set(['change', 'values']);
const headKeys = new Set(['address', 'mode', 'deposed', 'deposed_key']);

/** The `values` of a state. */
export function valuesIn(text: string, state: Piece | undefined): Piece | undefined {
  if (!state || text.charAt(state.start) !== '{') return undefined;
  for (const member of membersOf(text, state.start))
    if (member.key === 'values' && text.charAt(member.start) === '{') return member;
  return undefined;
}
