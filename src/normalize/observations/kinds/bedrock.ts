import type { JsonObject } from '../../../model/observation.ts';
import type { ApiSpellings, Around } from '../api-spelling.ts';
import { objectOf, objectsIn, textIn, textsOf, without } from '../json.ts';

/** Members of a guardrail end in `Config` where it is made, and do not where it is read. */
const guardrailNames = {
  topicPolicy: 'TopicPolicyConfig',
  'topicPolicy.topics': 'TopicsConfig',
  'topicPolicy.tier': 'TopicsTierConfig',
  contentPolicy: 'ContentPolicyConfig',
  'contentPolicy.filters': 'FiltersConfig',
  'contentPolicy.tier': 'ContentFiltersTierConfig',
  wordPolicy: 'WordPolicyConfig',
  'wordPolicy.words': 'WordsConfig',
  'wordPolicy.managedWordLists': 'ManagedWordListsConfig',
  sensitiveInformationPolicy: 'SensitiveInformationPolicyConfig',
  'sensitiveInformationPolicy.piiEntities': 'PiiEntitiesConfig',
  'sensitiveInformationPolicy.regexes': 'RegexesConfig',
  contextualGroundingPolicy: 'ContextualGroundingPolicyConfig',
  'contextualGroundingPolicy.filters': 'FiltersConfig',
  automatedReasoningPolicy: 'AutomatedReasoningPolicyConfig',
  crossRegionDetails: 'CrossRegionConfig',
} as const;

/** `amazon.nova-lite-v1:0` of `arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0`. */
const modelsOf = (data: JsonObject): readonly string[] =>
  textsOf(objectsIn(data, 'models'), 'modelArn').toSorted();

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

export const bedrock: ApiSpellings = {
  'bedrock:guardrail': {
    type: 'AWS::Bedrock::Guardrail',
    rename: guardrailNames,
    names: ['guardrailId', 'id'],
    further: {
      resourcePolicy: {
        type: 'AWS::Bedrock::ResourcePolicy',
        of: (answer, { id }) => ({ ResourceArn: id, PolicyDocument: answer }),
      },
    },
  },
  'bedrock:guardrail-version': {
    type: 'AWS::Bedrock::GuardrailVersion',
    reshape: data => objectOf({ GuardrailIdentifier: data['arn'], Description: data['description'] }),
  },
  'bedrock:invocation-logging': { type: 'AWS::Bedrock::ModelInvocationLoggingConfiguration' },
  'bedrock:account-data-retention': { type: 'AWS::Bedrock::AccountDataRetention' },
  'bedrock:enforced-guardrail': {
    type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
    rename: { guardrailArn: 'GuardrailIdentifier' },
  },
  'bedrock:provisioned-throughput': {
    type: 'AWS::Bedrock::ProvisionedModelThroughput',
    rename: { modelArn: 'ModelId' },
  },
  'bedrock:inference-profile': {
    type: 'AWS::Bedrock::ApplicationInferenceProfile',
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
  'bedrock:prompt-router': { type: 'AWS::Bedrock::IntelligentPromptRouter' },
  'bedrock:custom-model': {
    type: 'AWS::Bedrock::CustomModel',
    unseen: ['CustomModelDataSource', 'RoleArn'],
    undecided: () => ({ VpcConfig: 'the VPC is that of the job that made the model' }),
  },
  'bedrock:custom-model-deployment': { type: 'AWS::Bedrock::CustomModelDeployment' },
  'bedrock:imported-model': { type: 'AWS::Bedrock::ImportedModel' },
  'bedrock:marketplace-model-endpoint': {
    type: 'AWS::Bedrock::MarketplaceModelEndpoint',
    reshape: data => {
      const name = textIn(data, 'endpointArn')?.split('/').at(-1);
      return objectOf({ ...data, EndpointName: name });
    },
  },
  'bedrock:automated-reasoning-policy': {
    type: 'AWS::Bedrock::AutomatedReasoningPolicy',
    rename: { kmsKeyArn: 'KmsKeyId' },
    names: ['policyId'],
    unseen: ['PolicyDefinition'],
  },
  'bedrock:model-customization-job': {
    type: 'AWS::Bedrock::ModelCustomizationJob',
    rename: {
      baseModelArn: 'BaseModelIdentifier',
      outputModelName: 'CustomModelName',
      outputModelKmsKeyArn: 'CustomModelKmsKeyId',
    },
    unseen: ['HyperParameters'],
  },
  'bedrock:model-import-job': {
    type: 'AWS::Bedrock::ModelImportJob',
    rename: { importedModelKmsKeyArn: 'ImportedModelKmsKeyId' },
  },
  'bedrock:model-copy-job': {
    type: 'AWS::Bedrock::ModelCopyJob',
    rename: { targetModelKmsKeyArn: 'ModelKmsKeyId' },
  },
  'bedrock:model-invocation-job': { type: 'AWS::Bedrock::ModelInvocationJob' },
  'bedrock:evaluation-job': {
    type: 'AWS::Bedrock::EvaluationJob',
    reshape: data => without(data, 'evaluationConfig', 'inferenceConfig'),
    unseen: ['EvaluationConfig', 'InferenceConfig'],
  },
};
