import type { FileLocation, Finding, RelatedLocation, ResourceReference } from '../model/finding.ts';
import type { AppliedRule } from '../model/policy.ts';
import type { Resource, Scope } from '../model/resource.ts';
import { lineText, regionOf } from '../model/source.ts';
import type { Origin, Span } from '../model/source.ts';
import type { Link, Value } from '../model/value.ts';
import type { Observation, Place } from './observation.ts';

/** Makes a short stable id of a text: a hex digest. An argument, because this layer computes no cryptography. */
export type Hash = (text: string) => string;

/** Makes findings of what the rules say of one subject; what they all repeat of it is made once. */
export type Speaker = (applied: AppliedRule, observation: Observation) => Finding;

export function speakerOn(subject: Resource | Scope, hash: Hash): Speaker {
  let about: About | undefined;
  return (applied, observation) => {
    about ??= { subject, reference: resourceOf(subject), shown: new Map(), plain: new Map() };
    return findingOf(applied, observation, about, hash);
  };
}

interface About {
  readonly subject: Resource | Scope;
  readonly reference: ResourceReference;
  /** Where findings point, mostly several to one place: with its line for what is to be looked at. */
  readonly shown: Map<Origin, FileLocation | undefined>;
  readonly plain: Map<Origin, FileLocation | undefined>;
}

type Draft = { -readonly [Field in keyof Finding]: Finding[Field] };

/** Field by field: of an object put together from parts there would be a hundred thousand copies. */
function findingOf(
  { rule, severity }: AppliedRule,
  observation: Observation,
  about: About,
  hash: Hash,
): Finding {
  const { subject } = about;
  const { verdict, cause, message, chain, place } = observation;
  const origin = edited(subject, place.origin) ?? subject.at;
  const concerns = verdict === 'fail' || verdict === 'unknown';
  const location = placeAt(origin, about, concerns);
  const finding: Draft = {
    id: hash(`${rule.id}\n${subject.key}\n${observation.discriminator}`),
    rule: rule.id,
    title: rule.title,
    confidence: rule.confidence,
    severity,
    verdict,
    message,
    chain: chain.length === 0 ? none : chain.map(describe),
    resource: about.reference,
    related: concerns ? relatedOf(observation, about, origin) : none,
  };
  if (rule.stage) finding.stage = rule.stage;
  if (cause) finding.cause = cause;
  if (place.property !== undefined) finding.property = place.property;
  if (location) finding.location = location;
  return finding;
}

/** Of what is fine there may be a hundred thousand; nobody looks at its line. */
function placeAt(origin: Origin, { shown, plain }: About, concerns: boolean): FileLocation | undefined {
  const places = concerns ? shown : plain;
  if (!places.has(origin)) {
    const location = locationOf(origin);
    places.set(origin, concerns && location ? withText(location, origin) : location);
  }
  return places.get(origin);
}

/** A place in what was generated from a source stands for the source, which is what a person can change. */
function edited(subject: Resource | Scope, origin: Origin | undefined): Origin | undefined {
  const generated = subject.kind === 'resource' ? subject.generated : undefined;
  if (generated?.kind !== 'span' || origin?.kind !== 'span' || generated.file.path !== origin.file.path)
    return origin;
  return origin.start >= generated.start && origin.end <= generated.end ? subject.at : origin;
}

function resourceOf(subject: Resource | Scope): ResourceReference {
  const account = knownText(subject.account);
  const region = knownText(subject.region);
  return {
    key: subject.key,
    type: subject.kind === 'resource' ? subject.type : subject.kind,
    name: subject.name,
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(subject.kind === 'resource' && subject.construct !== undefined && { construct: subject.construct }),
  };
}

function knownText(value: Value): string | undefined {
  return value.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}

function describe({ what, at }: Link): string {
  if (at?.kind === 'span') return `${what} (${at.file.path}:${regionOf(at).line})`;
  if (at?.kind === 'call') return `${what} (${at.action}, ${at.account} ${at.region})`;
  return what;
}

/** What led to the finding and what else it speaks of, each place once. */
function relatedOf(
  { place, chain, related }: Observation,
  about: About,
  main: Origin,
): readonly RelatedLocation[] {
  const generated = about.subject.kind === 'resource' ? about.subject.generated : undefined;
  if (!generated && place.via.length + chain.length + related.length === 0) return none;
  const links: readonly Link[] = [
    ...place.via,
    ...chain,
    ...related.map(link),
    ...(generated ? [{ what: 'the generated template', at: place.origin ?? generated }] : []),
  ];
  const seen: Origin[] = [main];
  const found: RelatedLocation[] = [];
  for (const { what, at } of links) {
    if (!at || seen.some(origin => isSamePlace(origin, at))) continue;
    seen.push(at);
    const location = placeAt(at, about, false);
    if (location) found.push({ ...location, message: what });
  }
  return found;
}

function link({ property, origin }: Place): Link {
  const what = property ?? 'see also';
  return origin ? { what, at: origin } : { what };
}

function isSamePlace(one: Origin, other: Origin): boolean {
  if (one === other) return true;
  if (one.kind === 'span')
    return other.kind === 'span' && one.start === other.start && one.file.path === other.file.path;
  return (
    other.kind === 'call' &&
    one.action === other.action &&
    one.account === other.account &&
    one.region === other.region
  );
}

function locationOf(origin: Origin): FileLocation | undefined {
  return origin.kind === 'span' ? { path: origin.file.path, ...regionOf(firstLine(origin)) } : undefined;
}

const none: readonly never[] = [];

/** Minified files have lines that no report can show. */
const longestShown = 500;

function withText(location: FileLocation, origin: Origin): FileLocation {
  const text = origin.kind === 'span' ? lineText(origin.file, location.line) : '';
  return text.length > longestShown ? location : { ...location, text };
}

/** Long blocks are pointed at by their first line. */
function firstLine(span: Span): Span {
  const lineEnd = span.file.text.indexOf('\n', span.start);
  if (lineEnd === -1 || lineEnd >= span.end) return span;
  const end = span.file.text.charAt(lineEnd - 1) === '\r' ? lineEnd - 1 : lineEnd;
  return { ...span, end: Math.max(span.start, end) };
}
