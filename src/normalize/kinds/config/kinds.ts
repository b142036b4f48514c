import type { Kind } from '../kind.ts';
import { configurationRecorderStatus } from './configuration-recorder-status.ts';
import { configurationRecorder } from './configuration-recorder.ts';
import { deliveryChannel } from './delivery-channel.ts';

export const configKinds: readonly Kind[] = [
  configurationRecorderStatus,
  configurationRecorder,
  deliveryChannel,
];
