import { verdicts } from '../../../src/model/finding.ts';
import type { Verdict } from '../../../src/model/finding.ts';
import { known, unknown } from '../../../src/model/value.ts';
import type { Value } from '../../../src/model/value.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { prepareRules } from '../../../src/scan/prepare-rules.ts';
import { verdictsOf } from '../../evaluate/soundness/verdicts.ts';
import { declaration, dict, stack } from '../../normalize/build.ts';
import { loadCatalogue } from '../catalogue.ts';
import { approved } from './random-policy.ts';

const { rules, types, facts } = await loadCatalogue();

const given: Readonly<Record<string, readonly string[]>> = {
  approvedModels: [approved],
  approvedRegions: ['eu-central-1'],
};

async function prepared(id: string) {
  const rule = rules.find(one => one.rule.id === id)?.rule;
  if (!rule) throw new Error(`there is no rule ${id}`);
  const parameters = Object.fromEntries(
    Object.entries(rule.params).flatMap(([name, { default: usual }]) => {
      const one = given[name] ?? usual;
      return one === undefined ? [] : [[name, one] as const];
    }),
  );
  return prepareRules([{ rule, severity: rule.severity, parameters }], facts);
}

export type Properties = Parameters<typeof dict>[0];

/** What a rule says of one resource of a type, in one account. */
export async function judge(rule: string, type: string): Promise<(properties: Properties) => Verdict> {
  const asked = await prepared(rule);
  const placement = {
    account: known('111122223333'),
    region: known('eu-central-1'),
    partition: known('aws'),
  };
  return properties => {
    const own = declaration(dict(properties), { type });
    const { estate } = normalize([stack([own], placement)], types);
    const said = new Set(verdictsOf(estate, asked, types).values());
    return verdicts.find(verdict => said.has(verdict)) ?? 'not-applicable';
  };
}

/** What nobody knows. */
export const lost = unknown('unresolved-value', [{ what: 'a parameter has no default' }]);

/** A document of statements, of which parts may be lost. */
export const documentValue = (statements: unknown): Value =>
  dict({ Version: '2012-10-17', Statement: valueOf(statements) });

function valueOf(part: unknown): Value {
  if (part === lost) return lost;
  if (Array.isArray(part)) return { kind: 'list', items: part.map(valueOf) };
  if (typeof part !== 'object' || part === null) return known(String(part));
  const entries = Object.entries(part).map(([key, inner]): [string, Value] => [key, valueOf(inner)]);
  return { kind: 'dict', entries: new Map(entries) };
}
