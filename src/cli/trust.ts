import { loadPolicies } from '../catalog/policies.ts';
import { loadWaivers, type PlacedWaiver } from '../catalog/waivers.ts';
import type { Trust, TrustChange } from '../model/report.ts';
import { sayingOf } from '../model/waiver-saying.ts';
import type { Waiver } from '../model/waiver.ts';
import { baselineOf, decidingFiles, fileChanges, mistakeIn, waiverNames } from './deciding-files.ts';
import { ownGround } from './ground.ts';
import type { Answers, Io } from './io.ts';
import { configOn, policyNames, type Setup } from './setup.ts';

export interface Proposed {
  readonly shown: Trust;
  /** Waivers that hold once the change is merged. */
  readonly afterMerge: readonly Waiver[];
}

/** What the files that are scanned would decide if they were asked, against what the trusted commit decides. */
export async function proposedChanges(
  setup: Setup,
  {
    waivers,
    options,
    io,
  }: {
    readonly waivers: readonly PlacedWaiver[];
    readonly options: Answers;
    readonly io: Io;
  },
): Promise<Proposed | undefined> {
  const { trusted } = setup.ground;
  if (!trusted) return undefined;
  const there = await filesOf(setup);
  const here = await ownFiles(setup, options, io);
  const old = waivers.map(({ waiver }) => waiver);
  const now = here.waivers.map(({ waiver }) => waiver);
  return {
    shown: {
      ref: trusted.ref,
      commit: trusted.commit,
      changes: [...here.mistakes, ...fileChanges(there, here.files), ...waiverChanges(old, now)],
    },
    afterMerge: now.filter(waiver => !old.some(other => sayingOf(other) === sayingOf(waiver))),
  };
}

async function filesOf(setup: Setup): ReturnType<typeof filesIn> {
  const { config, ground, policies, decisions } = setup;
  return filesIn({ config, policies, options: decisions, ground });
}

async function filesIn({
  config,
  policies,
  options,
  ground,
}: Pick<Setup, 'config' | 'policies' | 'ground'> & { options: Answers }) {
  return decidingFiles(
    { config, policies, baseline: await baselineOf(config, options, ground) },
    options,
    ground,
  );
}

interface Own {
  readonly files: Awaited<ReturnType<typeof filesIn>>;
  readonly waivers: readonly PlacedWaiver[];
  /** What does not load: after the merge nothing would. */
  readonly mistakes: readonly TrustChange[];
}

/** The same files as they lie in the folder that is scanned. They decide nothing here, so a mistake in them is told and is no error. */
async function ownFiles(setup: Setup, options: Answers, io: Io): Promise<Own> {
  const ground = ownGround(setup.root, io.cwd);
  try {
    const config = await configOn(ground, setup, options);
    const policies = await loadPolicies(policyNames(config, options, ground.cwd), ground.cwd);
    const names = waiverNames(config, options, ground);
    const loaded = await loadWaivers(names, { rules: setup.rules, cwd: ground.cwd }).catch(mistakeIn);
    const path = names.map(({ where }) => where).join(', ');
    return {
      files: await filesIn({ config, policies, options, ground }),
      waivers: typeof loaded === 'string' ? [] : loaded.flatMap(file => file.waivers),
      mistakes:
        typeof loaded === 'string' ? [{ what: 'waiver', change: 'changed', path, detail: loaded }] : [],
    };
  } catch (error) {
    const detail = `it does not load, so that nothing would be assessed after merge: ${mistakeIn(error)}`;
    return {
      files: await filesOf(setup),
      waivers: [],
      mistakes: [{ what: 'configuration', change: 'changed', path: 'plumbline.yaml', detail }],
    };
  }
}

/** Waivers are told one by one: a longer one is what a reviewer must see. */
function waiverChanges(before: readonly Waiver[], after: readonly Waiver[]): readonly TrustChange[] {
  const added = after
    .filter(waiver => !before.some(other => isOfSame(other, waiver)))
    .map(waiver => changeOf(waiver, 'added', `until ${waiver.expires}, owner ${waiver.owner}`));
  const changed = after.flatMap(waiver => {
    const other = before.find(one => isOfSame(one, waiver));
    return other && sayingOf(other) !== sayingOf(waiver)
      ? [changeOf(waiver, 'changed', difference(other, waiver))]
      : [];
  });
  const removed = before
    .filter(waiver => !after.some(other => isOfSame(other, waiver)))
    .map(waiver => changeOf(waiver, 'removed', `held until ${waiver.expires}`));
  return [...added, ...changed, ...removed];
}

function changeOf(
  { rule, resource, where }: Waiver,
  change: TrustChange['change'],
  detail: string,
): TrustChange {
  return { what: 'waiver', change, path: where, detail: `${rule} on ${resource}: ${detail}` };
}

function difference(before: Waiver, after: Waiver): string {
  const fields = [
    'expires',
    'created',
    'maxFindings',
    'finding',
    'reason',
    'owner',
    'approver',
    'ticket',
    'id',
  ] as const;
  return fields
    .filter(name => before[name] !== after[name])
    .map(name => `${name} ${before[name] ?? 'none'} → ${after[name] ?? 'none'}`)
    .join(', ');
}

const isOfSame = (one: Waiver, other: Waiver): boolean =>
  one.rule === other.rule && one.resource === other.resource && one.finding === other.finding;
