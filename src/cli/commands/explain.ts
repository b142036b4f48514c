import { findRule, ruleNamed } from '../../catalog/find-rule.ts';
import type { ResolvedRule } from '../../catalog/resolve-policy.ts';
import { UsageError } from '../../model/problem.ts';
import type { ScanRequest } from '../../scan/request.ts';
import { choiceOf } from '../answers.ts';
import { json } from '../columns.ts';
import { displayFor } from '../display.ts';
import { findingText } from '../explain-finding.ts';
import { ruleText } from '../explain-rule.ts';
import { gated } from '../gatekeeping.ts';
import type { Handler, Invocation } from '../io.ts';
import { proseStyle } from '../paragraphs.ts';
import { scanRequest } from '../scan-request.ts';
import { setUp, type Setup } from '../setup.ts';

const formats = ['text', 'json', 'markdown'] as const;

/** A rule by its id, a former id or its id in another tool; or one finding of a scan of the paths. */
export const explainCommand: Handler = async invocation => {
  const { args, options, io } = invocation;
  const [asked = '', ...paths] = args;
  const format = choiceOf(options, 'format', formats) ?? 'text';
  const setup = await setUp(paths, options, io);
  const resolved = ruleAskedFor(asked, setup);
  io.stdout.write(
    resolved
      ? await ruleExplanation(resolved, format, { setup, invocation })
      : await findingExplanation(asked, format, { setup, invocation }),
  );
  return 0;
};

interface Context {
  readonly setup: Setup;
  readonly invocation: Invocation;
}

/** Undefined for what can only be the id of a finding. */
function ruleAskedFor(asked: string, { rules, resolved }: Setup): ResolvedRule | undefined {
  const rule = ruleNamed(rules, asked) ?? sameElsewhere(asked, { rules, resolved });
  if (!rule && /^[0-9a-f]{8,64}$/i.test(asked)) return undefined;
  const { id } = rule ?? findRule(rules, asked);
  return resolved.find(one => one.rule.id === id);
}

/** The rule that does what a check of another tool does. Several are named, and the reader chooses. */
function sameElsewhere(
  asked: string,
  { rules }: Pick<Setup, 'rules' | 'resolved'>,
): Setup['rules'][number] | undefined {
  const wanted = asked.toLowerCase();
  const same = rules.filter(({ aka }) =>
    Object.values(aka).some(ids => ids.some(id => id.toLowerCase() === wanted)),
  );
  if (same.length <= 1) return same[0];
  throw new UsageError(`${asked} is what several rules check together`, {
    details: same.map(({ id, title }) => `${id}  ${title}`),
    hint: `plumbline explain ${same[0]?.id}`,
  });
}

async function ruleExplanation(
  resolved: ResolvedRule,
  format: (typeof formats)[number],
  { setup, invocation: { options, io } }: Context,
): Promise<string> {
  const { rule } = resolved;
  const folder = setup.origins.get(rule.id);
  const { loadCases } = await import('../../catalog/cases.ts');
  const { cases } = folder ? await loadCases(folder, rule.id) : { cases: [] };
  const style = proseStyle(displayFor(io.stdout, options, io.env));
  if (format === 'text') return ruleText(resolved, { cases, policies: setup.policies }, style);
  if (format === 'markdown') {
    const { rulePage } = await import('../../report/rule-page.ts');
    return rulePage(rule, cases);
  }
  const { let: _, each: __, where: ___, assert: ____, at: _____, ...summary } = rule;
  const examples = cases.map(({ name, expect }) => ({ name, expect }));
  return json({ ...summary, enabled: resolved.enabled, parameters: resolved.parameters, examples });
}

const onlyRule = (request: ScanRequest, id: string): ScanRequest => ({
  ...request,
  rules: request.rules.filter(({ rule }) => rule.id === id),
});

async function findingExplanation(
  asked: string,
  format: (typeof formats)[number],
  { setup, invocation: { options, io } }: Context,
): Promise<string> {
  if (format === 'markdown') {
    throw new UsageError('--format markdown is for rules', {
      hint: 'a finding is explained in text or json',
    });
  }
  const { scan } = await import('../../scan/scan.ts');
  const request = scanRequest(setup, options, io);
  const { request: waived } = await gated(setup, request, options, io);
  const report = await scan(waived);
  const found = report.results.filter(({ id }) => id.startsWith(asked.toLowerCase()));
  const [finding] = found;
  if (!finding || found.length > 1) {
    const many = found.length === 0 ? 'no finding has' : `${found.length} findings have`;
    throw new UsageError(`${many} an id that begins with ${asked}`, {
      details: found.map(({ id, rule, resource }) => `${id}  ${rule}  ${resource.name}`),
      hint: 'give the id with the paths of the scan that reported it: plumbline explain ID PATH',
    });
  }
  const resolved = setup.resolved.find(({ rule }) => rule.id === finding.rule);
  if (format === 'json' || !resolved) return json(finding);
  const style = proseStyle(displayFor(io.stdout, options, io.env));
  const { traceRule } = await import('../../scan/trace-rule.ts');
  const traced = await traceRule({ scan: onlyRule(request, finding.rule), resource: finding.resource.key });
  const reads = traced.find(trace => trace.finding.id === finding.id)?.reads ?? [];
  return findingText(finding, { resolved, policies: setup.policies, reads }, style);
}
