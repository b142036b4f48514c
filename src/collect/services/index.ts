import type { Service } from '../service.ts';

/** Every service that is collected; each loads its part of the SDK when it is asked for. */
export const services: readonly (() => Promise<Service>)[] = [
  async () => (await import('./bedrock.ts')).bedrock,
];
