import type { JsonObject } from '../../../model/observation.ts';
import type { Around } from '../../observations/api-spelling.ts';
import { objectsIn, textsOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const applicationInferenceProfile: Kind = {
  type: 'AWS::Bedrock::ApplicationInferenceProfile',
  terraform: {
    aws_bedrock_inference_profile: {
      rename: { name: 'InferenceProfileName' },
      attributes: { arn: 'InferenceProfileArn' },
    },
  },
  api: {
    'bedrock:inference-profile': {
      reshape: (data, around) => {
        const CopyFrom = copiedFrom(around);
        return CopyFrom === undefined ? data : { ...data, ModelSource: { CopyFrom } };
      },
      undecided: around =>
        copiedFrom(around) === undefined
          ? { ModelSource: 'the profile of AWS with the same models is not in view' }
          : {},
      names: ['inferenceProfileId'],
    },
  },
};

/**
 * What an application inference profile was copied from, AWS does not say. With one model it is that model; with several,
 * the profile of AWS that uses the same ones.
 */
function copiedFrom({ observation: { data }, others }: Around): string | undefined {
  const models = modelsOf(data);
  if (models.length < 2) return models[0];
  const same = others('bedrock:system-inference-profile').find(
    profile => modelsOf(profile.data).join() === models.join(),
  );
  return same?.id;
}

/** `amazon.nova-lite-v1:0` of `arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0`. */
const modelsOf = (data: JsonObject): readonly string[] =>
  textsOf(objectsIn(data, 'models'), 'modelArn').toSorted();
