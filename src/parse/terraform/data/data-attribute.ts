import type { Span } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import type { ResourceInstance } from '../module/instance.ts';
import { placingOf } from '../module/placing.ts';
import type { Term } from '../terms/term.ts';
import { object, EvaluationError } from '../terms/term.ts';
import { lost, lostIn } from '../terms/unknown.ts';
import { nameOfFound } from './name-of-found.ts';
import { policyDocument } from './policy-document.ts';

/** An attribute that a data source gives; unknown where it asks the world. */
export function dataAttribute(instance: ResourceInstance, name: string, at: Span): Term {
  const compute = computed[instance.block.type];
  const own =
    compute?.(instance, name, at) ??
    nameOfFound(instance, name, { at, place: place => placed(instance, place) });
  return own ?? asked(instance, name, at);
}

type Compute = (instance: ResourceInstance, name: string, at: Span) => Term | undefined;

/** Data sources that ask nobody but the configuration and this run. */
const computed: Readonly<Record<string, Compute>> = {
  aws_iam_policy_document: (instance, name, at) =>
    name === 'json' || name === 'minified_json' ? policyDocument(instance, at) : undefined,
  aws_region: (instance, name) =>
    name === 'name' || name === 'id' || name === 'region' ? placed(instance, 'region') : undefined,
  aws_caller_identity: (instance, name) =>
    name === 'account_id' || name === 'id' ? placed(instance, 'account') : undefined,
  aws_partition: partition,
  aws_default_tags: (instance, name, at) => (name === 'tags' ? defaultTags(instance, at) : undefined),
  aws_arn: arnPart,
  aws_service_principal: servicePrincipal,
};

const placed = (instance: ResourceInstance, what: 'account' | 'region' | 'partition'): Term =>
  termOfPlace(placingOf(instance)[what]);

/** A place is known, a text or unknown; anything else is not a place that one could name. */
function termOfPlace(value: Value): Term {
  if (value.kind === 'known' || value.kind === 'unknown' || value.kind === 'reference') return value;
  return lost('a place that is not known', value.at, { set: true });
}

const suffixes: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
  'aws-iso': 'c2s.ic.gov',
  'aws-iso-b': 'sc2s.sgov.gov',
  'aws-iso-e': 'cloud.adc-e.uk',
  'aws-iso-f': 'csp.hci.ic.gov',
  'aws-eusc': 'amazonaws.eu',
};

function partition(instance: ResourceInstance, name: string): Term | undefined {
  const place = placed(instance, 'partition');
  if (name === 'partition' || name === 'id') return place;
  const suffix = place.kind === 'known' ? suffixes[String(place.value)] : undefined;
  const known = place.kind === 'known' && suffix !== undefined;
  if (name === 'dns_suffix') return known ? { ...place, value: suffix } : place;
  if (name !== 'reverse_dns_prefix') return undefined;
  return known ? { ...place, value: suffix.split('.').toReversed().join('.') } : place;
}

function defaultTags(instance: ResourceInstance, at: Span): Term {
  const { provider } = instance.module;
  return provider('aws')?.tags ?? { ...object(new Map(), at), form: 'map' };
}

const arnNames = ['', 'partition', 'service', 'region', 'account', 'resource'];

function arnPart(instance: ResourceInstance, name: string, at: Span): Term | undefined {
  const index = arnNames.indexOf(name);
  const arn = instance.written('arn');
  if (!arn || index < 1) return undefined;
  if (arn.kind !== 'known') return lostIn(`the ${name} of an ARN`, arn, at);
  const parts = String(arn.value).split(':');
  if (parts.length < 6) throw new EvaluationError('the text is no ARN', at);
  return { ...arn, value: index === 5 ? parts.slice(5).join(':') : (parts[index] ?? '') };
}

function servicePrincipal(instance: ResourceInstance, name: string): Term | undefined {
  const service = instance.written('service_name');
  const suffix = partition(instance, 'dns_suffix');
  if (name === 'suffix') return suffix;
  if ((name !== 'name' && name !== 'id') || service?.kind !== 'known' || suffix?.kind !== 'known')
    return undefined;
  return { ...service, value: `${String(service.value)}.${String(suffix.value)}` };
}

/** What is asked of the world is not known; the id, ARN and name of what is found are certainly set, lists may be empty. */
function asked({ address, block }: ResourceInstance, name: string, at: Span): Term {
  const what = `${address}.${name} is looked up when it is deployed`;
  const set = /(?:^|_)(?:id|arn|name|json|cidr_block)$/.test(name);
  const chain = [{ what: `data source ${address}`, at: block.item.at }];
  return lost(what, at, { cause: 'out-of-view', chain, set });
}
