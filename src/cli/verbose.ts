import type { ScanRequest } from '../scan/request.ts';
import type { Setup } from './setup.ts';

/** What `-v` says before the scan: everything that decides its outcome. */
export function loadedText({ config, policies, digest, rules, own }: Setup, request: ScanRequest): string {
  const { region, account, partition } = request.placement;
  const lines = [
    `root           ${request.root}`,
    `configuration  ${config.source?.path ?? 'none'}`,
    `policies       ${policies.map(({ policy }) => policy.id).join(', ')}`,
    `rules          ${request.rules.length} of ${rules.length}, ${request.notConfigured.length} not configured, ${own.size} your own`,
    `rule set       ${digest}`,
    `placement      region ${region ?? 'unknown'}, account ${account ?? 'unknown'}, partition ${partition ?? 'unknown'}`,
  ];
  return `${lines.join('\n')}\n`;
}
