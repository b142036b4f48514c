import { distance } from 'fastest-levenshtein';

import type { Problem } from '../model/problem.ts';
import type { Estate } from '../model/resource.ts';
import { regionOf } from '../model/source.ts';
import type { TypeRegistry } from '../model/types.ts';
import { spellingOf, terraformTypes } from '../normalize/kinds/index.ts';

/**
 * Resources of a type that cannot be one, or that is spelled almost like one of ours: no rule speaks of them, and
 * nobody would notice. Types of services that no rule is about are not in the registry and not misspelt.
 */
export function unknownTypes({ resources }: Estate, types: TypeRegistry): readonly Problem[] {
  const hints = new Map<string, string | undefined>();
  return resources.flatMap(({ type, name, at }): Problem[] => {
    if (!hints.has(type))
      hints.set(type, isTerraform(type, name) ? terraformHint(type) : hintFor(type, types));
    const hint = hints.get(type);
    if (hint === undefined) return [];
    return [
      {
        cause: 'parse-error',
        message: `${name} is of type ${type}, which ${isTerraform(type, name) ? 'this version does not know' : 'AWS does not have'}`,
        ...(at.kind === 'span' && { path: at.file.path, region: regionOf(at) }),
        effect: 'the resource was not assessed',
        hint,
      },
    ];
  });
}

/** An address has the type in it. */
const isTerraform = (type: string, name: string): boolean => name.includes(`${type}.`);

/** What to do about a type of a provider: those of other services and other providers are no business of ours. */
function terraformHint(type: string): string | undefined {
  if (spellingOf(type) || notSpokenOf.has(type)) return undefined;
  if (!/^[a-z][\da-z_-]*$/.test(type)) return 'a type is written out, as aws_bedrockagent_agent is';
  const meant = similarTerraform(type);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return /^aws(?:cc)?_(?:bedrock|sagemaker)/.test(type)
    ? 'a later version of plumbline may know it'
    : undefined;
}

/** Resources of these services in version 6 of the provider that CloudFormation has nothing for, and no rule speaks of. */
const notSpokenOf: ReadonlySet<string> = new Set([
  'aws_bedrock_use_case_for_model_access',
  'aws_sagemaker_hub_content_reference',
  'aws_sagemaker_model_card_export_job',
]);

function similarTerraform(type: string): string | undefined {
  if (!type.startsWith('aws_')) return undefined;
  const [service = '', kind = ''] = serviceAndKind(type);
  return terraformTypes.find(name => {
    const [meantService = '', meantKind = ''] = serviceAndKind(name);
    if (service === meantService) return distance(kind, meantKind) <= slip;
    return kind === meantKind && isSlip(service, meantService);
  });
}

/** `aws_bedrockagent_agent_alias` is the `agent_alias` of `bedrockagent`. */
const serviceAndKind = (type: string): readonly string[] =>
  /^aws_([^_]+)_(.+)$/.exec(type)?.slice(1) ?? [type.slice('aws_'.length)];

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
