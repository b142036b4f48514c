import type { Result, Run } from 'sarif';
import { expect, test } from 'vitest';

import { everything } from './everything.ts';
import { liveFinding, reportOf } from './sample.ts';
import { runOf } from './sarif-log.ts';

const kinds = (run: Run): (readonly [Result['kind'], Result['level']])[] =>
  (run.results ?? []).map(({ kind, level }) => [kind, level] as const);

test('everything is there by its kind; only failures have a level', () => {
  const run = runOf(everything, { sarifProfile: 'full', verdicts: 'all' });
  expect(run.results).toHaveLength(everything.results.length);
  expect(new Set(kinds(run).map(kind => JSON.stringify(kind)))).toEqual(
    new Set([
      '[null,"error"]',
      '[null,"warning"]',
      '["open","none"]',
      '["pass","none"]',
      '["notApplicable","none"]',
    ]),
  );
  expect(run.properties).toMatchObject({ leftOut: { live: 0, overLimit: 0 } });
});

test('passes come when they are asked for', () => {
  const run = runOf(everything, { sarifProfile: 'full' });
  expect(kinds(run).filter(([kind]) => kind === 'pass' || kind === 'notApplicable')).toEqual([]);
});

test('a live finding has its ARN and no file', () => {
  const [result] = runOf(reportOf({ results: [liveFinding()] }), { sarifProfile: 'full' }).results ?? [];
  expect(result?.locations).toEqual([
    {
      logicalLocations: [
        {
          name: 'AGENT1',
          fullyQualifiedName: 'arn:aws:bedrock:eu-west-1:111122223333:agent/AGENT1',
          kind: 'resource',
        },
      ],
    },
  ]);
  expect(result?.properties).toMatchObject({ account: '111122223333', region: 'eu-west-1' });
});

test('each relationship of a rule points at its theme', () => {
  const run = runOf(everything, { sarifProfile: 'full' });
  const taxa = run.taxonomies?.[0]?.taxa?.map(({ id }) => id);
  const targets = (run.tool.driver.rules ?? []).flatMap(({ relationships = [] }) =>
    relationships.map(({ target }) => target),
  );
  expect(taxa).toEqual(['encryption-at-rest', 'guardrails-pii', 'invocation-logging', 'key-rotation']);
  expect(targets).toHaveLength(5);
  expect(targets.every(({ id, index }) => taxa?.[index ?? -1] === id)).toBe(true);
});
