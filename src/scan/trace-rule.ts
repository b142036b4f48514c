import { verdictsOf } from '../evaluate/evaluate.ts';
import { recordReads } from '../evaluate/reads.ts';
import type { Read } from '../evaluate/reads.ts';
import { indexOf } from '../evaluate/resource-index.ts';
import type { Estate, Resource, Scope } from '../model/resource.ts';
import type { Rule } from '../model/rule.ts';
import { hash } from './hash.ts';
import { prepareRules } from './prepare-rules.ts';
import type { Trace, TraceRequest } from './request.ts';
import { estateOf } from './scan.ts';

/** One rule on each of its subjects, with every value that it read, in the order in which it read them. */
export async function traceRule({ scan, resource }: TraceRequest): Promise<readonly Trace[]> {
  const { estate } = await estateOf(scan);
  const index = indexOf(estate, scan.types);
  const reads: Read[] = [];
  const rules = await prepareRules(scan.rules, scan.facts, recordReads(reads));
  return rules.flatMap(prepared =>
    subjectsOf(prepared.rule, estate)
      .filter(({ name, key }) => resource === undefined || name === resource || key === resource)
      .flatMap(subject => {
        reads.length = 0;
        const findings = verdictsOf(prepared, subject, index, hash);
        const seen = [...reads];
        return findings.map(finding => ({ finding, reads: seen }));
      }),
  );
}

function subjectsOf({ subject }: Rule, { resources, scopes }: Estate): readonly (Resource | Scope)[] {
  return subject.kind === 'scope'
    ? scopes.filter(({ kind }) => kind === subject.scope)
    : resources.filter(({ type }) => subject.types.includes(type));
}
