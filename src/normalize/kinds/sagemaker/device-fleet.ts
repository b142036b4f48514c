import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const deviceFleet: Kind = {
  type: 'AWS::SageMaker::DeviceFleet',
  terraform: {
    aws_sagemaker_device_fleet: { leftOut: { enable_iot_role_alias: ofProvider } },
  },
};
