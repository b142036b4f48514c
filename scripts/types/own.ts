import { agentcore } from './own/agentcore.ts';
import { bedrock } from './own/bedrock.ts';
import { landingZone } from './own/landing-zone.ts';
import { sagemaker } from './own/sagemaker.ts';
import { usages } from './own/usage.ts';
import type { CompactType } from './shape.ts';

/** The types that the model has and CloudFormation has not, each with the AWS page that holds its shape. */
export const ownTypes: Readonly<Record<string, CompactType>> = {
  ...agentcore,
  ...bedrock,
  ...landingZone,
  ...sagemaker,
  ...usages,
};
