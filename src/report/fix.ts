import type { Finding } from '../model/finding.ts';
import type { Input } from '../model/report.ts';
import type { Fix } from '../model/rule.ts';

/** The fix of a rule, with its snippets in the languages in which the findings can be corrected. */
export function fixFor(
  fix: Fix,
  findings: readonly Finding[],
  inputs: readonly Input[],
): { readonly summary: string; readonly snippets: readonly string[] } {
  const paths = new Set(findings.flatMap(({ location }) => (location ? [location.path] : [])));
  const formats = inputs.filter(({ path }) => paths.has(path)).map(({ format }) => format ?? '');
  const snippets = [
    ...(formats.some(format => !isTerraform(format)) ? [fix.cloudformation] : []),
    ...(formats.some(isTerraform) ? [fix.terraform] : []),
    ...(findings.some(({ location }) => location === undefined) ? [fix.cli] : []),
  ];
  return { summary: fix.summary, snippets: snippets.filter(snippet => snippet !== undefined) };
}

const isTerraform = (format: string): boolean => format.startsWith('terraform');
