import { didYouMean } from '../catalog/closest.ts';
import type { ResolvedRule } from '../catalog/resolve-policy.ts';
import type { WaiverFile } from '../catalog/waivers.ts';
import { UsageError } from '../model/problem.ts';
import type { ScanRequest } from '../scan/request.ts';
import { pairOf, textsOf } from './answers.ts';
import type { Answers } from './io.ts';
import type { Setup } from './setup.ts';

/** What is likely not meant, though nothing forbids it. One line each. */
export function warningsOf(
  { config }: Setup,
  selected: readonly ResolvedRule[],
  { request, files }: { readonly request: ScanRequest; readonly files: readonly WaiverFile[] },
): string {
  const read = parametersOf(selected);
  const idle = config.parameters.filter(({ name }) => !read.has(name));
  const lines = [
    ...idle.map(({ name, where }) => `no selected rule reads the parameter \`${name}\` (${where})`),
    ...strangeRegions(request),
    ...formerRules(files),
  ];
  return lines.map(line => `warning: ${line}\n`).join('');
}

/** A value on the command line that decides nothing is a mistake. */
export function refuseIdleSettings(selected: readonly ResolvedRule[], options: Answers): void {
  const read = parametersOf(selected);
  const idle = textsOf(options, 'set').find(given => !read.has(pairOf(given, '--set').name));
  if (idle === undefined) return;
  throw new UsageError(`--set ${idle} decides nothing: no selected rule has that parameter`, {
    hint: '`plumbline policies show` lists the parameters of the policy',
  });
}

const parametersOf = (selected: readonly ResolvedRule[]): ReadonlySet<string> =>
  new Set(selected.flatMap(({ rule }) => Object.keys(rule.params)));

/** A waiver goes on to hold when its rule is renamed; its author should know. */
const formerRules = (files: readonly WaiverFile[]): readonly string[] =>
  files.flatMap(({ waivers }) =>
    waivers.flatMap(({ waiver, formerRule }) =>
      formerRule === undefined ? [] : [`rule ${formerRule} is called ${waiver.rule} now (${waiver.where})`],
    ),
  );

/** Regions that our table does not have: new ones, or misspelt. */
function strangeRegions({ facts, placement, placements }: ScanRequest): readonly string[] {
  const known = Object.keys(facts['regions']?.rows ?? {});
  const given = [placement, ...placements.map(one => one.placement)].flatMap(({ region }) => region ?? []);
  return [...new Set(given)]
    .filter(region => !known.includes(region))
    .map(
      region => `${region} is no Region that this version knows; ${didYouMean(region, known, 'is it new?')}`,
    );
}
