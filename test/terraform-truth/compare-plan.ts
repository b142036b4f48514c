import type { Declaration } from '../../src/model/declaration.ts';
import type { Value } from '../../src/model/value.ts';
import type { Plan } from './terraform.ts';

/** How our evaluation and a plan of Terraform differ. */
export interface Comparison {
  /** Leaves that are the same. */
  equal: number;
  /** Leaves that neither knows before the deployment. */
  open: number;
  readonly different: string[];
  /** Resources that are planned and that we do not see. */
  readonly missing: string[];
  /** Resources that we see and that are not planned. */
  readonly extra: string[];
  /** What we do not know, and Terraform does. */
  readonly lost: string[];
  /** What we take for known, and Terraform does not. */
  readonly early: string[];
}

export function comparePlan(declarations: readonly Declaration[], plan: Plan): Comparison {
  const found: Comparison = { equal: 0, open: 0, different: [], missing: [], extra: [], lost: [], early: [] };
  const changes = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
  const ours = new Map(declarations.map(declaration => [declaration.name, declaration]));
  const planned = new Set(changes.map(({ address }) => address));
  for (const name of ours.keys()) if (!planned.has(name)) found.extra.push(name);
  for (const { address, change } of changes) {
    const declaration = ours.get(address);
    if (declaration)
      compare(
        declaration.properties,
        { after: change.after, unknown: change.after_unknown, path: address },
        found,
      );
    else found.missing.push(address);
  }
  return found;
}

interface Planned {
  readonly after: unknown;
  readonly unknown: unknown;
  readonly path: string;
}

function compare(value: Value, planned: Planned, found: Comparison): void {
  if (planned.unknown === true || isMadeUp(planned.after)) {
    if (isOpen(value)) found.open += 1;
    else if (planned.unknown === true) found.early.push(planned.path);
    return;
  }
  if (value.kind === 'list') compareList(value, planned, found);
  else if (value.kind === 'dict') compareDict(value, planned, found);
  else compareScalar(value, planned, found);
}

/** The stub makes up what a data source answers. */
const isMadeUp = (after: unknown): boolean => typeof after === 'string' && after.includes('made-up-');

function compareScalar(value: Value, planned: Planned, found: Comparison): void {
  const { after, path } = planned;
  switch (value.kind) {
    case 'known':
      return note(same(value.value, after), value.value, planned, found);
    case 'absent':
      return note(after === null || after === undefined, null, planned, found);
    case 'text':
      return note(patternOf(value).test(String(after)), value, planned, found);
    default:
      found.lost.push(`${path}: ${JSON.stringify(after)}, ${why(value)}`);
  }
}

const why = (value: Value): string =>
  value.kind === 'unknown' ? value.chain.map(({ what }) => what).join(' < ') : value.kind;

const isOpen = ({ kind }: Value): boolean => kind !== 'known' && kind !== 'absent';

/** Numbers of Terraform have more digits than ours. */
const same = (ours: unknown, theirs: unknown): boolean =>
  typeof ours === 'number' && typeof theirs === 'number'
    ? Math.abs(ours - theirs) <= Math.abs(theirs) * 1e-14
    : ours === theirs;

function note(equal: boolean, ours: unknown, { after, path }: Planned, found: Comparison): void {
  if (equal) found.equal += 1;
  else found.different.push(`${path}: ours ${JSON.stringify(ours)}, Terraform's ${JSON.stringify(after)}`);
}

const patternOf = ({ parts }: Extract<Value, { kind: 'text' }>): RegExp =>
  new RegExp(`^${parts.map(patternPart).join('')}$`, 's');

function patternPart(part: string | Value): string {
  if (typeof part === 'string') return escaped(part);
  return part.kind === 'known' ? escaped(String(part.value)) : '.*';
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

function compareList(
  { items, rest }: Extract<Value, { kind: 'list' }>,
  planned: Planned,
  found: Comparison,
): void {
  const theirs = itemsOf(planned);
  if (rest) found.lost.push(`${planned.path}: open list`);
  else if (theirs.length !== items.length) note(false, items.length, planned, found);
  else for (const [index, item] of items.entries()) compare(item, theirs[index] ?? planned, found);
}

/** The elements that are set; a list that is not there has none. */
function itemsOf({ after, unknown, path }: Planned): readonly Planned[] {
  const flags: unknown[] = Array.isArray(unknown) ? unknown : [];
  const all: unknown[] = Array.isArray(after) ? after : [];
  return all
    .map((item, index) => ({ after: item, unknown: flags[index], path: `${path}[${index}]` }))
    .filter(item => item.after !== null || item.unknown === true);
}

function compareDict(
  { entries, rest }: Extract<Value, { kind: 'dict' }>,
  planned: Planned,
  found: Comparison,
): void {
  if (rest) found.lost.push(`${planned.path}: open map, ${rest.chain.map(({ what }) => what).join(' < ')}`);
  const theirs = entriesOf(planned.after);
  const flags = entriesOf(planned.unknown);
  for (const [key, value] of entries)
    compare(
      value,
      { after: theirs.get(key), unknown: flags.get(key), path: `${planned.path}.${key}` },
      found,
    );
  for (const [key, after] of theirs) {
    const nothing = after === null || (Array.isArray(after) && after.length === 0);
    if (!entries.has(key) && !nothing && !rest)
      found.different.push(`${planned.path}.${key}: we miss ${JSON.stringify(after)}`);
  }
}

const entriesOf = (value: unknown): Map<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
