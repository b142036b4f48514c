import type { Kind } from '../kind.ts';
import { qBusinessApplication } from './application.ts';
import { chatControlsConfiguration } from './chat-controls-configuration.ts';
import { qBusinessDataSource } from './data-source.ts';
import { qBusinessIndex } from './index.ts';
import { plugin } from './plugin.ts';
import { retriever } from './retriever.ts';
import { webExperience } from './web-experience.ts';

export const qbusinessKinds: readonly Kind[] = [
  qBusinessApplication,
  chatControlsConfiguration,
  qBusinessDataSource,
  qBusinessIndex,
  plugin,
  retriever,
  webExperience,
];
