import { evaluate } from '../../evaluate/evaluate.ts';
import type { PreparedRule } from '../../evaluate/prepare.ts';
import type { Input } from '../../model/report.ts';
import type { Estate } from '../../model/resource.ts';
import { ignoredAmong } from '../git/changes.ts';
import { hash } from '../hash.ts';
import type { BaseTree, ScanRequest } from '../request.ts';
import { knownOf, type Known } from './compare.ts';
import { movedKey } from './moved.ts';

/**
 * The findings of another commit, under the rules of this run, with ids as if its files lay where they lie now: what only
 * moved is the same.
 */
export async function findingsOfBase(
  base: BaseTree,
  view: { readonly estate: Estate; readonly inputs: readonly Input[] },
  {
    rules,
    inputs,
    request,
  }: {
    readonly rules: readonly PreparedRule[];
    readonly inputs: readonly Input[];
    readonly request: ScanRequest;
  },
): Promise<Known> {
  const move = movedKey(base);
  const results = evaluate(view.estate, rules, {
    types: request.types,
    // The second line of what an id is made of is the key of the resource.
    hash: text =>
      hash(
        text
          .split('\n')
          .with(1, move(text.split('\n')[1] ?? ''))
          .join('\n'),
      ),
    fine: () => undefined,
  });
  return {
    name: base.name,
    except: new Set(),
    findings: results.flatMap(knownOf).map(one => ({ ...one, resource: move(one.resource) })),
    notes: [...base.notes, ...unreadNotes(view.inputs), ...(await ignoredNotes(base, inputs, request.root))],
  };
}

function unreadNotes(inputs: readonly Input[]): readonly string[] {
  const failed = inputs.filter(({ status }) => status === 'failed');
  const [first] = failed;
  if (!first) return [];
  const others = failed.length > 1 ? ` and ${failed.length - 1} more` : '';
  return [`${first.path}${others} could not be read there: what is found in it now counts as new`];
}

/** What is built and not committed has no earlier state: a CDK assembly, a plan. */
async function ignoredNotes(
  { paths, renames }: BaseTree,
  inputs: readonly Input[],
  root: string,
): Promise<readonly string[]> {
  const strangers = inputs
    .filter(({ status, path }) => status === 'parsed' && !paths.has(path) && !renames.has(path))
    .map(({ path }) => path);
  const ignored = await ignoredAmong(root, strangers);
  const [first] = ignored;
  if (first === undefined) return [];
  const others = ignored.length > 1 ? ` and ${ignored.length - 1} more inputs are` : ' is';
  return [
    `${first}${others} not kept in git, so there is nothing to compare with: what is found there counts as new; --baseline knows it`,
  ];
}
