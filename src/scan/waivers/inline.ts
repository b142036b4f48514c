import type { Finding } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { Estate } from '../../model/resource.ts';
import { regionOf } from '../../model/source.ts';
import type { Span } from '../../model/source.ts';
import { waiverMistakes } from '../../model/waiver-checks.ts';
import { waiverFields } from '../../model/waiver.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { InlineWaiver } from '../../parse/inline-waivers/inline-waiver.ts';
import type { Gatekeeping } from '../request.ts';
import { closestName } from './closest-name.ts';

/** A waiver at the resources that its text makes. */
export interface StandingWaiver {
  readonly waiver: Waiver;
  /** The text of a block that makes none: a part of another resource, or nothing at all. */
  readonly block?: Span;
}

export interface InlineWaivers {
  readonly waivers: readonly StandingWaiver[];
  /** Those that say too little, or what is not allowed: they do not hold, and the run says so. */
  readonly problems: readonly Problem[];
}

/** The waivers in the inputs with the resources that they stand at: every one that the text makes. */
export function inlineWaivers(
  found: readonly InlineWaiver[],
  { resources }: Estate,
  ruleIdOf: Gatekeeping['ruleIdOf'],
): InlineWaivers {
  if (found.length === 0) return { waivers: [], problems: [] };
  const places = resources.flatMap(({ key, at, generated }) => {
    const written = generated ?? at;
    return written.kind === 'span' ? [{ key, path: written.file.path, start: written.start }] : [];
  });
  const byPath = Map.groupBy(places, ({ path }) => path);
  const keysIn = (target: Span): readonly string[] =>
    (byPath.get(target.file.path) ?? [])
      .filter(({ start }) => start >= target.start && start <= target.end)
      .map(({ key }) => key);
  const checked = found.map(waiver => ({ waiver, mistakes: mistakesOf(waiver, ruleIdOf) }));
  return {
    waivers: checked.flatMap(({ waiver, mistakes }) =>
      mistakes.length > 0 ? [] : waiversOf(waiver, { keysIn, ruleIdOf }),
    ),
    problems: checked.flatMap(({ waiver, mistakes }) => mistakes.map(mistake => problemOf(waiver, mistake))),
  };
}

interface Mistake {
  readonly message: string;
  readonly hint?: string;
}

const known: readonly string[] = ['id', 'rule', 'finding', ...waiverFields];

function mistakesOf(
  { fields, mistakes, target }: InlineWaiver,
  ruleIdOf: Gatekeeping['ruleIdOf'],
): readonly Mistake[] {
  if (mistakes.length > 0) return mistakes.map(message => ({ message }));
  if (!target) {
    return [
      { message: 'it stands at no resource', hint: 'put it right above the resource, or inside of it' },
    ];
  }
  const strange = Object.keys(fields).filter(name => !known.includes(name));
  if (strange.length > 0) return strange.map(name => strangeField(name));
  const missing = ['rule', ...waiverFields].filter(name => !fields[name]?.trim());
  if (missing.length > 0) return [missingFields(missing)];
  const { rule = '', created = '', expires = '' } = fields;
  if (ruleIdOf(rule) === undefined) {
    return [{ message: `rule ${rule} does not exist`, hint: '`plumbline rules list` shows all of them' }];
  }
  return waiverMistakes({ created, expires, resource: '' });
}

const strangeField = (name: string): Mistake => {
  const near = closestName(name, known);
  return {
    message: `it has no field \`${name}\``,
    hint: near === undefined ? `its fields are ${known.join(', ')}` : `did you mean \`${near}\`?`,
  };
};

const missingFields = (names: readonly string[]): Mistake => ({
  message: `it needs ${names.map(name => `\`${name}\``).join(', ')}`,
  hint: 'a waiver says who accepted what, why and until when, wherever it stands',
});

function problemOf({ at }: InlineWaiver, { message, hint }: Mistake): Problem {
  return {
    cause: 'parse-error',
    message: `the waiver does not hold: ${message}`,
    path: at.file.path,
    region: regionOf(at),
    effect: 'what it names counts',
    ...(hint !== undefined && { hint }),
  };
}

function waiversOf(
  { fields, at, target, name }: InlineWaiver,
  {
    keysIn,
    ruleIdOf,
  }: {
    readonly keysIn: (target: Span) => readonly string[];
    readonly ruleIdOf: Gatekeeping['ruleIdOf'];
  },
): readonly StandingWaiver[] {
  const { line, column } = regionOf(at);
  const keys = target ? keysIn(target) : [];
  // A resource that is not made here has no key; the waiver is listed all the same.
  const named = keys.length > 0 ? keys : [`${at.file.path}#${name ?? ''}`];
  const text = (field: string): string => (fields[field] ?? '').trim();
  const waivers = [...new Set(named)].map((resource): Waiver => ({
    ...(fields['id'] !== undefined && { id: fields['id'] }),
    ...(fields['finding'] !== undefined && { finding: fields['finding'] }),
    rule: ruleIdOf(text('rule')) ?? text('rule'),
    resource,
    reason: text('reason'),
    owner: text('owner'),
    approver: text('approver'),
    ticket: text('ticket'),
    created: text('created'),
    expires: text('expires'),
    origin: 'inline',
    where: `${at.file.path}:${line}:${column}`,
  }));
  return waivers.map(waiver => ({ waiver, ...(target && keys.length === 0 && { block: target }) }));
}

/**
 * What a waiver names. At a block that is a part of another resource, as `aws_s3_bucket_public_access_block` is of its
 * bucket, those are the findings that point into the block, one by one: what else the resource fails is not meant.
 */
export function namedBy({ waiver, block }: StandingWaiver, results: readonly Finding[]): readonly Waiver[] {
  if (!block) return [waiver];
  const { line: first, endLine: last } = regionOf(block);
  const inside = results.filter(
    ({ id, rule, location }) =>
      rule === waiver.rule &&
      location?.path === block.file.path &&
      location.line >= first &&
      location.line <= last &&
      (waiver.finding ?? id) === id,
  );
  if (inside.length === 0) return [waiver];
  return inside.map(({ id, resource }) => ({ ...waiver, resource: resource.key, finding: id }));
}
