import type { Span } from '../../../model/source.ts';
import type { ResourceInstance } from '../module/instance.ts';
import type { Term } from '../terms/term.ts';
import { concat } from '../terms/text.ts';
import { lost } from '../terms/unknown.ts';

/** Where a data source reads, and where its value is used. */
interface Place {
  readonly at: Span;
  readonly place: (what: 'account' | 'region' | 'partition') => Term;
}

/**
 * What a data source finds, where its name is made of what is asked for: ARNs of models and system-defined inference
 * profiles, names of endpoint services, keys behind the aliases of AWS.
 */
export function nameOfFound(instance: ResourceInstance, name: string, where: Place): Term | undefined {
  const make = makers[`${instance.block.type}.${name}`];
  return make?.(instance, where);
}

type Make = (instance: ResourceInstance, where: Place) => Term | undefined;

/** The key behind an alias of AWS is told by the alias: whatever id it has, it is a key of AWS. Any other has just an id. */
const keyBehind =
  (attribute: string, as: 'arn' | 'id'): Make =>
  (instance, { at, place }) => {
    const [, alias, owner] = /(?:^|:)(alias\/(aws\/)?.+)$/.exec(textIn(instance, attribute) ?? '') ?? [];
    if (alias === undefined) return undefined;
    const id: Term = { ...lost(`the id of the key behind ${alias}`, at, { set: true }), shape: 'segment' };
    if (as === 'id') return owner === undefined ? id : concat([alias], at);
    const found = owner === undefined ? concat(['key/', id], at) : alias;
    return arn(['kms', place('region'), place('account'), found], { at, place });
  };

const makers: Readonly<Record<string, Make>> = {
  'aws_bedrock_foundation_model.model_arn': (instance, { at, place }) => {
    const model = textIn(instance, 'model_id');
    return model === undefined
      ? undefined
      : arn(['bedrock', place('region'), '', `foundation-model/${model}`], { at, place });
  },
  // Those that AWS defines have the id of a model behind the prefix of a geography; others have an id of their own.
  'aws_bedrock_inference_profile.inference_profile_arn': (instance, { at, place }) => {
    const profile = textIn(instance, 'inference_profile_id');
    if (profile?.startsWith('arn:')) return instance.written('inference_profile_id');
    return profile?.includes('.')
      ? arn(['bedrock', place('region'), place('account'), `inference-profile/${profile}`], { at, place })
      : undefined;
  },
  'aws_vpc_endpoint_service.service_name': (instance, { at, place }) => {
    const service = textIn(instance, 'service');
    return service === undefined
      ? undefined
      : concat([beforeCom(place('partition'), at), 'com.amazonaws.', place('region'), `.${service}`], at);
  },
  'aws_kms_alias.target_key_arn': keyBehind('name', 'arn'),
  'aws_kms_alias.target_key_id': keyBehind('name', 'id'),
  'aws_kms_key.id': keyBehind('key_id', 'id'),
  'aws_kms_key.arn': keyBehind('key_id', 'arn'),
};

const beforeCom = (partition: Term, at: Span): string | Term =>
  partition.kind === 'known'
    ? partition.value === 'aws-cn'
      ? 'cn.'
      : ''
    : lost('the partition', at, { set: true });

function textIn(instance: ResourceInstance, attribute: string): string | undefined {
  const term = instance.written(attribute);
  return term?.kind === 'known' && typeof term.value === 'string' ? term.value : undefined;
}

const arn = ([service, region, account, resource]: readonly (string | Term)[], { at, place }: Place): Term =>
  concat(
    [
      'arn:',
      place('partition'),
      ':',
      service ?? '',
      ':',
      region ?? '',
      ':',
      account ?? '',
      ':',
      resource ?? '',
    ],
    at,
  );
