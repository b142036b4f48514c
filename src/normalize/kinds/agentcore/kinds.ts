import type { Kind } from '../kind.ts';
import { apiKeyCredentialProvider } from './api-key-credential-provider.ts';
import { browserProfile } from './browser-profile.ts';
import { browser } from './browser.ts';
import { codeInterpreter } from './code-interpreter.ts';
import { evaluator } from './evaluator.ts';
import { gatewayRule } from './gateway-rule.ts';
import { gatewayTarget } from './gateway-target.ts';
import { gateway } from './gateway.ts';
import { harness } from './harness.ts';
import { memory } from './memory.ts';
import { oauth2CredentialProvider } from './oauth2-credential-provider.ts';
import { onlineEvaluationConfig } from './online-evaluation-config.ts';
import { policyEngine } from './policy-engine.ts';
import { agentCorePolicy } from './policy.ts';
import { registry } from './registry.ts';
import { agentCoreResourcePolicy } from './resource-policy.ts';
import { runtimeEndpoint } from './runtime-endpoint.ts';
import { runtime } from './runtime.ts';
import { tokenVaultKey } from './token-vault-key.ts';
import { workloadIdentity } from './workload-identity.ts';

export const agentcoreKinds: readonly Kind[] = [
  apiKeyCredentialProvider,
  browserProfile,
  browser,
  codeInterpreter,
  evaluator,
  gatewayRule,
  gatewayTarget,
  gateway,
  harness,
  memory,
  oauth2CredentialProvider,
  onlineEvaluationConfig,
  policyEngine,
  agentCorePolicy,
  registry,
  agentCoreResourcePolicy,
  runtimeEndpoint,
  runtime,
  tokenVaultKey,
  workloadIdentity,
];
