import type { Kind } from '../kind.ts';
import { accountDataRetention } from './account-data-retention.ts';
import { agentAlias } from './agent-alias.ts';
import { agent } from './agent.ts';
import { applicationInferenceProfile } from './application-inference-profile.ts';
import { automatedReasoningPolicy } from './automated-reasoning-policy.ts';
import { blueprint } from './blueprint.ts';
import { customModelDeployment } from './custom-model-deployment.ts';
import { customModel } from './custom-model.ts';
import { dataAutomationProject } from './data-automation-project.ts';
import { dataSource } from './data-source.ts';
import { enforcedGuardrailConfiguration } from './enforced-guardrail-configuration.ts';
import { evaluationJob } from './evaluation-job.ts';
import { flowAlias } from './flow-alias.ts';
import { flow } from './flow.ts';
import { foundationModelAgreement } from './foundation-model-agreement.ts';
import { guardrailVersion } from './guardrail-version.ts';
import { guardrail } from './guardrail.ts';
import { importedModel } from './imported-model.ts';
import { intelligentPromptRouter } from './intelligent-prompt-router.ts';
import { invocationLogDelivery } from './invocation-log-delivery.ts';
import { knowledgeBasePolicy } from './knowledge-base-policy.ts';
import { knowledgeBase } from './knowledge-base.ts';
import { marketplaceModelEndpoint } from './marketplace-model-endpoint.ts';
import { modelCopyJob } from './model-copy-job.ts';
import { modelCustomizationJob } from './model-customization-job.ts';
import { modelImportJob } from './model-import-job.ts';
import { modelInvocationJob } from './model-invocation-job.ts';
import { modelInvocationLoggingConfiguration } from './model-invocation-logging-configuration.ts';
import { modelUsage } from './model-usage.ts';
import { prompt } from './prompt.ts';
import { provisionedModelThroughput } from './provisioned-model-throughput.ts';
import { bedrockResourcePolicy } from './resource-policy.ts';

export const bedrockKinds: readonly Kind[] = [
  accountDataRetention,
  agentAlias,
  agent,
  applicationInferenceProfile,
  automatedReasoningPolicy,
  blueprint,
  customModelDeployment,
  customModel,
  dataAutomationProject,
  dataSource,
  enforcedGuardrailConfiguration,
  evaluationJob,
  flowAlias,
  flow,
  foundationModelAgreement,
  guardrailVersion,
  guardrail,
  importedModel,
  intelligentPromptRouter,
  invocationLogDelivery,
  knowledgeBasePolicy,
  knowledgeBase,
  marketplaceModelEndpoint,
  modelCopyJob,
  modelCustomizationJob,
  modelImportJob,
  modelInvocationJob,
  modelInvocationLoggingConfiguration,
  modelUsage,
  prompt,
  provisionedModelThroughput,
  bedrockResourcePolicy,
];
