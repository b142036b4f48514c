import type { Location, LogicalLocation, Region, Result } from 'sarif';

import type { FileLocation, Finding, RelatedLocation, Verdict } from '../../model/finding.ts';
import { acceptanceOf } from '../gate-words.ts';
import { sayingOf } from '../reason.ts';
import { levels, type Rules } from './rules.ts';
import { line, uriOf, withoutLinks } from './text.ts';

/** GitHub takes 1,000 locations a result. */
const relatedLimit = 1000;
/** Related locations that the message links, which is how GitHub shows them. */
const linkedLimit = 10;

const kinds: Record<Verdict, Result['kind']> = {
  fail: 'fail',
  unknown: 'open',
  waived: 'fail',
  pass: 'pass',
  'not-applicable': 'notApplicable',
};

/** The results in the order given. `full` keeps the source line of each. */
export function* resultsOf(
  findings: readonly Finding[],
  rules: Rules,
  { full, compared = false }: { readonly full: boolean; readonly compared?: boolean },
): Generator<Result> {
  const taken = new Set<string>();
  for (const finding of findings)
    yield {
      ruleId: finding.rule,
      ruleIndex: rules.indexOf(finding.rule),
      ...(finding.verdict === 'fail' || finding.verdict === 'waived'
        ? { level: finding.stage === 'preview' ? 'note' : levels[finding.severity] }
        : { kind: kinds[finding.verdict], level: 'none' }),
      ...suppressionsOf(finding),
      // On all results or on none, as the standard wants it.
      ...(compared ? { baselineState: finding.change ?? 'unchanged' } : {}),
      message: { text: messageOf(finding) },
      locations: [locationOf(finding, full)],
      ...(finding.related.length > 0 ? { relatedLocations: relatedOf(finding.related, full) } : {}),
      partialFingerprints: { ...lineHashOf(finding, taken), 'plumbline/v1': finding.id },
      properties: propertiesOf(finding),
    };
}

/** Only an active waiver suppresses; one in the source is told apart from one in a file of waivers. */
function suppressionsOf(finding: Finding): Pick<Result, 'suppressions'> {
  const { waiver, verdict } = finding;
  if (!waiver || verdict !== 'waived') return {};
  const { id, owner, approver, ticket, created, expires, origin, where } = waiver;
  return {
    suppressions: [
      {
        kind: origin === 'inline' ? 'inSource' : 'external',
        status: 'accepted',
        justification: line(acceptanceOf(finding), waiver.note),
        properties: { ...(id === undefined ? {} : { id }), owner, approver, ticket, created, expires, where },
      },
    ],
  };
}

export function physicalLocationOf(place: { readonly path: string } & Partial<FileLocation>, full = false) {
  const region = regionOf(place, full);
  return {
    artifactLocation: { uri: uriOf(place.path), uriBaseId: '%SRCROOT%' },
    ...(region ? { region } : {}),
  };
}

/**
 * GitHub knows an alert again by rule and line hash. Two findings of one rule on one line (a minified template is one
 * line) would become one alert, so all but the first get a hash of their own, from their id.
 */
function lineHashOf(
  { rule, location, id }: Finding,
  taken: Set<string>,
): { readonly primaryLocationLineHash?: string } {
  if (location?.lineHash === undefined) return {};
  const key = JSON.stringify([rule, location.path, location.lineHash]);
  if (taken.has(key)) return { primaryLocationLineHash: `${id.slice(0, 16)}:1` };
  taken.add(key);
  return { primaryLocationLineHash: location.lineHash };
}

function messageOf(finding: Finding): string {
  const { title, rule, related } = finding;
  const text = withoutLinks(line(sayingOf(finding), title || rule));
  const links = related
    .slice(0, linkedLimit)
    .map((place, index) => `[${withoutLinks(line(place.message, place.path))}](${index + 1})`);
  return links.length > 0 ? `${text} See: ${links.join(', ')}.` : text;
}

function locationOf({ location, resource }: Finding, full: boolean): Location {
  const { key, name, construct } = resource;
  const logicalLocations: LogicalLocation[] = [
    { name: line(name, key), fullyQualifiedName: key.toWellFormed(), kind: 'resource' },
    ...(construct === undefined ? [] : [{ fullyQualifiedName: construct.toWellFormed(), kind: 'construct' }]),
  ];
  return location
    ? { physicalLocation: physicalLocationOf(location, full), logicalLocations }
    : { logicalLocations };
}

function relatedOf(related: readonly RelatedLocation[], full: boolean): Location[] {
  return related.slice(0, relatedLimit).map((place, index) => ({
    id: index + 1,
    message: { text: line(place.message, place.path) },
    physicalLocation: physicalLocationOf(place, full),
  }));
}

/** GitHub wants all four numbers, and a region that is not empty. */
function regionOf(place: Partial<FileLocation>, full: boolean): Region | undefined {
  const { line: startLine, column: startColumn, endLine, endColumn, text } = place;
  if (startLine === undefined || startColumn === undefined) return undefined;
  const isEmpty = endLine === startLine && endColumn === startColumn;
  return {
    startLine,
    startColumn,
    endLine: endLine ?? startLine,
    endColumn: isEmpty ? startColumn + 1 : (endColumn ?? startColumn + 1),
    ...(full && text !== undefined ? { snippet: { text: text.toWellFormed() } } : {}),
  };
}

function propertiesOf({ severity, confidence, verdict, cause, property, resource, related }: Finding) {
  return {
    verdict,
    severity,
    confidence,
    ...(cause === undefined ? {} : { cause }),
    ...(property === undefined ? {} : { property: property.toWellFormed() }),
    resourceType: resource.type.toWellFormed(),
    ...(resource.account === undefined ? {} : { account: resource.account.toWellFormed() }),
    ...(resource.region === undefined ? {} : { region: resource.region.toWellFormed() }),
    ...(related.length > relatedLimit ? { relatedLeftOut: related.length - relatedLimit } : {}),
  };
}
