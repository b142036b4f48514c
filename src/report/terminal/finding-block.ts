import type { FileLocation, Finding } from '../../model/finding.ts';
import { excerpt, widthOf, wrap } from '../text/layout.ts';
import type { Style } from '../text/style.ts';

/** Units of a source line that are shown when nothing limits the width: a minified template is one line. */
const longestExcerpt = 400;

/** One finding with its place, its line of source and what is to be said of it. */
export function findingBlock(finding: Finding, style: Style): string[] {
  const { paint, name } = style;
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
    ...remarks(finding, style).flatMap(text => gutter(text, style)),
  ];
}

/** One finding in one line. */
export function findingLine(finding: Finding, style: Style): string[] {
  const name = `  ${style.name(finding.resource.name)}`;
  return sides(name, style.paint('cyan', placeOf(finding, style)), style.width);
}

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

/** The message; for an unknown how it came about; what else to look at. */
function remarks({ message, cause, chain, related }: Finding, { signs, prose, name }: Style): string[] {
  return [
    prose(message),
    ...(cause ? [[`${cause}:`, chain.map(prose).join(` ${signs.from} `)].join(' ')] : []),
    ...related.map(place => `see ${name(place.path)}:${place.line}:${place.column} ${prose(place.message)}`),
  ];
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
