import { expect, test } from 'vitest';

import type { Gap } from '../../../src/model/observation.ts';
import { account, region } from './contracts/contract.ts';
import { observed, verdicts } from './contracts/judge.ts';
import { organisationScopeContracts } from './contracts/organisation-scope.ts';
import { scopeContracts } from './contracts/scopes.ts';
import type { ScopeContract } from './contracts/scopes.ts';

/* What is said of a Region, an account and an organisation, of the answers that AWS gives about what is in them. */

const contracts = [...scopeContracts, ...organisationScopeContracts];

test.each(contracts)('$name', ({ scope, answers, verdicts: expected }) => {
  const found = verdicts(observed(answers), keys[scope]);
  expect(Object.fromEntries(Object.keys(expected).map(rule => [rule, found[rule]]))).toEqual(expected);
});

const keys = {
  'account-region': `account-region/${account}/${region}`,
  account: `account/${account}`,
  organisation: 'organisation',
} as const satisfies Readonly<Record<ScopeContract['scope'], string>>;

const denied = contracts.flatMap(contract =>
  [...new Set(contract.answers.map(({ kind }) => kind))].map(kind => ({ ...contract, kind })),
);

test.each(denied)('$name, without the list of $kind', ({ scope, answers, verdicts: expected, kind }) => {
  const seen = answers.filter(answer => answer.kind !== kind);
  const whole = verdicts(observed(answers), keys[scope]);
  const without = verdicts(observed(seen), keys[scope]);
  const now = verdicts(observed(seen, [unlisted(kind, answers)]), keys[scope]);
  // What is said with them and without them, they do not change; a rule that does not apply without them says nothing.
  const decided = Object.keys(expected).filter(rule => {
    const { [rule]: otherwise = 'not-applicable' } = without;
    const agreed = otherwise === whole[rule] || otherwise === 'not-applicable';
    return now[rule] !== 'unknown' && (now[rule] !== whole[rule] || !agreed);
  });
  expect(decided).toEqual([]);
});

function unlisted(kind: string, answers: ScopeContract['answers']): Gap {
  const place = answers.find(answer => answer.kind === kind)?.region ?? region;
  return {
    account,
    region: place,
    partition: 'aws',
    service: 'x',
    kinds: [kind],
    action: 'x:List',
    cause: 'access-denied',
    detail: 'AccessDenied: no',
  };
}
