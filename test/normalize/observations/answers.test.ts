import { expect, test } from 'vitest';

import type { Json } from '../../../src/model/observation.ts';
import { contracts } from './contracts/all.ts';
import type { Answer } from './contracts/contract.ts';
import { organisationScopeContracts } from './contracts/organisation-scope.ts';
import { scopeContracts } from './contracts/scopes.ts';
import { sdkTables } from './sdk-tables.ts';

/* The answers of the contracts are written by hand: their members are those of the SDK, letter for letter. */

const scopes = [...scopeContracts, ...organisationScopeContracts];

const answers = [
  ...contracts.flatMap(({ name, template, answer, around }) =>
    [answer, ...(around?.answers ?? [])].map(one => ({ name: `${template.type}: ${name}`, answer: one })),
  ),
  ...scopes.flatMap(({ name, answers: own }) => own.map(answer => ({ name, answer }))),
].filter(({ answer }) => !isMeasured(answer));

test.each(answers)('$name: $answer.kind', ({ answer }) => {
  const tables = sdkTables.filter(({ kinds }) => kinds.includes(answer.kind));
  expect(tables).not.toEqual([]);
  const foreign = namesIn(answer.data, new Set(tables.flatMap(({ maps }) => [...maps]))).filter(
    name =>
      !tables.some(({ members, further }) => members.has(name) || further.has(name)) &&
      !addedBy(answer).has(name),
  );
  expect(foreign).toEqual([]);
});

/** Metrics are answered under the names that they are asked for. */
function isMeasured({ kind }: Answer): boolean {
  return /^cloudwatch:.*(?:usage|delivery)$/.test(kind);
}

/** The names of members at every depth, but for those in maps. */
function namesIn(data: Json, maps: ReadonlySet<string>): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap((item: Json) => namesIn(item, maps));
  return Object.entries(data).flatMap(([name, value]) => [
    name,
    ...(maps.has(name) ? [] : namesIn(value, maps)),
  ]);
}

/** What a table adds to what AWS answers, such as whose child it is. */
const addedBy = ({ kind }: Answer): ReadonlySet<string> => new Set(added[kind]);

const added: Readonly<Record<string, readonly string[]>> = {
  'budgets:budget': ['Notification'],
  'cloudtrail:trail': ['basic', 'advanced'],
  'guardduty:detector': ['detectorId'],
  'kms:key': ['enabled', 'days'],
  'organizations:effective-policy': ['TargetId'],
  'organizations:unit': ['ParentId'],
};
