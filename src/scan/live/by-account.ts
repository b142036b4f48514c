import { hash as digest } from 'node:crypto';

import { askedRelations } from '../../evaluate/asked-relations.ts';
import { growingDirectory } from '../../evaluate/directory/directory.ts';
import { partIndex } from '../../evaluate/directory/part-index.ts';
import type { Part } from '../../evaluate/directory/part-index.ts';
import { scopeFinder } from '../../evaluate/directory/scope-finder.ts';
import type { Digest } from '../../evaluate/directory/text-table.ts';
import { unsureStandIns } from '../../evaluate/directory/unsure-stand-ins.ts';
import { evaluatorOf } from '../../evaluate/evaluate.ts';
import type { EvaluateOptions } from '../../evaluate/evaluate.ts';
import type { PreparedRule } from '../../evaluate/prepare.ts';
import type { Finding } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { Scope } from '../../model/resource.ts';
import { openingsOfGaps, placeReader } from '../../normalize/observations/normalize-observations.ts';
import type { ReadPlace } from '../../normalize/observations/normalize-observations.ts';
import { isOfOrganisation, liveScopes, textOf } from '../../normalize/observations/scopes.ts';
import type { Live } from '../../normalize/observations/scopes.ts';
import { liveAccountsOf } from '../live-accounts.ts';
import { packFindings, unpackFindings } from './packed-findings.ts';
import type { SnapshotContents } from './snapshot-contents.ts';
import { observedIn } from './survey.ts';

export interface SnapshotVerdicts {
  /** In the order in which an evaluation of everything at once would give them. */
  readonly results: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly resources: number;
  /** The accounts that the ARNs of its resources name. */
  readonly liveAccounts: ReadonlySet<string>;
}

export interface ByAccountOptions extends EvaluateOptions {
  readonly rules: readonly PreparedRule[];
  /** Called before each part that is taken into memory. */
  readonly onPart?: () => void;
}

/**
 * What the rules say of a snapshot, account by account, so that it takes no more memory for many accounts than for a few.
 * The first time through it is only noted what each resource is called and which others it points at; the second time one
 * account is in memory, and what it needs of others is read when a rule looks at it. The verdicts are those of an
 * evaluation of the whole.
 */
export function verdictsByAccount(contents: SnapshotContents, options: ByAccountOptions): SnapshotVerdicts {
  const { packs, ...noted } = assess(contents, options);
  // What was noted of all resources is out of use by now.
  return { ...noted, results: unpackFindings(packs) };
}

function assess(
  contents: SnapshotContents,
  options: ByAccountOptions,
): Omit<SnapshotVerdicts, 'results'> & { readonly packs: readonly Uint8Array[] } {
  const { places } = contents.survey;
  const read = readerOf(contents, options);
  const { part, scopes, ...noted } = note(contents, options, read);
  const packs: Uint8Array[] = [];
  const numbers = Map.groupBy(places.keys(), number => places[number]?.account);
  const evaluate = evaluatorOf(options.rules, options);
  const accounts = Map.groupBy(scopes.entries(), ([, scope]) =>
    scope.kind === 'organisation' ? undefined : textOf(scope.account),
  );
  for (const [account, of] of accounts) {
    options.onPart?.();
    const own = account === undefined ? [] : (numbers.get(account) ?? []);
    const loaded = new Map(own.map(number => [number, read(number).resources]));
    const index = partIndex({ ...part, loaded });
    const ofPlaces = [...loaded].map(([order, resources]) => ({
      order,
      findings: evaluate(index, { resources, scopes: [] }),
    }));
    const ofScopes = of.map(([number, scope]) => ({
      order: places.length + number,
      findings: evaluate(index, { resources: [], scopes: [scope] }),
    }));
    packs.push(packFindings([...ofPlaces, ...ofScopes]));
  }
  return { ...noted, resources: part.directory.size, packs };
}

interface Noted extends Pick<SnapshotVerdicts, 'problems' | 'liveAccounts'> {
  /** With no place in memory. */
  readonly part: Part;
  readonly scopes: readonly Scope[];
}

/** The first time through. */
function note(
  { survey: { places, openings }, collected }: SnapshotContents,
  { types, rules, onPart }: ByAccountOptions,
  read: (number: number) => ReadPlace,
): Noted {
  const load = lately((number: number) => read(number).resources);
  const relations = askedRelations(rules.map(({ rule }) => rule));
  const directory = growingDirectory({ types, relations, load, digest: digests() });
  const problems: Problem[] = [];
  const liveAccounts = new Set<string>();
  let first: Live['first'];
  for (const [number, place] of places.entries()) {
    onPart?.();
    const { resources, problems: own } = read(number);
    directory.add(place, resources);
    problems.push(...own);
    for (const account of liveAccountsOf(resources)) liveAccounts.add(account);
    const ofOrganisation = resources.find(isOfOrganisation);
    if (ofOrganisation) first ??= { account: ofOrganisation.account, at: ofOrganisation.at };
  }
  const scopes = liveScopes({
    accounts: collected.accounts,
    openings: [...openingsOfGaps(collected.gaps), ...openings],
    outside: openingsOfGaps(collected.outside ?? []),
    ...(collected.unread && { unread: collected.unread }),
    ...(first && { first }),
    places: directory.places.filter(({ start, end }) => end > start),
    // Who is in a scope is asked of the index.
    membersOf: () => [],
  });
  const part: Part = {
    types,
    directory,
    load,
    loaded: new Map(),
    scopes: scopeFinder(directory.places, scopes),
    standIns: unsureStandIns(directory, types, load),
  };
  return { problems, liveAccounts, part, scopes };
}

/** Reads a place of the snapshot into the one model. */
function readerOf(
  { snapshot, survey, collected }: SnapshotContents,
  { types }: Pick<ByAccountOptions, 'types'>,
): (number: number) => ReadPlace {
  const read = placeReader(collected, types);
  const kept = new Map<number, ReadPlace>();
  let size = 0;
  return number => {
    const place = survey.places[number];
    const found = kept.get(number) ?? read(place ? observedIn(snapshot, place) : []);
    if (kept.has(number) || size > mostKept) return found;
    kept.set(number, found);
    size += found.resources.length;
    if (size > mostKept) kept.clear();
    return found;
  };
}

/** All of a small snapshot is read once only, and nothing of a larger one is kept. */
const mostKept = 2000;

/** 53 bits of a SHA-256: nobody makes two names meet. The same names are asked for again and again. */
function digests(): Digest {
  const known = new Map<string, number>();
  return text => {
    let found = known.get(text);
    if (found !== undefined) return found;
    const bytes = digest('sha256', text, 'buffer');
    found = bytes.readUIntLE(0, 6) + (bytes.readUInt8(6) & 31) * 2 ** 48;
    if (known.size > 2 ** 13) known.clear();
    known.set(text, found);
    return found;
  };
}

/** Remembers what was asked for lately; forgets the rest. */
function lately<K, T>(compute: (key: K) => T, most = 32): (key: K) => T {
  const known = new Map<K, T>();
  return key => {
    const result = known.get(key) ?? compute(key);
    known.delete(key);
    known.set(key, result);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return result;
  };
}
