import type { Finding } from '../model/finding.ts';
import type { Input } from '../model/report.ts';
import type { Fix } from '../model/rule.ts';

export interface FixSnippet {
  readonly language: 'yaml' | 'hcl' | 'sh';
  readonly text: string;
}

/** The snippets of a fix in the languages in which the findings can be corrected. */
export function snippetsFor(
  { cloudformation, terraform, cli }: Fix,
  findings: readonly Finding[],
  inputs: readonly Input[],
): FixSnippet[] {
  const paths = new Set(findings.flatMap(({ location }) => (location ? [location.path] : [])));
  const formats = inputs.filter(({ path }) => paths.has(path)).map(({ format }) => format ?? '');
  const isTerraform = formats.some(format => format.startsWith('terraform'));
  const isOther = formats.some(format => !format.startsWith('terraform'));
  const isLive = findings.some(({ location }) => location === undefined);
  return [
    ...(isOther && cloudformation !== undefined ? [{ language: 'yaml', text: cloudformation } as const] : []),
    ...(isTerraform && terraform !== undefined ? [{ language: 'hcl', text: terraform } as const] : []),
    ...(isLive && cli !== undefined ? [{ language: 'sh', text: cli } as const] : []),
  ];
}
