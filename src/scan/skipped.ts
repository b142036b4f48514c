import type { Problem } from '../model/problem.ts';
import type { Input } from '../model/report.ts';

/** Formats that declare resources and that nothing reads yet: what they say is in scope and not assessed. */
const unread: ReadonlySet<string | undefined> = new Set([
  'cdk-app',
  'cdktf-app',
  'cloudformation',
  'cloudformation-fragment',
  'pulumi',
  'serverless',
  'snapshot',
  'terraform',
  'terraform-log',
  'terraform-plan',
  'terragrunt',
]);

/** One problem for all inputs of a format that were skipped for one reason. */
export function skippedProblems(inputs: readonly Input[]): readonly Problem[] {
  const skipped = inputs.filter(({ status, format }) => status === 'skipped' && unread.has(format));
  return [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason = 'skipped', group]): Problem => {
    const [first] = group;
    const others = group.length - 1;
    return {
      cause: 'out-of-view',
      message: others > 0 ? `${reason} (and ${others} more like it)` : reason,
      ...(first && { path: first.path }),
      effect: `the resources in ${others > 0 ? 'them' : 'it'} were not assessed`,
    };
  });
}
