import { absent, type Value } from '../../model/value.ts';
import { entryOf } from '../../syntax/field.ts';
import { spanOfEntry } from '../../syntax/span.ts';
import type { Generated, Instance, ResourceEntry } from '../cloudformation/scope.ts';
import { stageId } from './api.ts';
import { withGlobals } from './globals.ts';
import { implicitApis } from './implicit.ts';
import { aliasId, versionId } from './publish.ts';

/**
 * What a logical id stands for that nobody declares: `ApiRole`, which SAM makes for `Api`, or `Worker.Alias`.
 * Undefined when SAM makes nothing of that name.
 */
export function generatedBy(instance: Instance, id: string): Generated | undefined {
  const [head = '', tail] = id.split('.');
  if (tail !== undefined) return referable(instance.resources().get(head), tail);
  const implicit = implicitApis(instance).find(({ api }) => id.startsWith(api.key));
  if (implicit) return { target: id, because: `SAM makes ${id}` };
  return ownerOf(instance, id);
}

/** `Function.Version`, `Api.Stage`: the names that SAM replaces by what it makes. */
function referable(resource: ResourceEntry | undefined, name: string): Generated | undefined {
  if (!resource?.type.startsWith('AWS::Serverless::')) return undefined;
  const because = `SAM makes ${resource.key}.${name}`;
  const target = referables.get(name)?.(resource);
  if (target !== undefined) return { target, because };
  return unspelt.has(name) ? { because } : undefined;
}

const referables: ReadonlyMap<string, (resource: ResourceEntry) => string> = new Map([
  ['Version', ({ key }: ResourceEntry) => versionId(key)],
  ['Alias', (resource: ResourceEntry) => aliasId(resource.key, propertyOf(resource, 'AutoPublishAlias'))],
  ['Stage', (resource: ResourceEntry) => stageId(resource.key, propertyOf(resource, 'StageName'))],
  ['Deployment', ({ key }: ResourceEntry) => `${key}Deployment`],
]);

const unspelt = new Set(
  'DestinationQueue DestinationTopic DomainName DomainNameV2 UsagePlan UsagePlanKey ApiKey'.split(' '),
);

/** The ends of logical ids that are made here under the name that they have in SAM. */
const made = /^(?:Role|Url|EventInvokeConfig|Deployment|.*Stage)$/;

function ownerOf(instance: Instance, id: string): Generated | undefined {
  for (const [key, { type }] of instance.resources()) {
    if (!type.startsWith('AWS::Serverless::') || !id.startsWith(key)) continue;
    const because = `SAM makes ${id} for ${key}`;
    return made.test(id.slice(key.length)) ? { target: id, because } : { because };
  }
  return undefined;
}

function propertyOf(resource: ResourceEntry, name: string): Value {
  const properties = withGlobals(resource);
  const entry = properties?.kind === 'map' ? entryOf(properties, name) : undefined;
  const { scope } = resource;
  return entry ? scope.instance.value(entry.value, scope, spanOfEntry(scope.file, entry)) : absent;
}
