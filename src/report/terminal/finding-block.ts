import type { FileLocation, Finding } from '../../model/finding.ts';
import { saidOf, sayingOf } from '../reason.ts';
import { countEach } from '../summary.ts';
import { excerpt, widthOf, wrap } from '../text/layout.ts';
import type { Style } from '../text/style.ts';

/** Units of a source line that are shown when nothing limits the width: a minified template is one line. */
const longestExcerpt = 400;

/** Findings of one rule on one property of one resource: one place, and what there is to say of it. */
export type Cluster = readonly [Finding, ...Finding[]];

/** Of findings in the order of `groupByRule`, which has those of one place of one resource side by side. */
export function clustersOf(findings: readonly Finding[]): Cluster[] {
  const clusters: [Finding, ...Finding[]][] = [];
  let first = 0;
  for (const finding of findings) {
    if (!isBeside(clusters[first]?.[0], finding)) first = clusters.length;
    let at = first;
    while (at < clusters.length && clusters[at]?.[0].property !== finding.property) at += 1;
    if (at < clusters.length) clusters[at]?.push(finding);
    else clusters.push([finding]);
  }
  return clusters;
}

/** Of the same place of the same resource. */
const isBeside = (one: Finding | undefined, other: Finding): boolean =>
  one?.resource.key === other.resource.key && isSamePlace(one.location, other.location);

const isSamePlace = (one: FileLocation | undefined, other: FileLocation | undefined): boolean =>
  one?.path === other?.path && one?.line === other?.line && one?.column === other?.column;

/** The place with its line of source and all that is to be said of it. */
export function clusterBlock(cluster: Cluster, style: Style): string[] {
  const { paint, name } = style;
  const [finding] = cluster;
  const { resource, location } = finding;
  const what = [paint('bold', name(resource.name)), paint('dim', name(resource.type))];
  if (finding.property !== undefined) what.push(name(finding.property));
  const origin = [
    ...(resource.construct === undefined ? [] : [`construct ${name(resource.construct)}`]),
    ...(location ? [] : [name(resource.key)]),
  ];
  return [
    ...sides(`  ${what.join('  ')}`, paint('cyan', placeOf(finding, style)), style.width),
    ...origin.map(line => paint('dim', `  ${line}`)),
    ...(location ? sourceLine(location, style) : []),
    ...remarks(cluster, style).flatMap(text => gutter(text, style)),
  ];
}

export const findingBlock = (finding: Finding, style: Style): string[] => clusterBlock([finding], style);

/** The place in one line, with how often when it is more than once. */
export function clusterLine(cluster: Cluster, style: Style): string[] {
  const [finding] = cluster;
  const times = cluster.length > 1 ? style.paint('dim', `  (${cluster.length})`) : '';
  const name = `  ${style.name(finding.resource.name)}${times}`;
  return sides(name, style.paint('cyan', placeOf(finding, style)), style.width);
}

/** One finding in one line of any length. */
export function findingLine(finding: Finding, style: Style): string {
  const text = style.prose(sayingOf(finding, style.signs.from));
  const place = style.paint('cyan', placeOf(finding, style));
  return `  ${style.name(finding.resource.name)}${apart(place)}${apart(text)}`;
}

const apart = (part: string): string => (part === '' ? '' : `  ${part}`);

function placeOf({ location, resource }: Finding, { name }: Style): string {
  if (location) return `${name(location.path)}:${location.line}:${location.column}`;
  const live = [resource.account, resource.region].filter(part => part !== undefined);
  return name(live.join(' '));
}

function sourceLine({ text, line, column }: FileLocation, { width, signs, paint, name }: Style): string[] {
  if (text === undefined) return [];
  const room = Math.min(longestExcerpt, width - 10);
  const code = name(excerpt(text.replaceAll('\t', '  ').trimEnd(), column, { width: room, mark: signs.cut }));
  return [`${paint('dim', `${String(line).padStart(7)} ${signs.bar}`)} ${code}`];
}

/** The messages; for unknowns how they came about; what else to look at. What several say is said once, with its count. */
function remarks(cluster: Cluster, { signs, prose, name }: Style): string[] {
  const said = cluster.map(finding => saidOf(finding, signs.from));
  const places = said.flatMap(({ related }) =>
    related.map(place => `see ${name(place.path)}:${place.line}:${place.column} ${prose(place.message)}`),
  );
  return [
    ...once(said.map(({ message }) => prose(message))),
    ...once(said.map(({ reason }) => prose(reason))),
    ...once(said.map(({ note }) => prose(note))),
    ...new Set(places),
  ];
}

function once(texts: readonly string[]): string[] {
  const counts = new Map(countEach(texts));
  return [...new Set(texts)]
    .filter(text => text !== '')
    .map(text => ((counts.get(text) ?? 1) > 1 ? `${text} (${counts.get(text)} times)` : text));
}

function gutter(text: string, { width, signs, paint }: Style): string[] {
  const bar = paint('dim', `${' '.repeat(7)} ${signs.bar}`);
  return wrap(text, width - 10).map(line => `${bar} ${line}`);
}

/** Left and right at the two margins; below each other when they do not fit, side by side when there is no margin. */
function sides(left: string, right: string, width: number): string[] {
  if (right === '') return [left];
  if (width === Infinity) return [`${left}  ${right}`];
  const room = width - widthOf(left) - widthOf(right);
  return room >= 2 ? [left + ' '.repeat(room) + right] : [left, `    ${right}`];
}
