import { evaluate } from '../../../../src/evaluate/evaluate.ts';
import type { Gap, Observation } from '../../../../src/model/observation.ts';
import type { Estate } from '../../../../src/model/resource.ts';
import { known } from '../../../../src/model/value.ts';
import { normalize } from '../../../../src/normalize/normalize.ts';
import { normalizeObservations } from '../../../../src/normalize/observations/normalize-observations.ts';
import { hash } from '../../../../src/scan/hash.ts';
import { prepareRules } from '../../../../src/scan/prepare-rules.ts';
import { loadCatalogue } from '../../../rules/catalogue.ts';
import { declaration, dict, stack } from '../../build.ts';
import { account, region } from './contract.ts';
import type { Answer, Contract, Declared, RuleParameters } from './contract.ts';

const { rules, types, facts } = await loadCatalogue();

/** Every rule that is shipped. */
export const shipped = rules.map(({ rule }) => rule);

const parameters: RuleParameters = {
  approvedAccelerators: ['inf2', 'trn1'],
  approvedModels: ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'amazon.titan-embed-text-v2:0'],
  approvedRegions: ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'],
  inputTokensPerUnit: { 'amazon.nova-pro-v1:0': 100 },
  landingZoneAccounts: ['log-archive', 'security'],
  logRetentionDays: 365,
  maxModelUnits: 4,
  organisationId: 'o-a1b2c3d4e5',
  requiredPii: ['EMAIL'],
  requiredTags: ['Owner'],
};

const prepare = async (own: RuleParameters) =>
  prepareRules(
    rules.map(({ rule }) => ({
      rule,
      severity: rule.severity,
      parameters: Object.fromEntries(
        Object.entries(rule.params).map(([name, { default: usual = '' }]) => [name, own[name] ?? usual]),
      ),
    })),
    facts,
  );

const prepared = await prepare(parameters);

/** Verdicts under other parameters than the usual ones. */
async function verdictsUnder(
  own: RuleParameters,
  estate: Estate,
  key: string,
): Promise<Readonly<Record<string, string>>> {
  return worstOf(estate, key, await prepare({ ...parameters, ...own }));
}

/** Of each rule its worst verdict on one resource or scope. */
export function verdicts(estate: Estate, key: string): Readonly<Record<string, string>> {
  return worstOf(estate, key, prepared);
}

function worstOf(estate: Estate, key: string, asked: typeof prepared): Readonly<Record<string, string>> {
  const findings = evaluate(estate, asked, { types, hash });
  const own = findings.filter(({ resource }) => resource.key === key);
  const worst = ['not-applicable', 'pass', 'unknown', 'fail'];
  const found = new Map<string, string>();
  for (const { rule, verdict } of own) {
    const before = found.get(rule) ?? 'not-applicable';
    found.set(rule, worst.indexOf(verdict) > worst.indexOf(before) ? verdict : before);
  }
  return Object.fromEntries(found);
}

/** What the rules say of a contract, from the template and from the answers of AWS. */
export async function judgeContract({
  template,
  answer,
  around,
  parameters: own,
  subject = answer.id,
}: Contract) {
  const judge = async (estate: Estate, key: string) =>
    own ? verdictsUnder(own, estate, key) : verdicts(estate, key);
  const where = answer.region === undefined || answer.region === 'global' ? region : answer.region;
  return {
    fromTemplate: await judge(declared([template, ...(around?.template ?? [])], where), 'Subject'),
    fromAws: await judge(observed([answer, ...(around?.answers ?? [])]), subject),
  };
}

/** Complete, as an account is: nothing but what the template says is there. */
function declared(resources: readonly Declared[], where: string): Estate {
  const declarations = resources.map(({ type, properties, key = 'Subject' }) =>
    declaration(dict(properties), { type, key, name: key }),
  );
  const whole = stack(declarations, {
    account: known(account),
    region: known(where),
    partition: known('aws'),
  });
  const { estate } = normalize([whole], types);
  return { ...estate, scopes: estate.scopes.map(scope => ({ ...scope, openings: [] })) };
}

/** As an account is: everything else that is looked for is not there. */
export function observed(answers: readonly Answer[], gaps: readonly Gap[] = []): Estate {
  const observations = answers.map((answer): Observation => {
    const place = { account, partition: 'aws', region: answer.region ?? region };
    const calls = [
      { kind: 'call', account, region: place.region, action: 'x:Get', time: '2026-01-01T00:00:00Z' },
    ] as const;
    return { ...place, ...answer, calls };
  });
  const accounts = [{ id: account, partition: 'aws', regions: [region] }];
  return normalizeObservations({ accounts, observations, gaps }, types).estate;
}
