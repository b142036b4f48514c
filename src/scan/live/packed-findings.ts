import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

import { causes } from '../../model/cause.ts';
import { verdicts } from '../../model/finding.ts';
import type { Finding, ResourceReference } from '../../model/finding.ts';
import { confidences, severities } from '../../model/rule.ts';

/** Findings, and where they come among all others. */
export interface Placed {
  readonly order: number;
  readonly findings: readonly Finding[];
}

/** Findings that nobody looks at for now, in a tenth of the room that they would take. */
export function packFindings(placed: readonly Placed[]): Uint8Array {
  const some = placed.filter(({ findings }) => findings.length > 0);
  // A copy of its own: what packs them hands out a part of a larger buffer.
  return new Uint8Array(deflateRawSync(serialize(some), { level: 1 }));
}

/** All of them, in their order. Words that many of them say are there once. */
export function unpackFindings(packs: readonly Uint8Array[]): readonly Finding[] {
  const share = sharer();
  return packs
    .flatMap(pack => placedIn(pack).map(({ order, findings }) => ({ order, findings: findings.map(share) })))
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ findings }) => findings);
}

function placedIn(pack: Uint8Array): readonly Placed[] {
  return deserialize(inflateRawSync(pack));
}

/** Gives equal words of findings, and what is said of one resource, one place in memory. */
function sharer(): (finding: Finding) => Finding {
  const words = new Map<string, string>();
  const resources = new WeakMap<ResourceReference, ResourceReference>();
  const word = (text: string): string => {
    const known = words.get(text);
    if (known === undefined) words.set(text, text);
    return known ?? text;
  };
  const resourceOf = (resource: ResourceReference): ResourceReference => {
    const { type, account, region } = resource;
    const known = resources.get(resource) ?? {
      ...resource,
      type: word(type),
      ...(account !== undefined && { account: word(account) }),
      ...(region !== undefined && { region: word(region) }),
    };
    resources.set(resource, known);
    return known;
  };
  return finding => ({
    ...finding,
    rule: word(finding.rule),
    title: word(finding.title),
    severity: among(severities, finding.severity),
    confidence: among(confidences, finding.confidence),
    verdict: among(verdicts, finding.verdict),
    ...(finding.cause && { cause: among(causes, finding.cause) }),
    chain: finding.chain.length === 0 ? none : finding.chain,
    resource: resourceOf(finding.resource),
    ...(finding.property !== undefined && { property: word(finding.property) }),
    related: finding.related.length === 0 ? none : finding.related,
  });
}

const among = <T>(words: readonly T[], one: T): T => words[words.indexOf(one)] ?? one;

const none: readonly never[] = [];
