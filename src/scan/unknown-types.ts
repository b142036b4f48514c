import { distance } from 'fastest-levenshtein';

import type { Problem } from '../model/problem.ts';
import type { Estate } from '../model/resource.ts';
import { regionOf } from '../model/source.ts';
import type { TypeRegistry } from '../model/types.ts';

/**
 * Resources of a type that cannot be one, or that is spelled almost like one of ours: no rule speaks of them, and
 * nobody would notice. Types of services that no rule is about are not in the registry and not misspelt.
 */
export function unknownTypes({ resources }: Estate, types: TypeRegistry): readonly Problem[] {
  const hints = new Map<string, string | undefined>();
  return resources.flatMap(({ type, name, at }): Problem[] => {
    if (!hints.has(type)) hints.set(type, hintFor(type, types));
    const hint = hints.get(type);
    if (hint === undefined) return [];
    return [
      {
        cause: 'parse-error',
        message: `${name} is of type ${type}, which AWS does not have`,
        ...(at.kind === 'span' && { path: at.file.path, region: regionOf(at) }),
        effect: 'the resource was not assessed',
        hint,
      },
    ];
  });
}

/** What to do about a type that does not exist; undefined for any other. */
function hintFor(type: string, types: TypeRegistry): string | undefined {
  if (types.get(type)) return undefined;
  if (!/^[A-Za-z0-9]+::[\w:@-]+$/.test(type)) return 'a type is written out, as AWS::Bedrock::Agent is';
  const meant = similar(type, types.names);
  return meant === undefined ? undefined : `did you mean ${meant}?`;
}

/** Changed letters that are still a slip. Within one service no two types of AWS are closer. */
const slip = 2;

function similar(type: string, names: readonly string[]): string | undefined {
  const written = partsOf(type);
  if (written.vendor !== 'aws') return undefined;
  return names.find(name => {
    const meant = partsOf(name);
    if (meant.service === written.service) return distance(meant.kind, written.kind) <= slip;
    return meant.kind === written.kind && isSlip(written.service, meant.service);
  });
}

/** Short names of services are close to each other, and some services have a second version. */
function isSlip(written: string, meant: string): boolean {
  if (written.length < 6 || written.startsWith(meant) || meant.startsWith(written)) return false;
  return distance(written, meant) <= slip;
}

function partsOf(type: string): { vendor: string; service: string; kind: string } {
  const [vendor = '', service = '', kind = ''] = type.toLowerCase().split('::');
  return { vendor, service, kind };
}
