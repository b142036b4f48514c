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
  return {
    id: hash(`${rule.id}\n${subject.key}\n${observation.discriminator}`),
    ...ruleOf(rule),
    severity,
    verdict,
    ...(cause && { cause }),
    message,
    chain: chain.length === 0 ? none : chain.map(describe),
    resource: about.reference,
    ...(place.property !== undefined && { property: place.property }),
    ...(location && { location }),
    related: concerns ? relatedOf(observation, subject, origin) : none,
  };
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

function ruleOf({
  id,
  title,
  confidence,
  stage,
}: AppliedRule['rule']): Pick<Finding, 'rule' | 'title' | 'confidence' | 'stage'> {
  return { rule: id, title, confidence, ...(stage && { stage }) };
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
  subject: Resource | Scope,
  main: Origin,
): readonly RelatedLocation[] {
  const generated = subject.kind === 'resource' ? subject.generated : undefined;
  if (!generated && place.via.length + chain.length + related.length === 0) return none;
  const links: Link[] = [
    ...place.via,
    ...chain,
    ...related.map((other): Link => link(other)),
    ...(generated ? [{ what: 'the generated template', at: place.origin ?? generated }] : []),
  ];
  const seen = new Set<string>([positionOf(main)]);
  return links.flatMap(({ what, at }) => {
    const location = at && locationOf(at);
    if (!at || !location || seen.has(positionOf(at))) return [];
    seen.add(positionOf(at));
    return [{ ...location, message: what }];
  });
}

function link({ property, origin }: Place): Link {
  const what = property ?? 'see also';
  return origin ? { what, at: origin } : { what };
}

const positionOf = (origin: Origin): string =>
  origin.kind === 'span'
    ? `${origin.file.path}:${origin.start}`
    : `${origin.action}:${origin.account}:${origin.region}`;

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
  const within = span.file.text.slice(span.start, span.end).indexOf('\n');
  if (within === -1) return span;
  const lineEnd = span.start + within;
  const end = span.file.text.charAt(lineEnd - 1) === '\r' ? lineEnd - 1 : lineEnd;
  return { ...span, end: Math.max(span.start, end) };
}
