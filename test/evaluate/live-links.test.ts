import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../src/catalog/package-folder.ts';
import { loadTypes } from '../../src/catalog/types.ts';
import { graphOf } from '../../src/evaluate/graph.ts';
import type { ListOperand, World } from '../../src/evaluate/language/runtime.ts';
import { indexOf } from '../../src/evaluate/resource-index.ts';
import type { Observation } from '../../src/model/observation.ts';
import { normalizeObservations } from '../../src/normalize/observations/normalize-observations.ts';

/* What was read from AWS has no stack: its account and Region are what it stands in, and ARNs say which of two is meant. */

const types = loadTypes(join(packageFolder, 'types'));
const world: World = { pick: () => 0, truth: () => true };

const observation = (
  [account, region]: readonly [account: string, region: string],
  kind: string,
  id: string,
  data: Observation['data'],
): Observation => ({ account, region, partition: 'aws', kind, id, data, calls: [] });

const role = (account: string): Observation =>
  observation([account, 'global'], 'iam:role', `arn:aws:iam::${account}:role/app`, {
    RoleName: 'app',
    Arn: `arn:aws:iam::${account}:role/app`,
  });

const lambda = (account: string, region: string, Role: string): Observation =>
  observation([account, region], 'lambda:function', `arn:aws:lambda:${region}:${account}:function:f`, {
    FunctionName: 'f',
    Role,
  });

const accountOf = (id: string) => ({ id, partition: 'aws', regions: ['eu-west-1', 'us-east-1'] });

function graphAt(key: string, observations: readonly Observation[]) {
  const accounts = [accountOf('111111111111'), accountOf('222222222222')];
  const { estate } = normalizeObservations({ accounts, observations, gaps: [] }, types);
  const index = indexOf(estate, types);
  const subject = index.byKey.get(key);
  if (!subject) throw new RangeError(key);
  return { subject, graph: graphOf(index, subject) };
}

const shown = ({ items, rest }: ListOperand): readonly string[] => [
  ...items.map(item =>
    typeof item === 'object' && item?.kind === 'resource'
      ? item.key
      : typeof item === 'object' && item?.kind === 'unknown'
        ? item.cause
        : 'other',
  ),
  ...(rest ? [`open: ${rest.cause}`] : []),
];

test('an ARN names the one of its account, however many have its name', () => {
  const { subject, graph } = graphAt('arn:aws:lambda:eu-west-1:222222222222:function:f', [
    role('111111111111'),
    role('222222222222'),
    lambda('222222222222', 'eu-west-1', 'arn:aws:iam::222222222222:role/app'),
  ]);
  expect(shown(graph.linked(subject, 'Role', 'AWS::IAM::Role', world))).toEqual([
    'arn:aws:iam::222222222222:role/app',
  ]);
});

test('an ARN of another account does not name what has the same name here', () => {
  const { subject, graph } = graphAt('arn:aws:lambda:eu-west-1:222222222222:function:f', [
    role('222222222222'),
    lambda('222222222222', 'eu-west-1', 'arn:aws:iam::333333333333:role/app'),
  ]);
  expect(shown(graph.linked(subject, 'Role', 'AWS::IAM::Role', world))).toEqual(['out-of-view']);
});

test('what belongs to no Region is seen from every one of its account, and sees all of it', () => {
  const observations = [
    role('111111111111'),
    lambda('111111111111', 'eu-west-1', 'arn:aws:iam::111111111111:role/app'),
    lambda('111111111111', 'us-east-1', 'arn:aws:iam::111111111111:role/app'),
  ];
  const fromRegion = graphAt('arn:aws:lambda:us-east-1:111111111111:function:f', observations).graph;
  expect(shown(fromRegion.resources('AWS::IAM::Role', 'stack', world))).toEqual([
    'arn:aws:iam::111111111111:role/app',
  ]);
  expect(shown(fromRegion.resources('AWS::Lambda::Function', undefined, world))).toEqual([
    'arn:aws:lambda:us-east-1:111111111111:function:f',
  ]);
  const { subject: to, graph } = graphAt('arn:aws:iam::111111111111:role/app', observations);
  const pointing = { to, path: 'Role', type: 'AWS::Lambda::Function' };
  expect(shown(graph.linkedFrom(pointing, world))).toEqual([
    'arn:aws:lambda:eu-west-1:111111111111:function:f',
    'arn:aws:lambda:us-east-1:111111111111:function:f',
  ]);
});
