import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { PreparedRule } from '../evaluate/prepare.ts';
import type { Finding, KnownFinding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Comparison } from '../model/report.ts';
import type { Estate } from '../model/resource.ts';
import { sayingOf } from '../model/waiver-saying.ts';
import type { Waiver, WaiverUse } from '../model/waiver.ts';
import { findingsOfBase } from './comparison/base.ts';
import { compare } from './comparison/compare.ts';
import { lostInputs } from './comparison/lost.ts';
import { movedKey } from './comparison/moved.ts';
import { seenBy } from './comparison/seen.ts';
import type { EstateView, View } from './estate-view.ts';
import { shownPath } from './inputs/root.ts';
import type { BaseTree, Gatekeeping, ScanRequest } from './request.ts';
import { applyWaivers } from './waivers/apply.ts';
import { inlineWaivers, namedBy, type StandingWaiver } from './waivers/inline.ts';

/** What the rules said of all that is in view. */
export interface Said {
  readonly view: View;
  /** What the inputs declare in which waivers stand; a snapshot holds none. */
  readonly estate: Estate;
  readonly liveAccounts: ReadonlySet<string>;
  readonly rules: readonly PreparedRule[];
  readonly results: readonly Finding[];
}

interface Gated {
  readonly results: readonly Finding[];
  readonly waivers: readonly WaiverUse[];
  readonly comparison?: Comparison;
  readonly problems: readonly Problem[];
}

/** How another commit is looked at: as everything is. An argument, since what looks at it calls this. */
export type Look = (request: ScanRequest) => Promise<EstateView>;

/** Marks what is accepted, and what is not new. It only ever lets through; it finds nothing. */
export async function gatekeep(request: ScanRequest, said: Said, look: Look): Promise<Gated> {
  const { gatekeeping } = request;
  if (!gatekeeping) return { results: said.results, waivers: [], problems: [] };
  const inline = await standing(said, gatekeeping, look);
  const isSeen = seenIn(request, said);
  const waived = applyWaivers(said.results, [...gatekeeping.waivers, ...inline.waivers], {
    asOf: gatekeeping.asOf,
    mandatory: mandatoryIn(request),
    isSeen,
    afterMerge: [...(gatekeeping.trust?.afterMerge ?? []), ...inline.afterMerge],
  });
  const { problems, ...compared } = await comparedWith(
    gatekeeping,
    { ...said, results: waived.results },
    { request, look, isSeen },
  );
  return { ...compared, waivers: waived.uses, problems: [...inline.problems, ...problems] };
}

const mandatoryIn = ({ rules }: ScanRequest): ReadonlySet<string> =>
  new Set(rules.filter(({ mandatory }) => mandatory).map(({ rule }) => rule.id));

interface Inline {
  readonly waivers: readonly Waiver[];
  readonly afterMerge: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** The waivers that stand in the inputs. Where another commit is trusted, those count that it has as well. */
async function standing(
  { view: { waivers }, estate, results }: Said,
  { inlineWaivers: isOn, ruleIdOf, trust }: Gatekeeping,
  look: Look,
): Promise<Inline> {
  if (!isOn || waivers.length === 0) return { waivers: [], afterMerge: [], problems: [] };
  const found = inlineWaivers(waivers, estate, ruleIdOf);
  const named = (waiversAt: readonly StandingWaiver[]): readonly Waiver[] =>
    waiversAt.flatMap(one => namedBy(one, results));
  const { problems } = found;
  if (!trust || found.waivers.length === 0)
    return { waivers: named(found.waivers), afterMerge: [], problems };
  const move = movedKey(trust.tree);
  const there = await lookAt(trust.tree, look);
  const trusted = new Set(
    inlineWaivers(there.waivers, there.estate, ruleIdOf).waivers.map(({ waiver }) =>
      sayingOf({ ...waiver, resource: move(waiver.resource) }),
    ),
  );
  const isTrusted = ({ waiver }: StandingWaiver): boolean => trusted.has(sayingOf(waiver));
  return {
    waivers: named(found.waivers.filter(isTrusted)),
    afterMerge: named(found.waivers.filter(one => !isTrusted(one))),
    problems,
  };
}

const views = new WeakMap<BaseTree, Promise<EstateView>>();

/** One look at a commit serves for everything that is asked of it. */
function lookAt(tree: BaseTree, look: Look): Promise<EstateView> {
  const known = views.get(tree);
  if (known) return known;
  const made = look(tree.scan);
  views.set(tree, made);
  return made;
}

function seenIn(
  request: ScanRequest,
  { view, liveAccounts }: Said,
): (named: Pick<Waiver | KnownFinding, 'rule' | 'resource'>) => boolean {
  return seenBy({
    inputs: view.inputs,
    rules: new Set(request.rules.map(({ rule }) => rule.id)),
    paths: request.paths.map(path => shownPath(request.root, path)),
    accounts: liveAccounts,
    exists: path => existsSync(join(request.root, path)),
  });
}

async function comparedWith(
  { known, base }: Gatekeeping,
  said: Said,
  {
    request,
    look,
    isSeen,
  }: {
    readonly request: ScanRequest;
    readonly look: Look;
    readonly isSeen: (named: KnownFinding) => boolean;
  },
): Promise<Omit<Gated, 'waivers'>> {
  if (known.length === 0 && !base) return { results: said.results, problems: [] };
  const { rules, view } = said;
  if (!base) return { ...compare(said.results, known, isSeen), problems: [] };
  const there = await lookAt(base, look);
  const before = await findingsOfBase(base, there, { rules, inputs: view.inputs, request });
  const exists = (path: string): boolean => existsSync(join(request.root, path));
  return {
    ...compare(said.results, [...known, before], isSeen),
    problems: lostInputs(base, { before: there.inputs, now: view.inputs, exists }),
  };
}
